using System.Text;

namespace Booking.Web;

/// <summary>The day sheet in plain text, for the body of the e-mail: readable on any phone.</summary>
internal static class DaySheetText
{
    public static string Of(DaySheet sheet)
    {
        var text = new StringBuilder().AppendLine(sheet.Title).AppendLine("As the diary stood on " + sheet.AsOf.Said());
        if (sheet.WhyEmpty is { } why)
        {
            text.AppendLine().AppendLine(why);
        }

        foreach (var column in sheet.Columns)
        {
            text.AppendLine().AppendLine(column.Practitioner.FullName + ": " + column.Summary);
            foreach (var line in column.Lines())
            {
                text.Append("  ").AppendLine(line.Visit is { } visit ? Said(visit) : line.Words);
            }
        }

        return text.ToString();
    }

    private static string Said(Appointment visit) => string.Join(", ", Facts(visit));

    private static IEnumerable<string> Facts(Appointment visit)
    {
        yield return $"{visit.Start.Said()} {visit.Patient.FullName}";
        yield return Telephone.Parse(visit.Patient.Telephone).Display;
        yield return $"{visit.Treatment.Name}, {visit.Minutes} min";
        if (visit.Room is { } room)
        {
            yield return room.Name;
        }

        foreach (var mark in DaySheet.Marks(visit))
        {
            yield return mark;
        }
    }
}

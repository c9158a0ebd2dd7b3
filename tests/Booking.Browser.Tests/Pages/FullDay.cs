using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;

namespace Booking.Browser.Tests;

/// <summary>Writes a day of the diary full, past the rules: so many appointments for each of so many practitioners.</summary>
internal static class FullDay
{
    private const int Minutes = 45;

    private static readonly string[] Names =
    [
        "George Ellis", "Mia Hussain", "Isla Burton", "محمد عبد الرحمن", "Zoë Li", "Siobhán O'Brien-D’Arcy 🙂",
        "Bartholomew Featherstonehaugh-Cholmondeley the Third of Dartford", "<b>Ann</b> & <img src=x onerror=alert(1)>", "Priya Raman",
    ];

    public static async Task WriteAsync(BookingDbContext context, DateOnly date, int practitioners, int each)
    {
        var known = await context.Practitioners.Include(p => p.Treatments).OrderBy(p => p.Id).ToListAsync();
        var treatment = known[0].Treatments.Single(t => t.Slug == "sports-injury");
        for (var n = known.Count; n < practitioners; n++)
        {
            var another = TestClinic.Works($"Locum {(char)('A' + n)}", treatment);
            context.Add(another);
            known.Add(another);
        }

        await context.SaveChangesAsync();
        var rules = await context.Rules.SingleAsync();
        var number = 0;
        foreach (var practitioner in known.Take(practitioners))
        {
            for (var n = 0; n < each; n++)
            {
                context.Add(Booked(practitioner, treatment, date, new TimeOnly(8, 0).AddMinutes(n * Minutes), number++, rules));
            }
        }

        await context.ChangeDatesAsync([date], default);
        await context.SaveChangesAsync();
    }

    private static Appointment Booked(
        Practitioner practitioner, Treatment treatment, DateOnly date, TimeOnly start, int number, BookingRules rules)
    {
        var now = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = treatment.Id,
            PractitionerId = practitioner.Id,
            RoomId = null,
            Date = date,
            Start = start,
            Minutes = Minutes,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = now,
            Expires = now,
        };
        var patient = Patient.New(
            PersonName.Parse(Names[number % Names.Length]), Telephone.Parse($"07700{number:000000}"), email: null, namesake: 0, now);
        return Appointment.Book(hold, null, patient, treatment.PricePence, rules, now);
    }
}

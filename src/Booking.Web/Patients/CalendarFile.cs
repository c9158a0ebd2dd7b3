using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Booking.Web;

/// <summary>An appointment as a file for the patient's own calendar. It says nothing about why they come.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private static readonly System.Text.Encoding Utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The identifier stays the same and the sequence rises with each change, so a newer file replaces an older.</summary>
    public static byte[] Of(Appointment appointment, ClinicOptions clinic, DateTime utcNow)
    {
        var slot = appointment.Slot;
        var calendar = new Calendar { ProductId = $"-//{clinic.Name}//Booking//EN", Method = CalendarMethods.Publish };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"appointment-{appointment.Id}@{clinic.PublicBaseUrl.Host}",
            Sequence = appointment.Version - 1,
            DtStamp = new CalDateTime(utcNow),
            Start = new CalDateTime(ClinicTime.ToUtc(slot.StartsAt)),
            End = new CalDateTime(ClinicTime.ToUtc(slot.EndsAt)),
            Summary = clinic.Name,
            Location = $"{clinic.Name}, {clinic.Address}",
            Description = $"With {appointment.Practitioner.FullName}. Telephone {clinic.Telephone}.",
            Status = appointment.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
        });
        return Utf8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }
}

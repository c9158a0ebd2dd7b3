using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Booking.Web;

/// <summary>An appointment as a file for the patient's own calendar. It says nothing about why they come.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";
    public const string Name = "appointment.ics";

    private static readonly System.Text.Encoding Utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// The identifier stays the same and the sequence rises with each change, so a newer file replaces an older; that of a
    /// cancelled appointment takes it out.
    /// </summary>
    public static byte[] Of(Appointment appointment, ClinicOptions clinic, DateTime utcNow) =>
        Write(appointment.Stands ? CalendarMethods.Publish : CalendarMethods.Cancel, Visit(appointment, clinic, utcNow));

    /// <summary>The same as a file that goes with an e-mail: the patient's calendar takes it in, changes what it has, or takes it
    /// out.</summary>
    public static EmailFile For(Appointment appointment, ClinicOptions clinic, string to, DateTime utcNow)
    {
        var method = appointment.Stands ? CalendarMethods.Request : CalendarMethods.Cancel;
        var visit = Visit(appointment, clinic, utcNow);
        visit.Attendees.Add(new Attendee($"mailto:{to}") { Rsvp = false, ParticipationStatus = EventParticipationStatus.Accepted });
        return new EmailFile(Name, $"text/calendar; method={method}; charset=utf-8", Write(method, visit));
    }

    private static CalendarEvent Visit(Appointment appointment, ClinicOptions clinic, DateTime utcNow)
    {
        var slot = appointment.Slot;
        return new CalendarEvent
        {
            Uid = $"appointment-{appointment.Id}@{clinic.PublicBaseUrl.Host}",
            Sequence = appointment.Version - 1,
            DtStamp = new CalDateTime(utcNow),
            Start = new CalDateTime(ClinicTime.ToUtc(slot.StartsAt)),
            End = new CalDateTime(ClinicTime.ToUtc(slot.EndsAt)),
            Organizer = new Organizer($"mailto:{clinic.Email}") { CommonName = clinic.Name },
            Summary = clinic.Name,
            Location = $"{clinic.Name}, {clinic.Address}",
            Description = $"With {appointment.Practitioner.FullName}. Telephone {clinic.Telephone}.",
            Status = appointment.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
        };
    }

    private static byte[] Write(string method, CalendarEvent visit)
    {
        var calendar = new Calendar { ProductId = $"-//{visit.Summary}//Booking//EN", Method = method };
        calendar.Events.Add(visit);
        return Utf8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }
}

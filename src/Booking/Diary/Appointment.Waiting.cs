namespace Booking;

// How an appointment comes of an offer.
public sealed partial class Appointment
{
    /// <summary>Books a time to which somebody on the waiting list has said yes, with its confirmation and its reminder.</summary>
    public static Appointment BookOffered(
        Place place, WaitingEntry entry, Patient patient, bool firstVisit, BookingRules rules, Signature by)
    {
        var appointment = new Appointment
        {
            Patient = patient,
            PatientId = patient.Id,
            BookedAs = entry.JoinedAs,
            Email = patient.Email,
            RedFlagVersion = entry.RedFlagVersion,
            FirstVisit = firstVisit,
            Status = AppointmentStatus.Booked,
            BookedAt = by.At,
            Version = 1,
        };
        appointment.GoTo(place);
        appointment.PlanTexts(rules, by);
        appointment.Record(by, "Booked online", from: "Waiting list", to: place.Written);
        return appointment;
    }
}

namespace Booking.Tests;

/// <summary>An appointment of Jo Bloggs's with Aisha, and what is done with it in the examples.</summary>
internal static class Booked
{
    public static readonly Signature Patient = Signature.OfPatient(new(2026, 1, 31, 9, 0, 0, DateTimeKind.Utc));

    /// <summary>Booked online at this moment (UTC) for this time on the clinic's clock.</summary>
    public static Appointment For(DateTime startsAt, DateTime bookedAt, WestHill? clinic = null, Treatment? treatment = null)
    {
        clinic ??= new WestHill();
        treatment ??= clinic.Sports;
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = treatment.Id,
            PractitionerId = treatment == clinic.Acupuncture ? clinic.Ben.Id : clinic.Aisha.Id,
            RoomId = treatment.RoomKind is null ? null : clinic.NeedleRoom.Id,
            Date = DateOnly.FromDateTime(startsAt),
            Start = TimeOnly.FromDateTime(startsAt),
            Minutes = treatment.Minutes,
            TurnaroundMinutes = treatment.TurnaroundMinutes,
            RedFlagWordingId = null,
            MadeAt = bookedAt,
            Expires = bookedAt.AddMinutes(5),
        };
        var jo = Booking.Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null, 0, bookedAt);
        return Appointment.Book(hold, hold.RoomId, jo, treatment.PricePence, clinic.Rules, bookedAt);
    }

    /// <summary>The text of this kind that tells of the appointment as it stands, as it is made on booking.</summary>
    public static Message Text(MessageKind kind, DateTime startsAt, DateTime bookedAt) =>
        For(startsAt, bookedAt).Messages.Single(message => message.Kind == kind);
}

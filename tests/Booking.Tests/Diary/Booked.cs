namespace Booking.Tests;

/// <summary>An appointment of Jo Bloggs's with Aisha, and what is done with it in the examples.</summary>
internal static class Booked
{
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
            RedFlagVersion = null,
            MadeAt = bookedAt,
            Expires = bookedAt.AddMinutes(5),
        };
        var jo = Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null, 0, bookedAt);
        var booked = Appointment.Book(hold, hold.RoomId, jo, treatment.PricePence, clinic.Rules, bookedAt);
        ReadFromTheDatabase(booked, treatment == clinic.Acupuncture ? clinic.Ben : clinic.Aisha, treatment);
        return booked;
    }

    /// <summary>The text of this kind that tells of the appointment as it stands, as it is made on booking.</summary>
    public static Message Text(MessageKind kind, DateTime startsAt, DateTime bookedAt) =>
        For(startsAt, bookedAt).Messages.Single(message => message.Kind == kind);

    /// <summary>The same with the number that the database gives it.</summary>
    public static Appointment Numbered(int id, Appointment booked)
    {
        typeof(Appointment).GetProperty(nameof(Appointment.Id))!.SetValue(booked, id);
        return booked;
    }

    // As the database fills it in when an appointment is read.
    private static void ReadFromTheDatabase(Appointment booked, Practitioner practitioner, Treatment treatment)
    {
        typeof(Appointment).GetProperty(nameof(Appointment.Practitioner))!.SetValue(booked, practitioner);
        typeof(Appointment).GetProperty(nameof(Appointment.Treatment))!.SetValue(booked, treatment);
    }
}

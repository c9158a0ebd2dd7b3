namespace Booking.Tests;

/// <summary>People on the waiting list of the examples, by the numbers that the database gives them.</summary>
internal static class Waits
{
    public static readonly DateTime Joined = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    public static Wishes Anything { get; } = new([], [], [], new(2026, 2, 2), new(2026, 4, 1));

    /// <param name="after">How many minutes after the first of them they joined.</param>
    public static WaitingEntry For(
        Treatment treatment,
        int id = 1,
        int after = 0,
        Wishes? wishes = null,
        Appointment? keeps = null,
        string telephone = "07700 900123",
        int? patient = null)
    {
        var jo = Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse(telephone), null, 0, Joined);
        Set(jo, nameof(Patient.Id), patient ?? id);
        var entry = WaitingEntry.Join(
            jo, "Jo Bloggs", treatment, wishes ?? Anything, keeps?.Id, null, Signature.OfPatient(Joined.AddMinutes(after)));
        Set(entry, nameof(WaitingEntry.Id), id);
        Set(entry, nameof(WaitingEntry.Kept), keeps);
        return entry;
    }

    /// <summary>Puts a time to them.</summary>
    /// <param name="at">UTC.</param>
    public static Offer Ask(this WaitingEntry entry, DateTime startsAt, DateTime at)
    {
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = entry.TreatmentId,
            PractitionerId = 1,
            RoomId = null,
            Date = DateOnly.FromDateTime(startsAt),
            Start = TimeOnly.FromDateTime(startsAt),
            Minutes = 45,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = at,
            Expires = at.AddMinutes(15),
        };
        var offer = Offer.Of(entry, hold, new Signature(WaitingEvent.ByItself, at));
        entry.Offers.Add(offer);
        return offer;
    }

    // As the database fills it in.
    private static void Set(object of, string property, object? value) => of.GetType().GetProperty(property)!.SetValue(of, value);
}

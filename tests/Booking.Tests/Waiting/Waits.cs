namespace Booking.Tests;

/// <summary>People on the waiting list of the examples, by the numbers that the database gives them.</summary>
internal static class Waits
{
    public static readonly DateTime Joined = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    public static Wishes Anything { get; } = new([], [], [], new(2026, 2, 2), new(2026, 4, 1));

    /// <param name="after">How many minutes after the first of them they joined.</param>
    /// <param name="found">Whether the list itself has found the appointment that they keep.</param>
    public static WaitingEntry For(
        Treatment treatment,
        int id = 1,
        int after = 0,
        Wishes? wishes = null,
        Appointment? keeps = null,
        bool found = false,
        string? telephone = null,
        int? patient = null)
    {
        var number = Telephone.Parse(telephone ?? $"07700 90{patient ?? id:0000}");
        var jo = Patient.New(PersonName.Parse("Jo Bloggs"), number, null, 0, Joined);
        Set(jo, nameof(Patient.Id), patient ?? id);
        var entry = WaitingEntry.Join(
            jo, "Jo Bloggs", treatment, wishes ?? Anything, keeps?.Id, null, Signature.OfPatient(Joined.AddMinutes(after)));
        Set(entry, nameof(WaitingEntry.Id), id);
        Set(entry, nameof(WaitingEntry.Kept), keeps);
        Set(entry, nameof(WaitingEntry.OnlyFound), found);
        return entry;
    }

    /// <summary>These whole days of everybody, given back long after whoever waits had joined.</summary>
    public static IEnumerable<FreedTime> Freed(DateOnly first, int days) =>
        from day in Enumerable.Range(0, days)
        from practitioner in Enumerable.Range(1, 3)
        select new FreedTime(
            practitioner, null, new Slot(first.AddDays(day), TimeOnly.MinValue, 24 * 60), DateTime.MinValue, Joined.AddYears(1));

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

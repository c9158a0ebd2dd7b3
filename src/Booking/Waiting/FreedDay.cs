namespace Booking;

/// <summary>
/// A day of which times came free though nobody gave back theirs: it is no longer closed, or somebody works more on it. What is
/// free on it is put to those who were waiting already.
/// </summary>
public sealed class FreedDay
{
    public int Id { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Who { get; init; }

    public static FreedDay Of(DateOnly date, Signature by) => new() { Date = date, At = by.At, Who = by.Who };

    /// <summary>The whole of it, as it concerns one practitioner.</summary>
    public FreedTime With(Practitioner practitioner) =>
        new(practitioner.Id, null, new Slot(Date, TimeOnly.MinValue, 24 * 60), DateTime.MinValue, At);
}

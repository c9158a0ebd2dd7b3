namespace Booking;

/// <summary>Days on which the whole clinic is shut: a bank holiday, a training day.</summary>
public sealed class Closure
{
    public int Id { get; init; }

    public required DateOnly FirstDay { get; set; }

    /// <summary>Shut on this day too.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>Told to patients, for example "Christmas Day".</summary>
    public required string Reason { get; set; }

    public bool Covers(DateOnly date) => FirstDay <= date && date <= LastDay;
}

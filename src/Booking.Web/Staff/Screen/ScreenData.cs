namespace Booking.Web;

/// <summary>What the diary's screen is told of some days. Times are the clinic's, without an offset.</summary>
/// <param name="Number">Another after any change of what is shown.</param>
/// <param name="Grid">Appointments start at multiples of so many minutes.</param>
public sealed record ScreenData(
    string Number,
    DateTime Now,
    int Grid,
    IEnumerable<ScreenDay> Days,
    IEnumerable<ScreenPractitioner> Practitioners,
    IEnumerable<ScreenTreatment> Treatments,
    IEnumerable<ScreenAppointment> Appointments,
    IEnumerable<ScreenHold> Holds,
    IEnumerable<ScreenBlock> Blocks);

/// <param name="Why">Why it is empty, or null.</param>
public sealed record ScreenDay(DateOnly Date, string? Why);

/// <param name="Gives">The treatments, by slug.</param>
/// <param name="MayChange">Whether whoever asks may change what stands in their column.</param>
public sealed record ScreenPractitioner(
    int Id, string Slug, string Name, string? Role, IEnumerable<string> Gives, bool MayChange, IEnumerable<ScreenTime> Hours);

public sealed record ScreenTime(DateTime Start, DateTime End);

/// <param name="Look">0 to 3: which of the four colours.</param>
public sealed record ScreenTreatment(string Slug, string Name, int Minutes, int Turnaround, string Price, int Look);

/// <param name="Until">When it lapses, to the second.</param>
/// <param name="Offered">Whether it is kept for an offer to the waiting list; otherwise somebody is typing their details.</param>
public sealed record ScreenHold(int Practitioner, DateTime Start, DateTime End, string Until, bool Offered);

public sealed record ScreenBlock(int Id, Guid Series, int Practitioner, DateTime Start, DateTime End, string Reason);

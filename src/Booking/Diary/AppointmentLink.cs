namespace Booking;

/// <summary>
/// One link to one appointment, known by its hash alone. The first is the hold's own reference, so that confirming twice
/// finds the same appointment; every text brings another.
/// </summary>
public sealed class AppointmentLink
{
    public const int MostTries = 5;

    public required byte[] Hash { get; init; }

    public int AppointmentId { get; init; }

    public Appointment Appointment { get; init; } = null!;

    /// <summary>
    /// Whether it went out to the telephone or e-mail address of the patient's own record. The first did not: whoever books has
    /// it, and may have typed somebody else's name and number.
    /// </summary>
    public bool WentOut { get; init; }

    /// <summary>How often the last four digits were asked for and given wrongly through this link; at 5 it shows no more.</summary>
    public int WrongTries { get; set; }
}

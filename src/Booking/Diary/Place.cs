namespace Booking;

/// <summary>Where an appointment goes in the diary: what, with whom, when, in which room, and past which rule.</summary>
/// <param name="Minutes">How long the patient is there: the treatment's length, or what the desk has made of it.</param>
/// <param name="Lane">0, or the lane beside other appointments that a deliberate double booking takes.</param>
/// <param name="Overruled">Why a rule of the diary does not count here; null where all of them hold.</param>
public sealed record Place(
    Treatment Treatment,
    Practitioner Practitioner,
    Room? Room,
    DateOnly Date,
    TimeOnly Start,
    int Minutes,
    int Lane = 0,
    string? Overruled = null)
{
    public const int ReasonLength = 200;

    public Slot Slot => new(Date, Start, Minutes);

    /// <summary>Mon 23 Nov, 9:15am, Amy Patel</summary>
    public string Said => $"{Date.SaidShort()}, {Start.Said()}, {Practitioner.FullName}";

    /// <summary>The same for the history, with the reason why a rule does not count.</summary>
    internal string Written => WrittenBeside(this);

    /// <summary>The same of a change from or to another place: with treatment and length, where they differ too.</summary>
    internal string WrittenBeside(Place other)
    {
        var treatment = Treatment.Id == other.Treatment.Id ? "" : $", {Treatment.Name}";
        var length = Minutes == other.Minutes ? "" : $", {Minutes} minutes";
        var reason = Overruled is null ? "" : $". Past the rules: {Overruled}";
        return Shortened(Said + treatment + length + reason);
    }

    // The whole reason stands in the appointment.
    private static string Shortened(string words) =>
        words.Length <= AppointmentEvent.SaidLength ? words : $"{words[..(AppointmentEvent.SaidLength - 1)]}…";
}

using Booking.Data;

namespace Booking.Web;

/// <summary>What the diary's screen is told when something is done.</summary>
/// <param name="Undo">What takes it back, while the texts wait.</param>
public sealed record DeskDone(string Done, IEnumerable<Undoable> Undo, int UndoSeconds, IEnumerable<BookedVisit> Booked);

/// <summary>An appointment, and the version of it that an undo takes back.</summary>
public sealed record Undoable(int Id, int Version)
{
    public static Undoable Of(Seen seen) => new(seen.Id, seen.Version);
}

/// <param name="Start">Clinic time.</param>
public sealed record BookedVisit(int Id, string Start);

/// <summary>What the diary's screen is told when nothing is done.</summary>
/// <param name="Kind">taken, rule, changed, bad or forbidden.</param>
/// <param name="CanOverrule">Whether whoever asked can do it all the same, with a reason.</param>
/// <param name="Fields">What is wrong with which field.</param>
/// <param name="Nearest">What is free instead.</param>
public sealed record DeskRefused(
    string Refusal,
    string Kind,
    bool CanOverrule = false,
    IReadOnlyDictionary<string, string>? Fields = null,
    IEnumerable<TimeToBook>? Nearest = null)
{
    public static string KindOf(Refusal refusal) =>
        refusal.General == Booking.Refusal.Taken || refusal.General == Booking.Refusal.NoRoom
            || refusal.General == Booking.Refusal.PatientElsewhere ? "taken"
        : refusal.General == Booking.Refusal.ChangedMeanwhile ? "changed"
        : "rule";
}

/// <summary>A free time as the diary's screen reads it, in clinic time.</summary>
/// <param name="Practitioner">By slug.</param>
/// <param name="Name">The practitioner's.</param>
public sealed record TimeToBook(string Start, string End, string Practitioner, string Name)
{
    public static TimeToBook Of(FreeTime time) =>
        new(time.Slot.StartsAt.Iso(), time.Slot.EndsAt.Iso(), time.Practitioner.Slug, time.Practitioner.FullName);
}

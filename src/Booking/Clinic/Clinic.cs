using System.Collections.Concurrent;

namespace Booking;

/// <summary>The clinic as it is set up now: who works when, what can be booked, where, and by which rules. Never changed once read.</summary>
public sealed class Clinic
{
    private const int FewTexts = 200;
    private const int TextsForEach = 40;

    private readonly ConcurrentDictionary<(int Practitioner, DayOfWeek Day), TickSet> _weeks = new();

    public required BookingRules Rules { get; init; }

    /// <summary>In the order in which patients see them.</summary>
    public required IReadOnlyList<Treatment> Treatments { get; init; }

    public required IReadOnlyList<Practitioner> Practitioners { get; init; }

    public required IReadOnlyList<Room> Rooms { get; init; }

    public required IReadOnlyList<Closure> Closures { get; init; }

    /// <summary>The wording in force, or null while none has been written: then no service that needs the check can be booked.</summary>
    public required RedFlagWording? RedFlags { get; init; }

    /// <summary>
    /// How many texts may go within an hour. Without a setting room for what an ordinary clinic of this size has at once at the
    /// most: all of a week's appointments of one practitioner put off, or everybody's of two days reminded by a new setting.
    /// </summary>
    public int MostTextsAnHour => Rules.TextsAnHour ?? Math.Max(FewTexts, TextsForEach * Practitioners.Count);

    /// <summary>The clinic's own words for its messages.</summary>
    public IReadOnlyList<Template> Templates { get; init; } = [];

    public Treatment? Treatment(string slug) => Treatments.FirstOrDefault(treatment => treatment.Slug == slug);

    public Treatment? Treatment(int id) => Treatments.FirstOrDefault(treatment => treatment.Id == id);

    public Practitioner? Practitioner(string slug) => Practitioners.FirstOrDefault(p => p.Slug == slug);

    public Practitioner? Practitioner(int id) => Practitioners.FirstOrDefault(p => p.Id == id);

    /// <summary>Why the whole clinic is shut on this date, or null if it is not.</summary>
    public Closure? ClosureOn(DateOnly date) => Closures.FirstOrDefault(closure => closure.Covers(date));

    /// <summary>When somebody works on this date; their week is worked out once for this clinic, which never changes.</summary>
    internal TickSet HoursOn(Practitioner practitioner, DateOnly date) => practitioner.HoursOn(
        date, _weeks.GetOrAdd((practitioner.Id, date.DayOfWeek), static (key, who) => who.Week(key.Day), practitioner));

    public IEnumerable<Practitioner> WhoGive(Treatment treatment) => Practitioners.Where(p => p.Gives(treatment));

    public IEnumerable<Room> RoomsFor(Treatment treatment) => Rooms.Where(room => room.Kind == treatment.RoomKind);
}

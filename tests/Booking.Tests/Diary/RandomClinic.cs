using CsCheck;

namespace Booking.Tests;

/// <summary>Some clinic or other on some day, as awkward as the set-up allows.</summary>
internal sealed record RandomClinic(
    Clinic Clinic, IReadOnlyList<(Resource Who, Slot Slot)> Entries, DateOnly Date, DateTime Now)
{
    private static readonly DateOnly First = new(2026, 3, 28); // a Saturday; the clocks change in the night

    private static readonly Gen<DayOfWeek> Day = Gen.Enum<DayOfWeek>();

    private static readonly Gen<(TimeOnly Start, TimeOnly End)> Stretch = Gen.Select(Gen.Int[60, 287], Gen.Int[1, 150])
        .Select((start, length) => (TickSet.TimeOf(start), TickSet.TimeOf(Math.Min(start + length, 288) % 288)));

    private static readonly Gen<Treatment> SomeTreatment = Gen.Select(
        Gen.Int[1, 24], Gen.Int[0, 6], Gen.OneOf(null, "A", "B"), Gen.Int[0, 19],
        (ticks, turnaround, room, rare) => new Treatment
        {
            Id = ticks,
            Slug = "x",
            Name = "x",
            Minutes = ticks * 5,
            TurnaroundMinutes = turnaround * 5,
            PricePence = 1,
            RoomKind = room,
            BookableOnline = rare != 0,
            Archived = rare == 1,
        });

    private static readonly Gen<Session> SomeSession = Gen.Select(
        Day, Stretch, (day, stretch) => new Session { Day = day, Start = stretch.Start, End = stretch.End });

    private static readonly Gen<WeeklyBreak> SomeBreak = Gen.Select(
        Day, Stretch, (day, stretch) => new WeeklyBreak { Day = day, Start = stretch.Start, End = stretch.End });

    private static readonly Gen<DayChange> SomeChange = Gen.Select(
        Gen.Int[0, 5], Stretch, Gen.Bool,
        (day, stretch, works) => new DayChange
        {
            Date = First.AddDays(day),
            Start = works ? stretch.Start : null,
            End = works ? stretch.End : null,
        });

    private static readonly Gen<Practitioner> SomePractitioner = Gen.Select(
        SomeSession.List[5, 20], SomeBreak.List[0, 6], SomeChange.List[0, 3], Gen.Int[-1, 30],
        (sessions, breaks, changes, last) => new Practitioner
        {
            Slug = "x",
            FullName = "X",
            Sessions = sessions,
            Breaks = breaks,
            Changes = changes,
            LastDay = last > 6 ? null : First.AddDays(last),
        });

    private static readonly Gen<(Resource, Slot)> SomeEntry = Gen.Select(
        Gen.Enum<ResourceKind>(), Gen.Int[1, 3], Gen.Int[-1, 5], Gen.Int[0, 287], Gen.Int[1, 30],
        (kind, id, day, tick, ticks) => (new Resource(kind, id), new Slot(First.AddDays(day), TickSet.TimeOf(tick), ticks * 5)));

    private static readonly Gen<BookingRules> SomeRules = Gen.Select(
        Gen.OneOf(5, 10, 15, 20, 30, 45, 60), Gen.Int[0, 2000], Gen.Int[0, 6],
        (grid, notice, horizon) => new BookingRules { GridMinutes = grid, NoticeMinutes = notice, HorizonDays = horizon });

    private static readonly Gen<Closure> SomeClosure = Gen.Select(
        Gen.Int[-3, 8], Gen.Int[0, 3],
        (day, more) => new Closure { FirstDay = First.AddDays(day), LastDay = First.AddDays(day + more), Reason = "x" });

    private static readonly Gen<DateTime> SomeNow = Gen.Int[-86_400, 3 * 86_400].Select(seconds =>
        First.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds));

    public static Gen<RandomClinic> Any { get; } = Gen.Select(
        Gen.Select(SomeTreatment, SomePractitioner, SomePractitioner), SomeEntry.List[0, 15], SomeRules,
        SomeClosure.List[0, 1], Gen.Int[0, 3], SomeNow, Gen.Int[0, 4],
        (who, entries, rules, closures, rooms, now, day) =>
            Make(who, entries, rules, closures, rooms, First.AddDays(day), now));

    public Availability Open()
    {
        var taken = new Occupancy();
        foreach (var (who, slot) in Entries)
        {
            taken.Take(who, slot);
        }

        return new Availability(Clinic, taken, Date, 1, Now);
    }

    public NaiveDiary Naively() => new(Clinic, Entries, Now);

    public override string ToString() =>
        $"{Date:o} from {Now:o}: {string.Join(", ", Entries.Select(entry => $"{entry.Who.Kind} {entry.Slot.StartsAt:o}"))}";

    private static RandomClinic Make(
        (Treatment Treatment, Practitioner One, Practitioner Other) who,
        List<(Resource, Slot)> entries,
        BookingRules rules,
        List<Closure> closures,
        int rooms,
        DateOnly date,
        DateTime now)
    {
        var (one, other) = (Numbered(who.One, 1), Numbered(who.Other, 2));
        one.Treatments.Add(who.Treatment);
        if (other.Sessions.Count > 6)
        {
            other.Treatments.Add(who.Treatment);
        }

        var clinic = new Clinic
        {
            Rules = rules,
            Treatments = [who.Treatment],
            Practitioners = [one, other],
            Rooms = [.. Enumerable.Range(1, rooms).Select(id => new Room { Id = id, Name = "x", Kind = id == 2 ? "B" : "A" })],
            Closures = closures,
            RedFlags = null,
        };
        return new RandomClinic(clinic, entries, date, now);
    }

    private static Practitioner Numbered(Practitioner practitioner, int id) => new()
    {
        Id = id,
        Slug = practitioner.Slug,
        FullName = practitioner.FullName,
        LastDay = practitioner.LastDay,
        Sessions = practitioner.Sessions,
        Breaks = practitioner.Breaks,
        Changes = practitioner.Changes,
    };
}

namespace Booking;

/// <summary>Time that is to be taken out of the diary of one practitioner or several, once or again and again.</summary>
/// <param name="From">Clinic time; so is <paramref name="Until"/>, which is not itself taken.</param>
/// <param name="Times">How often, the first time counted in.</param>
public sealed record TimeOff(
    IReadOnlyList<Practitioner> Who,
    DateTime From,
    DateTime Until,
    string Reason,
    RepeatEach Repeat = RepeatEach.Never,
    int Times = 1)
{
    public const int MostDays = 92;
    public const int MostTimes = 60;

    // What a clinic of five takes out in a quarter: more at once would keep everybody else waiting while it is written.
    private const int MostTicks = 5 * MostDays * TickSet.TicksADay;

    /// <summary>The first reason why this cannot be, or null if it can; now is clinic time.</summary>
    public Refusal? WhyNot(DateTime now)
    {
        if (!OnATick(From) || !OnATick(Until))
        {
            return Refusal.BetweenTicks;
        }

        if (Until <= From)
        {
            return Refusal.EndsTooSoon;
        }

        if (Until <= now)
        {
            return Refusal.AllOver;
        }

        if (Until - From > TimeSpan.FromDays(MostDays))
        {
            return Refusal.TooLong;
        }

        if (From > now.AddDays(BookingRules.DeskDays))
        {
            return Refusal.YearsAhead;
        }

        if (Repeat != RepeatEach.Never && Times is < 1 or > MostTimes)
        {
            return Refusal.TooOften;
        }

        if (Repeat != RepeatEach.Never && Until - From > Step)
        {
            return Refusal.RunsIntoItself;
        }

        var ticks = (Until - From).TotalMinutes / TickSet.MinutesATick * (Repeat == RepeatEach.Never ? 1 : Times) * Who.Count;
        return ticks > MostTicks ? Refusal.TooMuchAtOnce : null;
    }

    /// <summary>Whether this block is the first of what it takes, of one of its people.</summary>
    public bool Has(Block block) =>
        (block.From, block.Until, block.Reason) == (From, Until, Reason) && Who.Any(practitioner => practitioner.Id == block.PractitionerId);

    /// <summary>The dates of which it takes anything.</summary>
    public IEnumerable<DateOnly> Dates => Stretches.SelectMany(stretch => DatesOf(stretch.From, stretch.Until)).Distinct();

    public DateOnly FirstDay => DateOnly.FromDateTime(From);

    public DateOnly LastDay => Dates.Max();

    /// <summary>Whether this appointment cannot be as it stands, being still to come or under way; now is clinic time.</summary>
    public bool PutsOut(Appointment appointment, DateTime now) =>
        appointment.CanBeMoved
        && appointment.Slot.EndsAt > now
        && Who.Any(practitioner => practitioner.Id == appointment.PractitionerId)
        && Stretches.Any(stretch => stretch.From < appointment.Slot.EndsAt && appointment.StartsAt < stretch.Until);

    /// <summary>Marks its time as taken.</summary>
    public void Take(Occupancy taken)
    {
        foreach (var block in Blocks(Guid.Empty, default))
        {
            taken.Take(Resource.Practitioner(block.PractitionerId), block.Slot);
        }
    }

    /// <summary>What is written into the diary for it.</summary>
    public IEnumerable<Block> Blocks(Guid series, Signature by) =>
        Who.SelectMany(practitioner => Stretches.Select(stretch => new Block
        {
            PractitionerId = practitioner.Id,
            From = stretch.From,
            Until = stretch.Until,
            Reason = Reason,
            Series = series,
            MadeBy = by.Who,
            MadeAt = by.At,
        }));

    internal static IEnumerable<DateOnly> DatesOf(DateTime from, DateTime until)
    {
        for (var date = DateOnly.FromDateTime(from); date.ToDateTime(TimeOnly.MinValue) < until; date = date.AddDays(1))
        {
            yield return date;
        }
    }

    private TimeSpan Step => Repeat switch
    {
        RepeatEach.Never => TimeSpan.Zero,
        RepeatEach.Day => TimeSpan.FromDays(1),
        RepeatEach.Week => TimeSpan.FromDays(7),
    };

    private IEnumerable<(DateTime From, DateTime Until)> Stretches =>
        Enumerable.Range(0, Repeat == RepeatEach.Never ? 1 : Times).Select(time => (From + (time * Step), Until + (time * Step)));

    private static bool OnATick(DateTime time) => time.Ticks % (TickSet.MinutesATick * TimeSpan.TicksPerMinute) == 0;
}

/// <summary>How soon time off comes again.</summary>
public enum RepeatEach
{
    Never,
    Day,
    Week,
}

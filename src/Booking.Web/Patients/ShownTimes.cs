namespace Booking.Web;

/// <summary>What a patient asks of the times: with whom, in which part of the day, from which date on.</summary>
public sealed record TimesAsked(Treatment Treatment, Practitioner? With, PartOfDay When, DateOnly? From);

/// <summary>A week of free times as a patient chooses from it.</summary>
public sealed class ShownTimes(Availability open, TimesAsked asked)
{
    public const int Days = 7;

    public TimesAsked Asked => asked;

    /// <summary>Where somebody whom none of them suits joins the waiting list; null where they cannot.</summary>
    public string? WaitingList { get; init; }

    public Clinic Clinic => open.Clinic;

    /// <summary>The days shown, up to the last that can be booked.</summary>
    public IEnumerable<DateOnly> Dates => open.Dates.Where(date => date <= LastDay);

    public DateOnly First => open.Dates.First();

    public DateOnly? Later => First.AddDays(Days) is var next && next <= LastDay ? next : null;

    public DateOnly? Earlier => First <= Today ? null : First.AddDays(-Days) is var before && before > Today ? before : Today;

    /// <summary>Whether anything narrows the choice.</summary>
    public bool IsNarrowed => asked.With is not null || asked.When != PartOfDay.Any;

    private DateOnly Today => DateOnly.FromDateTime(open.Now);

    private DateOnly LastDay => Clinic.Rules.LastDay(open.Now);

    public IEnumerable<FreeTime> On(DateOnly date) =>
        open.On(date, asked.Treatment, asked.With).Where(time => asked.When.Has(time.Slot.Start));

    /// <summary>Why a day without times has none.</summary>
    public string WhyNone(DateOnly date)
    {
        if (Clinic.ClosureOn(date) is { } closure)
        {
            return $"closed, {closure.Reason}";
        }

        if (!Clinic.WhoGive(asked.Treatment).Any(practitioner => !practitioner.HoursOn(date).IsEmpty))
        {
            return "closed";
        }

        return IsNarrowed ? "no such times left" : "no times left";
    }

    /// <summary>The first date to look at: the one asked for, if it lies between today and the last that can be booked.</summary>
    public static DateOnly Start(TimesAsked asked, Clinic clinic, DateTime now)
    {
        var (today, lastDay) = (DateOnly.FromDateTime(now), clinic.Rules.LastDay(now));
        var from = asked.From is { } date && date > today ? date : today;
        return from > lastDay ? lastDay : from;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Booking.Web;

/// <summary>Time off as it is typed: by whom, from when until when, why, and how often.</summary>
public sealed class LeaveInput
{
    public const string Other = "Other";
    public const string Everybody = "all";

    /// <summary>What time off is mostly for.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["Leave", "Lunch", "Meeting", "Training", "Off sick", Other];

    /// <summary>Slugs, or <see cref="Everybody"/>.</summary>
    public List<string> Who { get; set; } = [];

    public string? FirstDay { get; set; }

    /// <summary>Nothing for the first day alone.</summary>
    public string? LastDay { get; set; }

    /// <summary>Nothing for whole days.</summary>
    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Reason { get; set; }

    public string? InOtherWords { get; set; }

    public RepeatEach Repeat { get; set; }

    public string? Times { get; set; }

    /// <summary>The form as it would be filled in for this.</summary>
    public static LeaveInput Of(IEnumerable<string> who, DateTime from, DateTime until, string reason)
    {
        var (isWhole, last) = (from.TimeOfDay == TimeSpan.Zero && until.TimeOfDay == TimeSpan.Zero, until.AddTicks(-1));
        return new LeaveInput
        {
            Who = [.. who],
            FirstDay = DateOnly.FromDateTime(from).Iso(),
            LastDay = DateOnly.FromDateTime(last).Iso(),
            From = isWhole ? null : Typed(TimeOnly.FromDateTime(from)),
            Until = isWhole ? null : Typed(TimeOnly.FromDateTime(until)),
            Reason = Reasons.Contains(reason) ? reason : Other,
            InOtherWords = Reasons.Contains(reason) ? null : reason,
        };
    }

    /// <summary>What it says; null where it cannot be used, and the state says why beside each field.</summary>
    public TimeOff? Read(Clinic clinic, ModelStateDictionary state)
    {
        var everybody = Who.Contains(Everybody);
        var who = clinic.Practitioners.Where(practitioner => everybody || Who.Contains(practitioner.Slug)).ToList();
        Demand(who.Count > 0 && (everybody || who.Count == Who.Distinct().Count()), nameof(Who), "Choose who");
        Demand(IsoDates.TryParse(FirstDay, out var first) && first.Year < 2200, nameof(FirstDay), "Enter the first day");
        var last = first;
        Demand(
            string.IsNullOrEmpty(LastDay) || (IsoDates.TryParse(LastDay, out last) && last >= first && last.Year < 2200),
            nameof(LastDay),
            "Enter a last day that is not before the first, or leave it empty");
        var (from, until) = (Time(From, nameof(From)), Time(Until, nameof(Until)));
        Demand(from is null == until is null, from is null ? nameof(From) : nameof(Until), "Enter both times, or neither for whole days");
        var reason = Reason == Other ? InOtherWords?.Trim() : Reason;
        Demand(Reasons.Contains(Reason), nameof(Reason), "Choose a reason");
        Demand(
            Reason != Other || reason is { Length: > 0 and <= Block.ReasonLength },
            nameof(InOtherWords),
            $"Say what it is, in {Block.ReasonLength} letters or fewer");
        var times = 1;
        Demand(
            Repeat == RepeatEach.Never || (int.TryParse(Times, CultureInfo.InvariantCulture, out times) && times is >= 1 and <= TimeOff.MostTimes),
            nameof(Times),
            Refusal.TooOften.Words);
        return state.IsValid
            ? new TimeOff(who, first.ToDateTime(from ?? default), End(last, until), reason!, Repeat, times)
            : null;

        void Demand(bool holds, string field, string words)
        {
            if (!holds)
            {
                state.AddModelError($"Input.{field}", words);
            }
        }

        TimeOnly? Time(string? typed, string field)
        {
            var time = default(TimeOnly);
            Demand(
                string.IsNullOrEmpty(typed)
                    || (TimeOnly.TryParseExact(typed, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time) && time.Minute % 5 == 0),
                field,
                "Enter a time in steps of 5 minutes, like 12:30");
            return string.IsNullOrEmpty(typed) ? null : time;
        }
    }

    // Until midnight is until the day is over.
    private static DateTime End(DateOnly last, TimeOnly? until) =>
        until is { } time && time != TimeOnly.MinValue ? last.ToDateTime(time) : last.AddDays(1).ToDateTime(TimeOnly.MinValue);

    private static string Typed(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Booking.Web;

/// <summary>With whom and when somebody can come, as it is ticked on a form; nothing ticked means any.</summary>
public sealed class WishesInput
{
    /// <summary>Practitioners by slug.</summary>
    public List<string> With { get; set; } = [];

    public List<DayOfWeek> Days { get; set; } = [];

    public List<PartOfDay> Parts { get; set; } = [];

    [DisplayFormat(DataFormatString = "{0:yyyy-MM-dd}", ApplyFormatInEditMode = true)]
    public DateOnly? From { get; set; }

    [DisplayFormat(DataFormatString = "{0:yyyy-MM-dd}", ApplyFormatInEditMode = true)]
    public DateOnly? Until { get; set; }

    /// <summary>Those who can be ticked.</summary>
    [BindNever]
    public IReadOnlyList<Practitioner> Practitioners { get; set; } = [];

    /// <summary>The last day that is not asked for, because an appointment on it is kept; null where it is.</summary>
    [BindNever]
    public DateOnly? UntilKept { get; set; }

    public static WishesInput Of(Wishes wishes, Clinic clinic) => new()
    {
        With = [.. wishes.With.Select(clinic.Practitioner).OfType<Practitioner>().Select(practitioner => practitioner.Slug)],
        Days = [.. wishes.Days],
        Parts = [.. wishes.Parts],
        From = wishes.From,
        Until = wishes.Until,
    };

    /// <summary>What is wrong with the days, and beside which field it is said; null if nothing is.</summary>
    public (string Field, string Words)? Wrong(DateOnly today)
    {
        var (from, until) = (From ?? today, UntilKept ?? Until ?? today.AddDays(Wishes.UsualDays));
        return until < today && UntilKept is null ? (nameof(Until), "Enter a last day that is still to come")
            : until < from ? (UntilKept is null ? nameof(Until) : nameof(From), "The last day cannot be before the first")
            : until > today.AddDays(Wishes.MostDays) && UntilKept is null
                ? (nameof(Until), $"Enter a last day within {Wishes.MostDays} days from now")
            : null;
    }

    public Wishes In(Clinic clinic, Treatment treatment, DateOnly today) => new(
        [.. clinic.WhoGive(treatment).Where(practitioner => With.Contains(practitioner.Slug)).Select(practitioner => practitioner.Id)],
        [.. Days.Distinct()],
        [.. Parts.Distinct().Where(part => part != PartOfDay.Any)],
        From ?? today,
        UntilKept ?? Until ?? (From > today ? From.Value : today).AddDays(Wishes.UsualDays));
}

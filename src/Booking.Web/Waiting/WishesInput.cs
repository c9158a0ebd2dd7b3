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

    public static WishesInput Of(Wishes wishes, Clinic clinic, DateOnly today) => new()
    {
        With = [.. wishes.With.Select(clinic.Practitioner).OfType<Practitioner>().Select(practitioner => practitioner.Slug)],
        Days = [.. wishes.Days],
        Parts = [.. wishes.Parts],
        From = wishes.From > today ? wishes.From : null,
        Until = wishes.Until,
    };

    /// <summary>Says what is wrong with the days, beside the field where it is put right.</summary>
    /// <param name="name">Of these wishes on the form.</param>
    public void Judge(ModelStateDictionary state, string name, DateOnly today)
    {
        Reword(state, $"{name}.{nameof(From)}", "Enter a first day, like 23 11 2026");
        Reword(state, $"{name}.{nameof(Until)}", "Enter a last day, like 23 11 2026");
        if (state.GetFieldValidationState(name) != ModelValidationState.Invalid && Wrong(today) is var (field, words))
        {
            state.AddModelError($"{name}.{field}", words);
        }
    }

    // What was typed is no date: the framework's own words say so in no patient's language.
    private static void Reword(ModelStateDictionary state, string field, string words)
    {
        if (state.TryGetValue(field, out var typed) && typed.Errors.Count > 0)
        {
            typed.Errors.Clear();
            typed.Errors.Add(words);
        }
    }

    private (string Field, string Words)? Wrong(DateOnly today)
    {
        var last = today.AddDays(Wishes.MostDays);
        return From < today ? (nameof(From), "Enter a first day that is today or later")
            : UntilKept < From ? (nameof(From), $"Enter a first day before your appointment on {UntilKept.Value.Said()}")
            : UntilKept is not null ? null
            : Until < today ? (nameof(Until), "Enter a last day that is still to come")
            : Until < From ? (nameof(Until), "The last day cannot be before the first")
            : From > last ? (nameof(From), $"Enter a first day within {Wishes.MostDays} days from now")
            : Until > last ? (nameof(Until), $"Enter a last day within {Wishes.MostDays} days from now")
            : null;
    }

    public Wishes In(Clinic clinic, Treatment treatment, DateOnly today) => new(
        [.. clinic.WhoGive(treatment).Where(practitioner => With.Contains(practitioner.Slug)).Select(practitioner => practitioner.Id)],
        [.. Days.Distinct()],
        [.. Parts.Distinct().Where(part => part != PartOfDay.Any)],
        From ?? today,
        UntilKept ?? Until ?? (From > today ? From.Value : today).AddDays(Wishes.UsualDays));
}

using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Who waits for a time, for what and since when, and what has been offered to them.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(nameof(Day))]
public sealed class StaffWaitingPage(WaitingList waiting, Diary diary, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    /// <summary>Of which the free times are to be put to those who wait.</summary>
    [BindProperty]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-dd}", ApplyFormatInEditMode = true)]
    public DateOnly? Day { get; set; }

    public Clinic Clinic { get; private set; } = null!;

    /// <summary>Why nobody is asked about a time; null if they are.</summary>
    public Refusal? WhyNobody { get; private set; }

    public BookingRules Rules => Clinic.Rules;

    public DateOnly Today => clock.Today();

    public IReadOnlyList<OnList> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        if (WhyNotOffer() is { } wrong)
        {
            ModelState[nameof(Day)]?.Errors.Clear(); // the framework's own words for a bad date are in nobody's language
            ModelState.AddModelError(nameof(Day), wrong);
            return this.BadForm();
        }

        await waiting.FreeDayAsync(Day!.Value, User.Identity!.Name!, cancellation);
        this.Done($"What is free on {Day.Value.Said()} is offered from now on to whomever it suits.");
        return RedirectToPage();
    }

    private string? WhyNotOffer() => Day is not { } day ? "Enter a day, like 23 11 2026"
        : day < Today ? "That day has passed"
        : day > Clinic.Rules.LastDay(clock.Now()) ? "That day is too far ahead to be booked online"
        : null;

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Clinic = await diary.ClinicAsync(cancellation);
        WhyNobody = await waiting.WhyNobodyAsync(cancellation);
        Places = Past ? await waiting.PastAsync(cancellation) : await waiting.WaitingAsync(cancellation);
    }
}

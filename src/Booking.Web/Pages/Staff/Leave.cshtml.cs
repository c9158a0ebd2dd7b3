using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where the desk takes time out of the diary, sees whom that puts out, and settles what becomes of each.</summary>
[Authorize(Policy = StaffPolicy.Reception)]
[OnlyTheseFields(
    "Input.Who", "Input.FirstDay", "Input.LastDay", "Input.From", "Input.Until", "Input.Reason", "Input.InOtherWords", "Input.Repeat",
    "Input.Times", nameof(Choice), nameof(Series), "all", "practitioner", "minutes", "id", "rest",
    Repeated = ["Input.Who", nameof(Choice)])]
public sealed partial class LeavePage(Diary diary, Desk desk, TimeProvider clock) : PageModel
{
    private const int MostBlocks = 200;

    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    /// <summary>What is to become of each of those in the way, as <see cref="LeaveRow"/> writes it.</summary>
    [BindProperty]
    public List<string> Choice { get; set; } = [];

    /// <summary>Under which number it is done: pressed twice it is done once.</summary>
    [BindProperty]
    public Guid Series { get; set; }

    public Clinic Clinic { get; private set; } = null!;

    public DateTime Now { get; private set; }

    /// <summary>What the form says, once it can be used; null for the empty form.</summary>
    public TimeOff? Off { get; private set; }

    public IReadOnlyList<LeaveRow> Rows { get; private set; } = [];

    /// <summary>How many of those chosen for are in the way no longer.</summary>
    public int Gone { get; private set; }

    public IReadOnlyList<Block> Blocks { get; private set; } = [];

    public DoneTogether? Done { get; private set; }

    /// <summary>A block that has just been removed, and can be put back; or null.</summary>
    public int? Removed { get; private set; }

    /// <summary>Who stands in the middle of what was put back.</summary>
    public IReadOnlyList<Appointment> Left { get; private set; } = [];

    /// <summary>What is not so, though the address says it; or null.</summary>
    public string? Notice { get; private set; }

    private string Me => User.Identity!.Name!;

    public async Task<IActionResult> OnGetAsync(
        [FromQuery] LeaveQuery asked, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        Removed = asked.Removed;
        if (asked.Done is { } series)
        {
            Done = await desk.ReadTogetherAsync(series, cancellation);
            Series = series;
            return Page();
        }

        if (Clinic.Practitioner(asked.Today ?? "") is { } ill)
        {
            await ShowSickAsync(ill, cancellation);
        }
        else if (asked.Who(Clinic) is [var first, ..] who && asked.Start is { } start)
        {
            var end = asked.End ?? await EndOfAsync(first, start, cancellation);
            Input = asked.Fill(LeaveInput.Of(who.Select(practitioner => practitioner.Slug), start, end, asked.Why));
            await PlanAsync([], all: null, cancellation);
        }

        return Page();
    }

    /// <summary>Saves it if nobody is in the way, or once it is settled what becomes of those who are.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (ReadChoices() is not { } choices || !ModelState.IsValid || Input.Read(Clinic, ModelState) is not { } off)
        {
            return this.BadForm();
        }

        if (await desk.TakeLeaveAsync(off, choices, Series, Me, cancellation) is not { } refusal)
        {
            return RedirectToPage(new { done = Series });
        }

        if (off.WhyNot(Now) is not null)
        {
            return this.BadForm("Input.FirstDay", refusal.Words);
        }

        await PlanAsync(choices, all: null, cancellation);
        return refusal == Refusal.AppointmentsInTheWay ? Page() : this.Conflict(refusal);
    }

    /// <summary>Chooses the same for all of them, and shows it; nothing is saved.</summary>
    public async Task<IActionResult> OnPostAllAsync(LeaveAct all, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (ReadChoices() is not { } choices || !ModelState.IsValid)
        {
            return this.BadForm();
        }

        await PlanAsync(choices, all, cancellation);
        return ModelState.IsValid ? Page() : this.BadForm();
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        (Clinic, Now) = (await diary.ClinicAsync(cancellation), clock.Now());
        Blocks = await diary.BlocksToComeAsync(MostBlocks, cancellation);
        Series = Series == Guid.Empty ? Guid.NewGuid() : Series;
    }

    private List<LeaveChoice>? ReadChoices()
    {
        var choices = new List<LeaveChoice>();
        foreach (var value in Choice)
        {
            if (!LeaveRow.TryParse(value, Clinic, out var choice))
            {
                ModelState.AddModelError("", "Choose what becomes of each of them");
                return null;
            }

            choices.Add(choice);
        }

        return choices;
    }

    private async Task PlanAsync(IReadOnlyList<LeaveChoice> before, LeaveAct? all, CancellationToken cancellation)
    {
        Off = Input.Read(Clinic, ModelState);
        if (Off is null || Off.WhyNot(Now) is not null)
        {
            Off = null;
            return;
        }

        var plan = await desk.PlanLeaveAsync(Off, cancellation);
        Rows = LeaveRow.Of(plan, before, all, Now);
        Gone = before.Count(choice => plan.All(one => one.Appointment.Id != choice.Seen.Id));
    }

    private async Task ShowSickAsync(Practitioner ill, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(Now);
        var tick = TickSet.TickOf(TimeOnly.FromDateTime(Now));
        var left = ill.HoursOn(today) & TickSet.From(tick);
        if (left.IsEmpty || Clinic.ClosureOn(today) is not null)
        {
            Notice = $"{ill.FullName} does not work any more today.";
            return;
        }

        var midnight = today.ToDateTime(TimeOnly.MinValue);
        Input = LeaveInput.Of(
            [ill.Slug],
            midnight.AddMinutes(tick * TickSet.MinutesATick),
            midnight.AddMinutes((left.Ticks().Last() + 1) * TickSet.MinutesATick),
            "Off sick");
        await PlanAsync([], all: null, cancellation);
    }

    // Of somebody who leaves for good: everything that they still have in the diary.
    private async Task<DateTime> EndOfAsync(Practitioner practitioner, DateTime from, CancellationToken cancellation)
    {
        var (first, last) = (DateOnly.FromDateTime(from), await diary.LastDayOfAsync(practitioner, cancellation));
        var latest = first.AddDays(TimeOff.MostDays - 1);
        var end = last is { } day && day > first ? (day < latest ? day : latest) : first;
        return end.AddDays(1).ToDateTime(TimeOnly.MinValue);
    }
}

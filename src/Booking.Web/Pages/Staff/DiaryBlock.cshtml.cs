using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Takes blocks and delays from the diary's screen, and answers it in JSON. It has no page of its own.</summary>
[OnlyTheseFields(
    nameof(Practitioners), nameof(From), nameof(Until), nameof(Reason), nameof(Repeat), nameof(Times), nameof(Key), "Id", "Series",
    "Practitioner", "Minutes", Repeated = [nameof(Practitioners)])]
public sealed class DiaryBlockPage(Diary diary, Desk desk, ScreenNews news, TimeProvider clock) : PageModel
{
    private const string Everybody = "all";
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    private const int MostNamed = 3;

    private static readonly int[] Delays = [10, 20];

    [BindProperty]
    public List<string> Practitioners { get; set; } = [];

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>none, daily or weekly.</summary>
    [BindProperty]
    public string? Repeat { get; set; }

    [BindProperty]
    public int Times { get; set; } = 1;

    /// <summary>Names the form: sent again because its answer was lost, it blocks nothing a second time.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    private string Me => User.Identity!.Name!;

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostBlockAsync(CancellationToken cancellation)
    {
        var clinic = await diary.ClinicAsync(cancellation);
        if (Read(clinic) is not { } off)
        {
            return DeskAnswer.Bad(ModelState);
        }

        if (!off.Who.All(practitioner => User.MayChange(practitioner.Id)))
        {
            return DeskAnswer.Refused(Refusal.NotYourColumn);
        }

        var series = Key == Guid.Empty ? Guid.NewGuid() : Key;
        if (await desk.BlockAsync(off, series, Me, cancellation) is not { } refusal)
        {
            var done = await desk.ReadTogetherAsync(series, cancellation);
            return DeskAnswer.Done(
                $"{off.Reason}: {string.Join(", ", off.Who.Select(p => p.FullName))}, {Stretches.Said(off.From, off.Until)}",
                [],
                clinic.Rules,
                unblock: new MadeBlock(done.Blocks[0].Id, Series: true));
        }

        if (refusal != Refusal.AppointmentsInTheWay)
        {
            return DeskAnswer.Refused(refusal);
        }

        var who = InTheWay(await desk.WhomItPutsOutAsync(off, cancellation));
        return DeskAnswer.Refused(refusal.Because(who), leave: User.IsReception() ? LeaveQuery.To(off) : null);
    }

    public async Task<IActionResult> OnPostUnblockAsync(int id, bool series, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return DeskAnswer.Bad(ModelState);
        }

        return (await WhyNotYoursAsync(id, series, cancellation) ?? await desk.UnblockAsync(id, series, Me, cancellation)) is { } refusal
            ? DeskAnswer.Refused(refusal)
            : DeskAnswer.Done(
                series ? "Removed, and the rest of the series" : "Removed",
                [],
                (await diary.ClinicAsync(cancellation)).Rules,
                removed: id);
    }

    public async Task<IActionResult> OnPostPutBackAsync(int id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return DeskAnswer.Bad(ModelState);
        }

        if (await WhyNotYoursAsync(id, rest: true, cancellation) is { } no)
        {
            return DeskAnswer.Refused(no);
        }

        var (left, refusal) = await desk.PutBackAsync(id, cancellation);
        return refusal is not null
            ? DeskAnswer.Refused(refusal)
            : DeskAnswer.Done(Stretches.PutBack(left.Count), [], (await diary.ClinicAsync(cancellation)).Rules);
    }

    public async Task<IActionResult> OnPostLateAsync(string? practitioner, int minutes, CancellationToken cancellation)
    {
        var clinic = await diary.ClinicAsync(cancellation);
        if (!ModelState.IsValid || clinic.Practitioner(practitioner ?? "") is not { } late || !Delays.Contains(minutes))
        {
            return DeskAnswer.Bad(ModelState);
        }

        if (!User.MayChange(late.Id))
        {
            return DeskAnswer.Refused(Refusal.NotYourColumn);
        }

        var (told, refusal) = await desk.RunLateAsync(late, minutes, Guid.NewGuid(), Me, cancellation);
        return refusal is not null
            ? DeskAnswer.Refused(refusal)
            : DeskAnswer.Done(
                "Told of the delay: " + string.Join(", ", told.Select(one => $"{one.Appointment.Patient.FullName} ({one.Minutes} minutes)")),
                told.Select(one => new Seen(one.Appointment.Id, one.Appointment.Version).Next),
                clinic.Rules,
                now: await news.OfAsync([.. told.Select(one => one.Appointment.Id)], User, cancellation));
    }

    private static string InTheWay(IReadOnlyList<Appointment> putOut)
    {
        var named = putOut.Take(MostNamed).Select(one => $"{one.Patient.FullName} ({one.StartsAt.Said()})");
        var rest = putOut.Count > MostNamed ? $" and {putOut.Count - MostNamed} more" : "";
        return $"There are appointments in the way: {string.Join(", ", named)}{rest}.";
    }

    private async Task<Refusal?> WhyNotYoursAsync(int id, bool rest, CancellationToken cancellation) =>
        (await desk.WhoseAsync(id, rest, cancellation)).All(User.MayChange) ? null : Refusal.NotYourColumn;

    private TimeOff? Read(Clinic clinic)
    {
        List<Practitioner> who = Practitioners is [Everybody]
            ? [.. clinic.Practitioners]
            : [.. clinic.Practitioners.Where(practitioner => Practitioners.Contains(practitioner.Slug))];
        var repeat = Repeat switch
        {
            null or "" or "none" => RepeatEach.Never,
            "daily" => RepeatEach.Day,
            "weekly" => RepeatEach.Week,
            _ => (RepeatEach?)null,
        };
        var reason = Reason?.Trim();
        Demand(who.Count > 0, nameof(Practitioners), "Choose who");
        Demand(TryRead(From, out var from), nameof(From), "Enter when it begins");
        Demand(TryRead(Until, out var until), nameof(Until), "Enter when it ends");
        Demand(reason is { Length: > 0 and <= Block.ReasonLength }, nameof(Reason), "Say what it is");
        Demand(repeat is not null, nameof(Repeat), "Choose how often");
        if (!ModelState.IsValid)
        {
            return null;
        }

        var off = new TimeOff(who, from, until, reason!, repeat!.Value, Times);
        var wrong = off.WhyNot(clock.Now());
        Demand(wrong is null, nameof(Until), wrong?.Words ?? "");
        return wrong is null ? off : null;
    }

    private void Demand(bool holds, string field, string words)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, words);
        }
    }

    private static bool TryRead(string? text, out DateTime moment) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment)
            && moment.Year is > 2000 and < 2200;
}

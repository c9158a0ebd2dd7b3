using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Booking.Web.Pages;

/// <summary>The demo's phone, with the clinic's clock beside it to wind.</summary>
public sealed class DemoPhonePage(
    DemoPhone phone,
    TextReceiving receiving,
    WoundClock clock,
    WaitingList waiting,
    MessageSweep sweep,
    MorningSheet sheet,
    IOptions<ClinicOptions> clinic)
    : PageModel
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan NineInTheMorning = TimeSpan.FromHours(9);

    public DateTime Now => clock.Now();

    public int Count => phone.Texts.Count;

    /// <summary>One for each number, the one that was last written to first.</summary>
    public IEnumerable<IGrouping<string, ShownText>> Threads =>
        phone.Texts.GroupBy(text => text.Number).OrderByDescending(thread => thread.Max(text => text.At));

    /// <summary>Where a word of a text leads, on this very site; null if it is no link.</summary>
    public string? Link(string word)
    {
        var site = clinic.Value.PublicBaseUrl.AbsoluteUri.TrimEnd('/');
        return word.StartsWith(site, StringComparison.Ordinal) ? word[site.Length..] : null;
    }

    public Task<IActionResult> OnPostHourAsync(CancellationToken cancellation) => WindAsync(Hour, cancellation);

    public Task<IActionResult> OnPostMorningAsync(CancellationToken cancellation)
    {
        var morning = Now.Date + NineInTheMorning;
        return WindAsync((Now < morning ? morning : morning.AddDays(1)) - Now, cancellation);
    }

    public Task<IActionResult> OnPostDayAsync(CancellationToken cancellation) => WindAsync(24 * Hour, cancellation);

    /// <summary>Answers as the patient would, on the way that Twilio brings it.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string? number, string? words, CancellationToken cancellation)
    {
        if (Threads.Any(thread => thread.Key == number) && words is { Length: > 0 and <= ReceivedText.WordsLength })
        {
            await phone.WriteAsync(number!, words, receiving, cancellation);
        }

        return RedirectToPage();
    }

    // Hour by hour, as time goes: what is due on the way goes when it is due.
    private async Task<IActionResult> WindAsync(TimeSpan on, CancellationToken cancellation)
    {
        for (; on > TimeSpan.Zero; on -= Hour)
        {
            clock.Wind(on < Hour ? on : Hour);
            await waiting.GoRoundAsync(cancellation);
            await sweep.RunAsync(cancellation);
            await sheet.RunAsync(cancellation);
        }

        return RedirectToPage();
    }
}

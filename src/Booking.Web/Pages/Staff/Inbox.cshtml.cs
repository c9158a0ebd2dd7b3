using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What patients have texted, a thread a patient, the newest first: those that wait for a person, and the others.</summary>
[Authorize(StaffPolicy.Reception)]
public sealed class InboxPage(Inbox inbox) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public IReadOnlyList<InboxThread> Threads { get; private set; } = [];

    /// <summary>Where the next page begins, or null on the last one.</summary>
    public int? Older { get; private set; }

    /// <summary>Monday 23 November at 9:15am, with the year.</summary>
    public static string When(DateTime utc)
    {
        var wall = ClinicTime.ToWall(utc);
        return $"{DateOnly.FromDateTime(wall).SaidWithYear()} at {TimeOnly.FromDateTime(wall).Said()}";
    }

    /// <summary>What a thread's card shows, in the order in which it was said.</summary>
    public static IEnumerable<ThreadLine> Lines(InboxThread thread) => thread.Texts
        .Select(text => new ThreadLine(text.At, text, null))
        .Concat(thread.LastSent is { } sent ? [new ThreadLine(sent.SentAt ?? default, null, sent)] : [])
        .OrderBy(line => line.At).ThenBy(line => line.Received?.Id);

    public async Task OnGetAsync(int? before, CancellationToken cancellation) =>
        (Threads, Older) = await inbox.ThreadsAsync(Done, before, cancellation);
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>
/// The clinic's texts: whom one has not reached and what to do about it, what goes next, what went and what it cost. Reception
/// decides about each; an administrator can stop them all.
/// </summary>
[OnlyTheseFields(nameof(Id), nameof(Revision), nameof(Reason))]
public sealed partial class MessagesPage(
    Texts texts, SendingTrouble trouble, SendingDesk sending, Nudge nudge, TimeProvider clock) : PageModel
{
    /// <summary>Which list is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The text after which the list goes on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public int Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Say why, for everybody who looks at this page")]
    [StringLength(SendingStatus.ReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string Reason { get; set; } = "";

    public TextList List => Enum.TryParse<TextList>(Show, ignoreCase: true, out var list) && Enum.IsDefined(list) ? list : TextList.ToSeeTo;

    public TextPage Texts { get; private set; } = new([], null);

    public TextFigures Figures { get; private set; } = null!;

    public SendingState State { get; private set; } = null!;

    public int ToSeeTo { get; private set; }

    /// <summary>Whether whoever looks may decide about texts.</summary>
    public bool MayDecide => User.IsReception();

    public bool MayStop => User.IsInRole(StaffPolicy.Administrator);

    public static string Title(TextList list) => list switch
    {
        TextList.ToSeeTo => "To see to",
        TextList.Waiting => "Waiting to go",
        TextList.Overdue => "Overdue",
        TextList.Sent => "Sent",
        TextList.Delivered => "Delivered",
        TextList.Answered => "Answered",
        TextList.Failed => "Did not arrive",
        TextList.NotSent => "Not sent",
    };

    public static string Empty(TextList list) => list switch
    {
        TextList.ToSeeTo => "Nothing needs you. Every text to a patient who is still to come has gone, or waits for its time.",
        TextList.Waiting => "No text waits to go.",
        TextList.Overdue => "Nothing is overdue.",
        TextList.Sent => "No text is on its way to a phone.",
        TextList.Delivered => "No text has been delivered yet.",
        TextList.Answered => "No patient has answered a text yet.",
        TextList.Failed => "Every text that was sent has arrived.",
        TextList.NotSent => "No text has been left out.",
    };

    /// <summary>When something was or is done about it, in a few words.</summary>
    public static string? When(Message message) => message switch
    {
        { State: MessageState.Pending, Due: { } due } => $"Goes {Said(due)}",
        { SentAt: { } sent } => $"Sent {Said(sent)}",
        { TriedAt: { } tried } => $"Tried {Said(tried)}",
        _ => null,
    };

    /// <summary>Whether it can still be sent again and be right: what it says is so, and it is not too late.</summary>
    public bool CanGoAgain(ListedText text) => MayDecide && text.Message.CanGoAgain && clock.Now() < text.Message.UsefulUntil
        && (text.Appointment is not { } appointment || text.Message.Tells(appointment));

    public async Task OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    private async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        State = await trouble.StateAsync(cancellation);
        ToSeeTo = await texts.CountToSeeToAsync(cancellation);
        Figures = await texts.FiguresAsync(cancellation);
        Texts = await texts.ListAsync(List, int.TryParse(After, CultureInfo.InvariantCulture, out var after) ? after : null, cancellation);
        return Page();
    }

    private static string Said(DateTime utc) => ClinicTime.ToWall(utc).Said();
}

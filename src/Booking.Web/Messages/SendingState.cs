using System.Globalization;

namespace Booking.Web;

/// <summary>How the sending of texts and e-mails is going.</summary>
/// <param name="SweptAt">When somebody last looked for some to send (UTC).</param>
/// <param name="Late">How many texts should have gone minutes ago.</param>
/// <param name="LateEmails">How many e-mails should have.</param>
/// <param name="Overdue">How many of both wait for a person since an absence.</param>
/// <param name="Now">UTC.</param>
public sealed record SendingState(bool IsSetUp, Outlook Look, DateTime SweptAt, int Late, int LateEmails, int Overdue, DateTime Now)
{
    private static readonly TimeSpan SweepsAreLate = TimeSpan.FromMinutes(5);

    public SendingStatus? Status => Look.Status;

    /// <summary>For how long nobody has looked. A look that is still to come was noted by a clock that has been set back since: it
    /// proves nothing.</summary>
    public TimeSpan SinceSweep => SweptAt <= Now ? Now - SweptAt : SweptAt <= Now + SweepsAreLate ? TimeSpan.Zero : TimeSpan.MaxValue;

    /// <summary>For how long the oldest text that should go has been due.</summary>
    public TimeSpan OldestDue => Look.OldestDue is { } due ? Now - due : TimeSpan.Zero;

    /// <summary>One sentence for each trouble; for anybody they name nobody and repeat nothing that was typed.</summary>
    public IEnumerable<string> Sentences(bool forAnybody)
    {
        if (!IsSetUp)
        {
            yield return "No texts go: Twilio is not set up.";
        }

        if (Status?.StoppedAt is { } stopped)
        {
            var why = forAnybody ? "" : $" by {Status.StoppedBy}: {Status.StoppedWhy}";
            yield return $"All texts and e-mails have been stopped since {Said(stopped)}{why}{(why.EndsWith('.') ? "" : ".")}";
        }

        if (Status?.TooManyAt is { } tooMany)
        {
            yield return $"No texts or e-mails have gone since {Said(tooMany)}: more wanted to go within an hour than is usual."
                + " Somebody at the desk should see why before they go on.";
        }

        if (IsSetUp && Status?.PausedSince is { } since)
        {
            yield return $"No texts have gone since {Said(since)}: Twilio finds fault with our settings"
                + $" (code {Status.Fault!.Value.ToString(CultureInfo.InvariantCulture)}).";
        }

        if (Status?.EmailsPausedSince is { } emailsSince)
        {
            yield return $"No e-mails have gone since {Said(emailsSince)}: the mail server does not take our user and password.";
        }

        if (Status is null || SinceSweep > SweepsAreLate)
        {
            yield return "Nobody has looked for texts and e-mails to send in the last five minutes.";
        }

        if (Status?.AwaySince is { } away && Overdue > 0)
        {
            yield return $"The site had not looked for messages to send since {Said(away)}. "
                + Counted(Overdue, "One message that came due meanwhile waits", "messages that came due meanwhile wait")
                + " for somebody at the desk to say whether they go.";
        }

        if (Late > 0)
        {
            yield return Counted(Late, "One text is late.", "texts are late.");
        }

        if (LateEmails > 0)
        {
            yield return Counted(LateEmails, "One e-mail is late.", "e-mails are late.");
        }
    }

    private static string Said(DateTime utc) => ClinicTime.ToWall(utc).Said();

    private static string Counted(int count, string one, string many) =>
        count == 1 ? one : $"{count.ToString(CultureInfo.InvariantCulture)} {many}";
}

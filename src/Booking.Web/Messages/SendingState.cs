using System.Globalization;

namespace Booking.Web;

/// <summary>How the sending of texts is going.</summary>
/// <param name="SweptAt">When somebody last looked for texts to send (UTC).</param>
/// <param name="Late">How many should have gone minutes ago.</param>
/// <param name="Overdue">How many wait for a person since an absence.</param>
/// <param name="Now">UTC.</param>
public sealed record SendingState(bool IsSetUp, Outlook Look, DateTime SweptAt, int Late, int Overdue, DateTime Now)
{
    private static readonly TimeSpan SweepsAreLate = TimeSpan.FromMinutes(5);

    public SendingStatus? Status => Look.Status;

    /// <summary>For how long nobody has looked; none where a clock has been set back.</summary>
    public TimeSpan SinceSweep => SweptAt < Now ? Now - SweptAt : TimeSpan.Zero;

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
            yield return $"All texts have been stopped since {Said(stopped)}{why}{(why.EndsWith('.') ? "" : ".")}";
        }

        if (Status?.TooManyAt is { } tooMany)
        {
            yield return $"No texts have gone since {Said(tooMany)}: more wanted to go within an hour than is usual."
                + " Somebody at the desk should see why before they go on.";
        }

        if (IsSetUp && Status?.PausedSince is { } since)
        {
            yield return $"No texts have gone since {Said(since)}: Twilio finds fault with our settings"
                + $" (code {Status.Fault!.Value.ToString(CultureInfo.InvariantCulture)}).";
        }

        if (Status is null || SinceSweep > SweepsAreLate)
        {
            yield return "Nobody has looked for texts to send in the last five minutes.";
        }

        if (Status?.AwaySince is { } away && Overdue > 0)
        {
            yield return $"The site had not looked for texts since {Said(away)}. "
                + Counted(Overdue, "One text that came due meanwhile waits", "texts that came due meanwhile wait")
                + " for somebody at the desk to say whether they go.";
        }

        if (Late > 0)
        {
            yield return Counted(Late, "One text is late.", "texts are late.");
        }
    }

    private static string Said(DateTime utc) => ClinicTime.ToWall(utc).Said();

    private static string Counted(int count, string one, string many) =>
        count == 1 ? one : $"{count.ToString(CultureInfo.InvariantCulture)} {many}";
}

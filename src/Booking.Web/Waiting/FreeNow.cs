namespace Booking.Web;

/// <summary>What is free to book now and suits somebody who is about to wait for it.</summary>
/// <param name="Page">Where one of them is chosen.</param>
/// <param name="WasShown">Whether they have been shown it, so that they join all the same.</param>
public sealed record FreeNow(IReadOnlyList<FreeTime> Times, string Page, bool WasShown)
{
    /// <summary>So many are shown at most.</summary>
    public const int Most = 6;
}

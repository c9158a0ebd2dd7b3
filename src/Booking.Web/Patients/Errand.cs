namespace Booking.Web;

/// <summary>What somebody was about to do with their appointment when they had to show again whose it is.</summary>
public enum Errand
{
    Calendar = 1,
    Cancel,
    Move,
    Earlier,
    ToldBy,
}

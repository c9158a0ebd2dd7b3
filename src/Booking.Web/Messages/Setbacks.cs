namespace Booking.Web;

/// <summary>How a round fares: after too many messages in a row that could not go, the rest waits for the next round.</summary>
internal sealed class Setbacks(int most)
{
    private volatile bool _isOver;
    private int _inARow;

    /// <summary>Whether it is of no use to go on now.</summary>
    public bool AreTooMany => _isOver;

    public void Hear(Handover answer)
    {
        switch (answer)
        {
            case Handover.Accepted or Handover.Refused:
                Volatile.Write(ref _inARow, 0);
                break;
            case Handover.TryAgain or Handover.Lost:
                _isOver |= Interlocked.Increment(ref _inARow) >= most;
                break;
            case Handover.NotSetUp or Handover.HeldBack:
                _isOver = true;
                break;
        }
    }
}

namespace Booking;

// What the patient answers to it.
public sealed partial class Message
{
    /// <summary>What the patient answered last; null as long as they have not.</summary>
    public ReplyWish? Answer { get; private set; }

    /// <summary>When they did (UTC).</summary>
    public DateTime? AnsweredAt { get; private set; }

    internal void HearAnswer(ReplyWish answer, DateTime now)
    {
        (Answer, AnsweredAt) = (answer, now);
        Revision++;
    }

    internal void ForgetAnswer()
    {
        if (Answer is not null)
        {
            (Answer, AnsweredAt) = (null, null);
            Revision++;
        }
    }

    internal bool CanGoAsAnswer => Kind == MessageKind.Cancelled && Channel == MessageChannel.Text && State == MessageState.Pending;

    /// <summary>What it says is said at once in answer to the patient's own text; its parts are counted there.</summary>
    internal void GoAsAnswer(string words, DateTime now)
    {
        (TriedAt, SentAt, Said) = (now, now, words);
        Become(MessageState.Sent, null);
    }
}

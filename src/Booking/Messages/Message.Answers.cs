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

    /// <summary>What it says is said at once in answer to the patient's own text.</summary>
    internal void GoAsAnswer(string words, DateTime now)
    {
        if (Kind == MessageKind.Cancelled && Channel == MessageChannel.Text && State == MessageState.Pending)
        {
            (TriedAt, SentAt, Parts) = (now, now, Gsm7.Parts(words));
            Become(MessageState.Sent, null);
        }
    }
}

namespace Booking;

/// <summary>How far a message has come: all that the desk has to know of it.</summary>
/// <param name="Due">When something is done about it next (UTC); null when nothing is left to do.</param>
/// <param name="EmailGoesInstead">Whether an e-mail says what this text could not.</param>
/// <param name="SeenTo">Whether somebody at reception has seen to it.</param>
/// <param name="Answer">What the patient answered to it.</param>
public readonly record struct MessageStanding(
    MessageKind Kind,
    MessageChannel Channel,
    MessageState State,
    WhyNotSent? Why,
    DateTime? Due,
    bool EmailGoesInstead = false,
    bool SeenTo = false,
    ReplyWish? Answer = null)
{
    /// <summary>
    /// Somebody at reception should look: the patient may not know what they should. Whom an offer does not reach has lost
    /// nothing: the next is asked, and the waiting list shows it.
    /// </summary>
    public bool NeedsAttention => !SeenTo && !EmailGoesInstead && Kind != MessageKind.Offer && State switch
    {
        MessageState.Undelivered or MessageState.Failed => true,
        MessageState.Unknown => Due is null,
        MessageState.Skipped => Why is WhyNotSent.NotTextable or WhyNotSent.TooLate or WhyNotSent.NoAddress || RefusedNumber.Tells(Why),
        MessageState.Pending or MessageState.Sending or MessageState.Sent or MessageState.Delivered => false,
    };
}

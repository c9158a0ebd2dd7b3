namespace Booking;

/// <summary>How far a message has come: all that the desk has to know of it.</summary>
/// <param name="Due">When something is done about it next (UTC); null when nothing is left to do.</param>
/// <param name="EmailGoesInstead">Whether an e-mail says what this text could not.</param>
public readonly record struct MessageStanding(
    MessageKind Kind, MessageChannel Channel, MessageState State, WhyNotSent? Why, DateTime? Due, bool EmailGoesInstead)
{
    /// <summary>Somebody at reception should look: the patient may not know what they should.</summary>
    public bool NeedsAttention => !EmailGoesInstead && State switch
    {
        MessageState.Undelivered or MessageState.Failed => true,
        MessageState.Unknown => Due is null,
        MessageState.Skipped => Why is WhyNotSent.NotTextable or WhyNotSent.TooLate or WhyNotSent.NoAddress || RefusedNumber.Tells(Why),
        MessageState.Pending or MessageState.Sending or MessageState.Sent or MessageState.Delivered => false,
    };
}

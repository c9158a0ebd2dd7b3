namespace Booking;

/// <summary>What the clinic's texts say: when, where to look and whom to ring, and nothing about why.</summary>
public sealed class Wording(string clinic, string telephone)
{
    /// <summary>The words of one text; <paramref name="startsAt"/> is on the clinic's clock.</summary>
    public string Write(MessageKind kind, DateTime startsAt, string link) => Gsm7.Fold(kind switch
    {
        MessageKind.Confirmation =>
            $"{clinic}: you are booked for {startsAt.Said()}. To see or cancel it, go to {link} or ring {telephone}.",
        MessageKind.Reminder =>
            $"{clinic}: we look forward to seeing you on {startsAt.Said()}. Can't come? Go to {link} or ring {telephone}.",
    });
}

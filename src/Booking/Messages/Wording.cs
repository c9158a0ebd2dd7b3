namespace Booking;

/// <summary>What the clinic's texts say: when, where to look and whom to ring, and nothing about why.</summary>
public sealed class Wording(string clinic, string telephone)
{
    /// <summary>The words of one text.</summary>
    public string Write(Message message, string link) => Gsm7.Fold(Words(message, message.StartsAt.Said(), link));

    private string Words(Message message, string when, string link) => message.Kind switch
    {
        MessageKind.Confirmation =>
            $"{clinic}: you are booked for {when}. To see or cancel it, go to {link} or ring {telephone}.",
        MessageKind.Reminder =>
            $"{clinic}: we look forward to seeing you on {when}. Can't come? Go to {link} or ring {telephone}.",
        MessageKind.Changed =>
            $"{clinic}: your appointment has changed. It is now {when}. To see or cancel it, go to {link} or ring {telephone}.",
        MessageKind.Cancelled =>
            $"{clinic}: your appointment on {when} is cancelled. To book another, go to {link} or ring {telephone}.",
        MessageKind.RunningLate =>
            $"{clinic}: sorry, we are running late. You may wait about {message.MinutesLate} minutes today. Questions? Ring {telephone}.",
        MessageKind.Note => message.Words ?? "",
        MessageKind.Offer =>
            $"{clinic}: {when} has come free. Say yes or no at {link} by {TimeOnly.FromDateTime(message.UsefulUntil).Said()}, not by text. "
            + $"The first yes has it. Questions? Ring {telephone}.",
    };
}

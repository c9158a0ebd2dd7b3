namespace Booking;

/// <summary>What messages say where the clinic has no words of its own for them: when, where to look and whom to ring, and
/// nothing about why.</summary>
public static class UsualWords
{
    private const string HowToAnswer = " Reply 1 {code} to confirm, 2 {code} to cancel.";

    private static readonly MessageKind[] Kinds =
    [
        MessageKind.Confirmation, MessageKind.Reminder, MessageKind.Changed, MessageKind.Cancelled, MessageKind.RunningLate,
        MessageKind.DidNotAttend, MessageKind.OnTheList,
    ];

    /// <summary>The messages whose words a clinic can change; the others are written for each patient, or never go.</summary>
    public static readonly IReadOnlyList<(MessageKind Kind, MessageChannel Channel)> All =
    [
        .. Kinds.Append(MessageKind.Offer).Select(kind => (kind, MessageChannel.Text)),
        .. Kinds.Select(kind => (kind, MessageChannel.Email)),
    ];

    /// <param name="canBeAnswered">Whether the sender of the texts can receive any.</param>
    public static Draft Of(MessageKind kind, MessageChannel channel, bool canBeAnswered) => channel switch
    {
        MessageChannel.Text => new(null, Text(kind) + (canBeAnswered && Asks(kind) ? HowToAnswer : "")),
        MessageChannel.Email => new(Subject(kind), Email(kind)),
    };

    /// <summary>Whether it is a question, to which "I come" or "I can't" is an answer.</summary>
    public static bool Asks(MessageKind kind) => kind is MessageKind.Confirmation or MessageKind.Reminder or MessageKind.Changed;

    private static string Text(MessageKind kind) => kind switch
    {
        MessageKind.Confirmation =>
            "{clinic}: you are booked for {when}. To see or cancel it, go to {link} or ring {telephone}.",
        MessageKind.Reminder =>
            "{clinic}: we look forward to seeing you on {when}. Can't come? Go to {link} or ring {telephone}.",
        MessageKind.Changed =>
            "{clinic}: your appointment has changed. It is now {when}. To see or cancel it, go to {link} or ring {telephone}.",
        MessageKind.Cancelled =>
            "{clinic}: your appointment on {when} is cancelled. To book another, go to {link} or ring {telephone}.",
        MessageKind.RunningLate =>
            "{clinic}: sorry, we are running late. You may wait about {minutes} minutes today. Questions? Ring {telephone}.",
        MessageKind.DidNotAttend =>
            "{clinic}: we are sorry that we missed you on {when}. To book another time, go to {link} or ring {telephone}.",
        MessageKind.Offer =>
            "{clinic}: {when} has come free. Say yes or no at {link} by {until}, not by text. The first yes has it. Questions? Ring {telephone}.",
        MessageKind.OnTheList =>
            "{clinic}: you are on our waiting list. To see, change or leave your place, go to {link} or ring {telephone}.",
        MessageKind.Note => "",
    };

    private static string Subject(MessageKind kind) => kind switch
    {
        MessageKind.Confirmation => "{clinic}: you are booked for {when}",
        MessageKind.Reminder => "{clinic}: see you on {when}",
        MessageKind.Changed => "{clinic}: your appointment is now {when}",
        MessageKind.Cancelled => "{clinic}: your appointment on {when} is cancelled",
        MessageKind.RunningLate => "{clinic}: we are running late",
        MessageKind.DidNotAttend => "{clinic}: we missed you on {when}",
        MessageKind.OnTheList => "{clinic}: you are on our waiting list",
        MessageKind.Note or MessageKind.Offer => "A message from {clinic}",
    };

    private static string Email(MessageKind kind) =>
        kind == MessageKind.Note ? Sentence(kind) : $"{Greeting(kind)}\n\n{Sentence(kind)}\n\n{{clinic}}\n{{address}}\n{{telephone}}\n";

    private static string Greeting(MessageKind kind) => kind == MessageKind.OnTheList ? "Hello," : "Hello {firstname},";

    private static string Sentence(MessageKind kind) => kind switch
    {
        MessageKind.Confirmation =>
            "You are booked for {when} with {practitioner}.\n\nTo see, move or cancel your appointment, go to\n{link}\n"
            + "or ring us on {telephone}.\n\nThe file with this e-mail puts it into your calendar.",
        MessageKind.Reminder =>
            "We look forward to seeing you on {when} with {practitioner}.\n\nCan't come? Go to\n{link}\nor ring us on {telephone}.",
        MessageKind.Changed =>
            "Your appointment has changed. It is now {when} with {practitioner}.\n\nTo see, move or cancel it, go to\n{link}\n"
            + "or ring us on {telephone}.\n\nThe file with this e-mail changes it in your calendar.",
        MessageKind.Cancelled =>
            "Your appointment on {when} is cancelled.\n\nTo book another, go to\n{link}\nor ring us on {telephone}.\n\n"
            + "The file with this e-mail takes it out of your calendar.",
        MessageKind.RunningLate =>
            "Sorry, we are running late. You may wait about {minutes} minutes today.\n\nQuestions? Ring us on {telephone}.",
        MessageKind.DidNotAttend =>
            "We are sorry that we missed you on {when}.\n\nTo book another time, go to\n{link}\nor ring us on {telephone}.",
        MessageKind.OnTheList =>
            "You are on our waiting list. When a time that suits you comes free, we text you a link.\n\n"
            + "To see, change or leave your place, go to\n{link}\nor ring us on {telephone}.",
        MessageKind.Note or MessageKind.Offer => "",
    };
}

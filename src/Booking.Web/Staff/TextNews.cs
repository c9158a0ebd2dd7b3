namespace Booking.Web;

/// <summary>What became of a text in the words of the desk, and how its badge looks.</summary>
public readonly record struct TextNews(string Words, string Look)
{
    private const string Good = "good";
    private const string Bad = "bad";
    private const string Care = "care";
    private const string Wait = "wait";

    /// <summary>Of somebody who is texted no more.</summary>
    public static readonly TextNews Stopped = new("Wants no texts. Ring them", Care);

    public static TextNews Of(Message message) => Of(message.Standing());

    public static TextNews Of(MessageStanding message) => message.Answer switch
    {
        ReplyWish.Confirm => new($"{Name(message)} answered: confirmed", Good),
        ReplyWish.Cancel => new($"{Name(message)} answered: cannot come", Care),
        _ => OfState(message),
    };

    private static TextNews OfState(MessageStanding message) => message.State switch
    {
        MessageState.Pending => new($"{Name(message)} goes {When(message.Due)}", Wait),
        MessageState.Sending => new($"{Name(message)} is going now", Wait),
        MessageState.Sent => new($"{Name(message)} sent", Good),
        MessageState.Delivered => new($"{Name(message)} delivered", Good),
        MessageState.Undelivered or MessageState.Failed when message.EmailGoesInstead =>
            new($"{Name(message)} failed{Because(message)}. An e-mail goes instead", Wait),
        MessageState.Undelivered or MessageState.Failed when message.NeedsAttention =>
            new($"{Name(message)} failed{Because(message)}. Ring them", Bad),
        MessageState.Undelivered or MessageState.Failed => new($"{Name(message)} failed{Because(message)}. Seen to", Wait),
        MessageState.Unknown when message.SeenTo => new($"{Name(message)} may not have gone. Seen to", Wait),
        MessageState.Unknown when message.NeedsAttention => new($"{Name(message)} may not have gone. Ring them", Care),
        MessageState.Unknown => new($"{Name(message)}: asking whether it went", Wait),
        MessageState.Skipped when message.NeedsAttention => new($"{Name(message)} not sent{Because(message)}", Care),
        MessageState.Skipped when message.EmailGoesInstead =>
            new($"{Name(message)} not texted{Because(message)}. An e-mail goes instead", Wait),
        MessageState.Skipped => new($"No {Name(message).ToLowerInvariant()}{Because(message)}", Wait),
    };

    public static string Name(MessageStanding message) => Name(message.Kind, message.Channel);

    public static string Name(MessageKind kind, MessageChannel channel) =>
        kind.Said() + (channel == MessageChannel.Email ? " by e-mail" : "");

    public static string Reason(WhyNotSent why) => why switch
    {
        WhyNotSent.Cancelled => "the appointment was cancelled",
        WhyNotSent.Moved => "the appointment was moved",
        WhyNotSent.TooLate => "the appointment had begun",
        WhyNotSent.JustBooked => "just booked",
        WhyNotSent.OptedOut => "they asked for no texts",
        WhyNotSent.NotTextable => "not a UK mobile",
        WhyNotSent.NumberRefused => "that number takes no texts",
        WhyNotSent.CountryNotEnabled => "we may not text that country",
        WhyNotSent.Unreachable => "the phone was off or out of reach",
        WhyNotSent.Landline => "the number is a landline",
        WhyNotSent.Filtered => "the network took it for spam",
        WhyNotSent.Refused => "the network refused it",
        WhyNotSent.BadData => "something in our records is wrong",
        WhyNotSent.NotFound => "we cannot tell whether it went",
        WhyNotSent.Restored => "the appointment was restored",
        WhyNotSent.Replaced => "a newer text says it",
        WhyNotSent.DecidedAgainst => "the site had been off, and it was left out",
        WhyNotSent.OfferOver => "the time had gone",
        WhyNotSent.CameAfterAll => "they came after all",
        WhyNotSent.ByEmail => "they like e-mails better",
        WhyNotSent.NoAddress => "there is no e-mail address any more",
        WhyNotSent.AddressRefused => "that e-mail address takes nothing",
        WhyNotSent.LeftTheList => "they had left the list",
        WhyNotSent.SwitchedOff => "the settings say that none go",
    };

    /// <summary>What somebody at the desk can do about it.</summary>
    public static string Advice(Message message) => message.Why is { } why ? Advice(why, message.Kind) : Tell(message.Kind);

    private static string Advice(WhyNotSent why, MessageKind kind) => why switch
    {
        WhyNotSent.OptedOut => "Ring them. Text only if they ask you to.",
        WhyNotSent.NotTextable or WhyNotSent.Landline => "Ring them, and ask for a mobile number.",
        WhyNotSent.NumberRefused or WhyNotSent.CountryNotEnabled or WhyNotSent.BadData =>
            "Ring them, and check the number with them.",
        WhyNotSent.NoAddress or WhyNotSent.AddressRefused => "Ring them, and check the e-mail address with them.",
        WhyNotSent.Unreachable or WhyNotSent.Filtered or WhyNotSent.Refused or WhyNotSent.NotFound => Tell(kind),
        WhyNotSent.Cancelled or WhyNotSent.Moved or WhyNotSent.TooLate or WhyNotSent.JustBooked or WhyNotSent.Restored
            or WhyNotSent.Replaced or WhyNotSent.DecidedAgainst or WhyNotSent.OfferOver or WhyNotSent.CameAfterAll
            or WhyNotSent.ByEmail or WhyNotSent.LeftTheList or WhyNotSent.SwitchedOff =>
            "Ring them if they should know.",
    };

    private static string Tell(MessageKind kind) => kind switch
    {
        MessageKind.Note => "Ring them, and tell them what it says.",
        MessageKind.DidNotAttend => "Ring them, and offer them another time.",
        _ => "Ring them, and tell them the time.",
    };

    private static string Because(MessageStanding message) => message.Why is { } why ? $": {Reason(why)}" : "";

    private static string When(DateTime? due)
    {
        if (due is not { } moment)
        {
            return "soon";
        }

        var wall = ClinicTime.ToWall(moment);
        return $"{DateOnly.FromDateTime(wall).SaidShort()}, {TimeOnly.FromDateTime(wall).Said()}";
    }
}

using System.Globalization;
using System.Text;

namespace Booking;

/// <summary>What the clinic's messages say: in its own words where it has some that can be used, else in the usual ones.</summary>
/// <param name="canBeAnswered">Whether the sender of the texts can receive any.</param>
public sealed class Wording(Letterhead letterhead, Clinic clinic, bool canBeAnswered)
{
    /// <summary>Of a first name that a text says.</summary>
    public const int LongestFirstName = 20;

    /// <summary>What stands for the link where a message is kept for staff: the link itself opens the appointment to anybody.</summary>
    public const string TheirLink = "[their link]";

    private const string Somebody = "there";

    private readonly Dictionary<(MessageKind, MessageChannel), Draft> _own = [];

    private readonly List<Template> _spoilt = [];

    private bool _isRead;

    public Proofreading Proofreading { get; } = new(letterhead, clinic, canBeAnswered);

    /// <summary>The clinic's own words that cannot be used as they are: the usual ones go in their place.</summary>
    public IReadOnlyList<Template> Spoilt
    {
        get
        {
            ReadOwn();
            return _spoilt;
        }
    }

    public Draft Usual(MessageKind kind, MessageChannel channel) => UsualWords.Of(kind, channel, canBeAnswered);

    public IReadOnlyList<string> Placeholders(MessageKind kind, MessageChannel channel) =>
        Booking.Placeholders.Of(kind, channel, canBeAnswered);

    /// <summary>The words of one text.</summary>
    /// <param name="appointment">What it is about; null where it is about none.</param>
    public string Write(Message message, Appointment? appointment, string link) =>
        Gsm7.Fold(message.Words ?? Fill(Draft(message).Words, message, appointment, link));

    /// <summary>The subject and the words of one e-mail.</summary>
    public (string Subject, string Words) WriteEmail(Message message, Appointment? appointment, string link)
    {
        var draft = Draft(message);
        return (Fill(draft.Subject ?? "", message, appointment, link), message.Words ?? Fill(draft.Words, message, appointment, link));
    }

    /// <summary>What these words would say to somebody made up: for a look before they are kept.</summary>
    public Draft Sample(MessageChannel channel, Draft draft, DateTime startsAt)
    {
        string Say(string words) => Fill(words, channel, name => name switch
        {
            Booking.Placeholders.Practitioner => clinic.Practitioners is [var first, ..] ? first.FirstName : "Sam",
            Booking.Placeholders.Link => letterhead.LongestLink,
            Booking.Placeholders.FirstName => "Jo",
            Booking.Placeholders.Minutes => "20",
            Booking.Placeholders.Until => TimeOnly.FromDateTime(startsAt).Said(),
            Booking.Placeholders.Code => "4821",
            _ => OfTheTime(name, startsAt) ?? $"{{{name}}}",
        });
        return new(draft.Subject is null ? null : Say(draft.Subject), Say(draft.Words));
    }

    private Draft Draft(Message message)
    {
        ReadOwn();
        return _own.TryGetValue((message.Kind, message.Channel), out var own) ? own : Usual(message.Kind, message.Channel);
    }

    // Once: what was good when it was saved may not be any more, with another sender or a new treatment.
    private void ReadOwn()
    {
        lock (_own)
        {
            if (_isRead)
            {
                return;
            }

            foreach (var template in clinic.Templates)
            {
                if (Proofreading.Read(template.Kind, template.Channel, template.Draft).Any())
                {
                    _spoilt.Add(template);
                }
                else
                {
                    _own[(template.Kind, template.Channel)] = template.Draft;
                }
            }

            _isRead = true;
        }
    }

    private string Fill(string words, Message message, Appointment? appointment, string link) =>
        Fill(words, message.Channel, name => name switch
        {
            Booking.Placeholders.Practitioner => clinic.Practitioner(message.PractitionerId ?? 0)?.FirstName ?? "us",
            Booking.Placeholders.Link => link,
            Booking.Placeholders.FirstName => FirstName(appointment, message.Channel),
            Booking.Placeholders.Minutes => $"{message.MinutesLate}",
            Booking.Placeholders.Until => TimeOnly.FromDateTime(message.UsefulUntil).Said(),
            Booking.Placeholders.Code => $"{ReplyCode.Of(appointment?.Id ?? 0)}",
            _ => OfTheTime(name, message.StartsAt) ?? "",
        });

    private string Fill(string words, MessageChannel channel, Func<string, string> with)
    {
        var filled = Booking.Placeholders.Replace(words, name => name switch
        {
            Booking.Placeholders.Clinic => letterhead.Name,
            Booking.Placeholders.Telephone => letterhead.Telephone,
            Booking.Placeholders.Address => letterhead.Address,
            _ => with(name),
        }) ?? words;
        return channel == MessageChannel.Text ? Gsm7.Fold(filled) : filled;
    }

    private static string? OfTheTime(string name, DateTime startsAt) => name switch
    {
        Booking.Placeholders.When => startsAt.Said(),
        Booking.Placeholders.Date => DateOnly.FromDateTime(startsAt).Said(),
        Booking.Placeholders.Time => TimeOnly.FromDateTime(startsAt).Said(),
        _ => null,
    };

    // Anybody may have typed it, and the clinic sends it to whom they say: no address of a site, no sentence. And one letter
    // from outside the phone's alphabet would double what a text costs.
    private static string FirstName(Appointment? appointment, MessageChannel channel) => appointment?.FirstName is { } name
        && name.Length is > 0 and <= LongestFirstName && name.EnumerateRunes().All(IsOfAName)
        && (channel != MessageChannel.Text || Gsm7.Holds(Gsm7.Fold(name)))
            ? name
            : Somebody;

    private static bool IsOfAName(Rune rune) => Rune.IsLetter(rune) || rune.Value is '-' or '\'' or '\u2019'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

using System.Text;

namespace Booking;

/// <summary>The names in braces that stand in a draft for what differs from message to message.</summary>
public static class Placeholders
{
    public const string Clinic = "clinic";
    public const string When = "when";
    public const string Date = "date";
    public const string Time = "time";
    public const string Practitioner = "practitioner";
    public const string FirstName = "firstname";
    public const string Link = "link";
    public const string Telephone = "telephone";
    public const string Address = "address";
    public const string Minutes = "minutes";
    public const string Code = "code";
    public const string Until = "until";

    /// <summary>Those that a message of this kind has something for.</summary>
    public static IReadOnlyList<string> Of(MessageKind kind, MessageChannel channel, bool canBeAnswered) =>
    [
        Clinic, Link, Telephone,
        .. kind == MessageKind.OnTheList ? (string[])[] : [When, Date, Time, Practitioner],
        .. kind is MessageKind.Offer or MessageKind.OnTheList ? (string[])[] : [FirstName],
        .. channel == MessageChannel.Email ? (string[])[Address] : [],
        .. kind == MessageKind.RunningLate ? (string[])[Minutes] : [],
        .. kind == MessageKind.Offer ? (string[])[Until] : [],
        .. channel == MessageChannel.Text && canBeAnswered && UsualWords.Asks(kind) ? (string[])[Code] : [],
    ];

    public static string Meaning(string name) => name switch
    {
        Clinic => "the clinic's name",
        When => "Monday 23 November at 9:15am",
        Date => "Monday 23 November",
        Time => "9:15am",
        Practitioner => "the practitioner's first name",
        FirstName => "the patient's first name; in a text \"there\" if it is long or needs letters that cost more",
        Link => "the link to see, move or cancel it",
        Telephone => "the clinic's telephone",
        Address => "the clinic's address",
        Minutes => "how many minutes they will wait",
        Until => "until when the time is kept, 9:15am",
        Code => "the number by which an answer names this appointment",
        _ => throw new ArgumentOutOfRangeException(nameof(name), "There is no such placeholder."),
    };

    /// <summary>The names of those that stand in these words; null when a brace has no other.</summary>
    public static IReadOnlyList<string>? In(string words)
    {
        var names = new List<string>();
        return Replace(words, name =>
        {
            names.Add(name);
            return "";
        }) is null ? null : names;
    }

    /// <summary>The words with each placeholder replaced; null when a brace has no other.</summary>
    public static string? Replace(string words, Func<string, string> with)
    {
        var (replaced, at) = (new StringBuilder(words.Length), 0);
        while (at < words.Length)
        {
            var open = words.IndexOfAny(['{', '}'], at);
            if (open < 0)
            {
                break;
            }

            var close = words.IndexOfAny(['{', '}'], open + 1);
            if (words[open] == '}' || close < 0 || words[close] == '{')
            {
                return null;
            }

            replaced.Append(words, at, open - at).Append(with(words[(open + 1)..close]));
            at = close + 1;
        }

        return replaced.Append(words, at, words.Length - at).ToString();
    }
}

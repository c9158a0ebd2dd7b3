using System.Globalization;
using System.Text;

namespace Booking;

/// <summary>
/// What a text asks for. It is read only where every word of it is understood: whoever says anything else as well may mean
/// something else, and is read by a person.
/// </summary>
/// <param name="Code">The <see cref="ReplyCode"/> of the appointment that is meant, where they gave one.</param>
/// <param name="MayMeanMore">A word that the network obeys may be meant for the clinic: "cancel" the appointment, or "yes" to a question.</param>
public readonly record struct Reply(ReplyWish Wish, int? Code = null, bool MayMeanMore = false)
{
    private const string Cancel = "CANCEL";
    private const string Yes = "YES";

    // The network's own words; said alone, it obeys them before we do.
    private static readonly string[] Stops = ["STOP", "STOPALL", "UNSUBSCRIBE", Cancel, "END", "QUIT", "REVOKE", "OPTOUT"];
    private static readonly string[] Starts = ["START", Yes, "UNSTOP"];
    private static readonly string[] Helps = ["HELP", "INFO"];

    private static readonly string[] Kind =
    [
        "PLEASE", "PLS", "PLZ", "THANKS", "THANK", "YOU", "THANKYOU", "THX", "TA", "CHEERS", "MANY", "HI", "HELLO", "OK", "OKAY",
        "REPLY", "CODE", "X", "XX",
    ];

    private static readonly string[] MeanTheyCome = [Yes, "CONFIRM", "CONFIRMED"];
    private static readonly string[] MeanTheyDoNot = [Cancel, "CANCELLED", "NO", "SORRY"];

    public static Reply Read(string words)
    {
        var parts = Parts(words);

        // Whoever asks is not sure.
        var reply = words.Contains('?') || words.Contains('？') ? default : Read(parts);
        return reply.Wish == ReplyWish.Other && NoMoreTexts.AreAskedFor(words) ? new Reply(ReplyWish.NoMoreTexts) : reply;
    }

    private static Reply Read(List<string> parts)
    {
        var alone = string.Concat(parts);
        return Stops.Contains(alone) ? new Reply(ReplyWish.Stop, MayMeanMore: alone == Cancel)
            : Starts.Contains(alone) ? new Reply(ReplyWish.Start, MayMeanMore: alone == Yes)
            : Helps.Contains(alone) ? new Reply(ReplyWish.Help)
            : Choice(parts.FindAll(part => !Kind.Contains(part)));
    }

    private static Reply Choice(List<string> parts)
    {
        var said = parts.FindAll(part => !part.All(char.IsAsciiDigit));
        var numbers = parts.Where(part => part.All(char.IsAsciiDigit)).SelectMany(Split).ToList();
        var codes = numbers.FindAll(number => number is [not '0', _, _, _]);
        var choices = numbers.FindAll(number => number is "1" or "2");
        if (codes.Count > 1 || choices.Count > 1 || codes.Count + choices.Count != numbers.Count)
        {
            return default;
        }

        int? code = codes is [var only] ? int.Parse(only, CultureInfo.InvariantCulture) : null;
        return (choices.FirstOrDefault(), code) switch
        {
            ("1", _) when said.All(MeanTheyCome.Contains) => new Reply(ReplyWish.Confirm, code),
            ("2", _) when said.All(MeanTheyDoNot.Contains) => new Reply(ReplyWish.Cancel, code),
            (null, not null) when said.Count > 0 && said.All(MeanTheyCome.Contains) => new Reply(ReplyWish.Confirm, code),
            (null, not null) when said.Contains(Cancel) && said.All(MeanTheyDoNot.Contains) => new Reply(ReplyWish.Cancel, code),
            _ => default,
        };
    }

    // "14821" is a choice and a code without a space between.
    private static string[] Split(string number) =>
        number is ['1' or '2', not '0', _, _, _] ? [number[..1], number[1..]] : [number];

    // Letters of any case and digits of any script; all else stands between the parts.
    internal static List<string> Parts(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            plain.Append(Rune.IsDigit(rune) ? Digit(rune) : Rune.IsLetter(rune) ? Rune.ToUpperInvariant(rune).ToString() : " ");
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Digit(Rune rune) => Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture);
}

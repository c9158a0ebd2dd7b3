using System.Globalization;

namespace Booking;

/// <summary>What is wrong with words that somebody wrote for the clinic's messages.</summary>
/// <param name="Words">What to do about it.</param>
/// <param name="MayStay">Whether somebody who writes to one patient may know better.</param>
public readonly record struct Fault(string Words, bool InSubject = false, bool MayStay = false);

/// <summary>Reads the clinic's own words before they are kept, and again before they go: nobody reads over a shoulder why a
/// patient comes, and no text costs more than two parts.</summary>
/// <param name="clinic">Whose treatments and people are not to be named.</param>
/// <param name="canBeAnswered">Whether the sender of the texts can receive any.</param>
public sealed partial class Proofreading(Letterhead letterhead, Clinic clinic, bool canBeAnswered)
{
    public const int MostParts = 2;

    private readonly HashSet<string> _ofTheClinic = new(Tokens(letterhead.Name), ReadsAlike.Instance);

    private readonly HashSet<string> _treatments = new(
        clinic.Treatments.SelectMany(treatment => (string?[])[treatment.Name, treatment.Service?.Name]).SelectMany(name => Tokens(name ?? ""))
            .Where(word => word.Length > 2 && !ForbiddenWords.Everyday.Contains(word)),
        ReadsAlike.Instance);

    private readonly HashSet<string> _surnames = new(clinic.Practitioners.Select(p => Tokens(p.FullName)).Where(name => name.Count > 1)
        .Select(name => name[^1]), StringComparer.Ordinal);

    /// <summary>Everything that is wrong with it; nothing if it can be used.</summary>
    public IEnumerable<Fault> Read(MessageKind kind, MessageChannel channel, Draft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Words))
        {
            return [new("Write what the message says")];
        }

        if (draft.Words.Length > Template.WordsLength)
        {
            return [new($"Keep it to {Template.WordsLength} letters or fewer")];
        }

        var subject = channel == MessageChannel.Email ? ReadSubject(kind, draft.Subject) : [];
        return [.. subject, .. Read(kind, channel, draft.Words), .. Missing(kind, draft.Words), .. TooLong(kind, channel, draft.Words)];
    }

    /// <summary>With the longest that each placeholder can stand for.</summary>
    public int MostPartsOf(string words) =>
        Gsm7.Parts(Gsm7.Fold(Placeholders.Replace(words, name => Longest().GetValueOrDefault(name, "")) ?? words));

    private IEnumerable<Fault> ReadSubject(MessageKind kind, string? subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            return [new("Write a subject", InSubject: true)];
        }

        return subject.Any(char.IsControl) || subject.Length > Template.SubjectLength
            ? [new($"Keep the subject to one line of {Template.SubjectLength} letters or fewer", InSubject: true)]
            : Read(kind, MessageChannel.Email, subject).Select(fault => fault with { InSubject = true });
    }

    private IEnumerable<Fault> Read(MessageKind kind, MessageChannel channel, string words)
    {
        if (Placeholders.In(words) is not { } names)
        {
            yield return new("A { or } stands alone: placeholders look like {when}");
            yield break;
        }

        var known = Placeholders.Of(kind, channel, canBeAnswered);
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            yield return new($"There is no {{{unknown}}} for this message");
        }

        var tokens = Tokens(Placeholders.Replace(words, _ => " | ")!);
        foreach (var fault in Private(tokens, words).Concat(channel == MessageChannel.Text ? Answers(tokens) : []))
        {
            yield return fault;
        }
    }

    private IEnumerable<Fault> Private(List<string> tokens, string words)
    {
        if (tokens.Find(word => !_ofTheClinic.Contains(word) && (_treatments.Contains(word) || ForbiddenWords.Health.Contains(word)))
            is { } health)
        {
            yield return new($"Take out \"{health}\": others may read it, and it tells why somebody comes");
        }

        if (tokens.Find(word => !_ofTheClinic.Contains(word) && _surnames.Contains(word)) is { } surname)
        {
            yield return new($"Take out the surname \"{surname}\": the first name will do", MayStay: true);
        }

        if (tokens.Exists(word => ForbiddenWords.Price.Contains(word) || IsPence(word)) || words.Any(letter => "£€$".Contains(letter)))
        {
            yield return new("Take out the price: it belongs on our pages, not on a phone that others see", MayStay: true);
        }

        if ((Promotion(tokens) ?? (words.Contains('%') ? "%" : null)) is { } promotion)
        {
            yield return new($"Take out \"{promotion}\": patients have not agreed to advertising", MayStay: true);
        }
    }

    // A patient must be able to do what the message is about.
    private static IEnumerable<Fault> Missing(MessageKind kind, string words)
    {
        var names = Placeholders.In(words) ?? [];
        if (kind is MessageKind.Confirmation or MessageKind.Changed or MessageKind.Offer or MessageKind.OnTheList && !names.Contains(Placeholders.Link))
        {
            yield return new("Say where to see it: {link} is missing");
        }

        if (kind is MessageKind.Confirmation or MessageKind.Reminder or MessageKind.Changed or MessageKind.Cancelled
            && !names.Contains(Placeholders.When) && !(names.Contains(Placeholders.Date) && names.Contains(Placeholders.Time)))
        {
            yield return new("Say when it is: {when}, or {date} and {time}");
        }

        if (kind == MessageKind.RunningLate && !names.Contains(Placeholders.Minutes))
        {
            yield return new("Say how long they will wait: {minutes} is missing");
        }

        if (kind == MessageKind.Offer && !(names.Contains(Placeholders.When) && names.Contains(Placeholders.Until)))
        {
            yield return new("Say which time it is, and until when it is kept: {when} and {until}");
        }
    }

    private IEnumerable<Fault> TooLong(MessageKind kind, MessageChannel channel, string words)
    {
        if (channel == MessageChannel.Text && MostPartsOf(words) is > MostParts and var parts)
        {
            yield return new(Gsm7.Holds(Gsm7.Fold(words))
                ? $"Shorten it: it can take {parts} parts, and {MostParts} is the most"
                : $"It can take {parts} parts, and {MostParts} is the most: take out {Costly(words)}, which halves what a part holds");
        }
    }

    private static string Costly(string words) =>
        $"\"{Gsm7.Fold(words).EnumerateRunes().Select(rune => rune.ToString()).First(letter => !Gsm7.Holds(letter))}\"";

    private Dictionary<string, string> Longest() => new(StringComparer.Ordinal)
    {
        [Placeholders.Clinic] = letterhead.Name,
        [Placeholders.Telephone] = letterhead.Telephone,
        [Placeholders.Address] = letterhead.Address,
        [Placeholders.Link] = letterhead.LongestLink,
        [Placeholders.When] = new DateTime(2026, 9, 30, 12, 45, 0).Said(),
        [Placeholders.Date] = new DateOnly(2026, 9, 30).Said(),
        [Placeholders.Time] = new TimeOnly(12, 45).Said(),
        [Placeholders.Practitioner] = clinic.Practitioners.Select(p => p.FirstName).MaxBy(name => name.Length) ?? "",
        [Placeholders.FirstName] = new string('w', Wording.LongestFirstName),
        [Placeholders.Minutes] = "240",
        [Placeholders.Until] = new TimeOnly(12, 45).Said(),
        [Placeholders.Code] = "9999",
    };

    private static bool IsPence(string word) =>
        word.Length > 1 && word[^1] is 'p' or 'P' && word[..^1].All(char.IsAsciiDigit);

    private static List<string> Tokens(string words)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var at = 0; at <= words.Length; at++)
        {
            var inside = at < words.Length && (char.IsLetterOrDigit(words[at]) || words[at] == '|' || ReadsAlike.IsDisguise(words[at])
                || char.GetUnicodeCategory(words[at]) == UnicodeCategory.NonSpacingMark);
            if (inside && start < 0)
            {
                start = at;
            }
            else if (!inside && start >= 0)
            {
                tokens.Add(words[start..at]);
                start = -1;
            }
        }

        return tokens;
    }
}

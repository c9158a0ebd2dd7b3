namespace Booking;

// What asks for an answer: there is none to a sender that is a name, and some words the network takes for itself.
public sealed partial class Proofreading
{
    private const int LongestAnswer = 4;

    private IEnumerable<Fault> Answers(List<string> tokens)
    {
        if (!canBeAnswered && (tokens.Find(ForbiddenWords.Replying.Contains) ?? Asked(tokens)) is { } reply)
        {
            yield return new($"Take out \"{reply}\": the sender of these texts cannot receive any");
        }

        var shouted = tokens.Find(word => ForbiddenWords.Reserved.Contains(word) && !word.Any(char.IsLower));
        if ((shouted ?? AfterAVerb(tokens)) is { } reserved)
        {
            yield return new($"Ask for another answer than \"{reserved}\": the network takes that one for itself. Let it be 1 or 2 with the code");
        }
    }

    // "Text 1", "answer with Y", "send us a message"; not "we text 2 days before", or "text us on" another number.
    private static string? Asked(List<string> tokens)
    {
        for (var verb = tokens.FindIndex(ForbiddenWords.Sending.Contains); verb >= 0;
            verb = tokens.FindIndex(verb + 1, ForbiddenWords.Sending.Contains))
        {
            var between = tokens.Skip(verb + 1).TakeWhile(IsBetween).ToList();
            var next = Word(tokens, verb + 1 + between.Count);
            if (!ForbiddenWords.NotAsking.Contains(Word(tokens, verb - 1)) && (IsAnAnswer(next) || IsToUs(tokens[verb], between, next)))
            {
                return string.Join(' ', [tokens[verb], .. between, .. IsAnAnswer(next) ? (string[])[next] : []]);
            }
        }

        return null;
    }

    private static bool IsBetween(string word) =>
        ForbiddenWords.BetweenVerbAndWord.Contains(word) || ForbiddenWords.BetweenVerbAndAnswer.Contains(word);

    private static bool IsToUs(string verb, List<string> between, string next) => between.Exists(ForbiddenWords.Us.Contains)
        && (!Are("send", verb) || between.Exists(ForbiddenWords.Texts.Contains)) && !ForbiddenWords.Elsewhere.Contains(next);

    // A longer number is a telephone.
    private static bool IsAnAnswer(string word) =>
        ForbiddenWords.Answers.Contains(word) || (word.Length is > 0 and <= LongestAnswer && word.All(char.IsAsciiDigit));

    private static string? AfterAVerb(List<string> tokens)
    {
        for (var verb = tokens.FindIndex(ForbiddenWords.Sending.Contains); verb >= 0;
            verb = tokens.FindIndex(verb + 1, ForbiddenWords.Sending.Contains))
        {
            var word = tokens.Skip(verb + 1).SkipWhile(ForbiddenWords.BetweenVerbAndWord.Contains).FirstOrDefault();
            if (word is not null && ForbiddenWords.Reserved.Contains(word))
            {
                return word;
            }
        }

        return null;
    }
}

namespace Booking;

// What sells something: patients have agreed to hear of their appointments alone.
public sealed partial class Proofreading
{
    private static string? Promotion(List<string> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsOff(tokens, at))
            {
                return $"{tokens[at - 1]} {tokens[at]}";
            }

            if (ForbiddenWords.Promotion.Contains(tokens[at]) && !IsOfATime(tokens, at))
            {
                return tokens[at];
            }
        }

        return null;
    }

    // "20 off", but not "we are off today".
    private static bool IsOff(List<string> tokens, int at) => at > 0 && Are("off", tokens[at])
        && (tokens[at - 1].All(char.IsAsciiDigit) || ForbiddenWords.BeforeOff.Contains(tokens[at - 1]));

    // A time that has come free, or that we offer you, and what is free to cancel.
    private static bool IsOfATime(List<string> tokens, int at)
    {
        var (before, after) = (Word(tokens, at - 1), Word(tokens, at + 1));
        if (Are("offer", tokens[at]) || Are("offering", tokens[at]))
        {
            return Are("you", after);
        }

        // "{when} is free", "cancel free of charge", "free to ring".
        return Are("free", tokens[at]) && (ForbiddenWords.BeforeFree.Contains(before)
            || ForbiddenWords.AfterFree.Contains(after)
            || (Are("is", before) && Word(tokens, at - 2) == "|")
            || (Are("of", after) && (ForbiddenWords.FreeOfCharge.Contains(before) || ForbiddenWords.FreeOfCharge.Contains(Word(tokens, at + 4))))
            || (Are("to", after) && ForbiddenWords.FreeOfCharge.Contains(Word(tokens, at + 2))));
    }

    private static bool Are(string word, string other) => ReadsAlike.Instance.Equals(word, other);

    private static string Word(List<string> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at] : "";
}

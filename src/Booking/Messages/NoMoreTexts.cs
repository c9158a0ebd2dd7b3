namespace Booking;

/// <summary>
/// Recognises that somebody asks in their own words not to be texted. It is only a guess, so nothing is stopped by it: a person
/// reads it. Better that it misses a roundabout one, which is read anyway, than that it marks what means something else.
/// </summary>
internal static class NoMoreTexts
{
    private static readonly HashSet<string> Texts = Set("TEXT TEXTS TEXTING MESSAGE MESSAGES MESSAGING MSG MSGS SMS REMINDERS");

    private static readonly HashSet<string> Stopping = Set("STOP STOPPING QUIT CEASE END");

    private static readonly HashSet<string> Not = Set("DONT NEVER");

    // What may stand between "stop" or "don't" and the texts.
    private static readonly HashSet<string> Between =
        Set("SENDING SEND GETTING GET RECEIVING RECEIVE WANT NEED WISH LIKE ME US MY ALL ANY MORE THE THESE THOSE THIS YOUR PLEASE EVER");

    // After the texts: not all are meant.
    private static readonly HashSet<string> OnlySome = Set("SO TOO BACK ABOUT UNTIL BEFORE AFTER AT ON");
    private static readonly HashSet<string> WhoDoNot = Set("I YOU WE THEY HE SHE WHO WHY IF");
    private static readonly HashSet<string> Wanting = Set("WANT NEED WISH LIKE");
    private static readonly HashSet<string> Further = Set("MORE FURTHER");
    private static readonly HashSet<string> MyNumber = Set("MY THIS");

    public static bool AreAskedFor(string words)
    {
        // "Don't" is one word, however its apostrophe is written; "do not" is the same.
        var plain = words.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var said = string.Join(' ', Reply.Parts(plain))
            .Replace("DO NOT", "DONT", StringComparison.Ordinal).Replace("OPT OUT", "OPTOUT", StringComparison.Ordinal).Split(' ');
        return Enumerable.Range(0, said.Length).Any(at => IsAskedAt(said, at));
    }

    private static bool IsAskedAt(string[] said, int at) => said[at] switch
    {
        "UNSUBSCRIBE" or "OPTOUT" => true,
        "NO" => Further.Contains(Word(said, at + 1)) && Texts.Contains(Word(said, at + 2)),
        "REMOVE" or "DELETE" => MyNumber.Contains(Word(said, at + 1)) && Word(said, at + 2) == "NUMBER",
        var stop when Stopping.Contains(stop) => LeadsToTexts(said, at + 1),
        var not when Not.Contains(not) =>
            (!WhoDoNot.Contains(Word(said, at - 1)) || Wanting.Contains(Word(said, at + 1)) && Word(said, at - 1) == "I")
            && LeadsToTexts(said, at + 1),
        _ => false,
    };

    // "Don't text me back" says that no answer is needed; "about", "until" or "so early" leaves other texts welcome.
    private static bool LeadsToTexts(string[] said, int from)
    {
        while (Between.Contains(Word(said, from)) || (Word(said, from) == "TO" && Wanting.Contains(Word(said, from - 1))))
        {
            from++;
        }

        return Texts.Contains(Word(said, from)) && !OnlySome.Contains(Word(said, from + 1)) && !OnlySome.Contains(Word(said, from + 2));
    }

    private static string Word(string[] said, int at) => at >= 0 && at < said.Length ? said[at] : "";

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}

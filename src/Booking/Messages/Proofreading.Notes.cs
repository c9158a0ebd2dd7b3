namespace Booking;

// What reception writes to one patient: it stands for itself, without placeholders.
public sealed partial class Proofreading
{
    /// <summary>What is put before a note that does not say who writes.</summary>
    public string NoteBegins => $"{letterhead.Name}: ";

    /// <summary>A note as it goes out: it says which clinic writes.</summary>
    public string NoteOf(string typed)
    {
        var words = NoteRules.Tidied(typed);
        return words.Length == 0 || words.Contains(letterhead.Name, StringComparison.OrdinalIgnoreCase) ? words : NoteBegins + words;
    }

    /// <summary>Everything that is wrong with a note; nothing if it can go.</summary>
    public IReadOnlyList<Fault> ReadNote(MessageChannel channel, string typed)
    {
        var words = NoteOf(typed);
        if (NoteRules.WhyNot(words) is { } bad)
        {
            return [new(bad.Words)];
        }

        var tokens = Tokens(words);
        return [.. Private(tokens, words), .. channel == MessageChannel.Text ? Answers(tokens) : []];
    }
}

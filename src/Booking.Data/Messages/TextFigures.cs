namespace Booking.Data;

/// <summary>How many texts were tried in some time, by what became of them.</summary>
/// <param name="Gone">How many went to the network.</param>
/// <param name="Delivered">How many of them a phone has.</param>
/// <param name="Failed">How many did not go, did not come to a phone, or may not have.</param>
public sealed record TextCount(int Gone, int Delivered, int Failed);

/// <summary>The texts of today and of this month, on the clinic's calendar.</summary>
/// <param name="Parts">How many parts the month's texts had, answers too, which is what the provider counts.</param>
/// <param name="AnswerParts">How many of them were in what the clinic answered by itself.</param>
/// <param name="Pence">What they cost.</param>
public sealed record TextFigures(TextCount Today, TextCount Month, int Parts, int AnswerParts, int Pence)
{
    /// <summary>The states that a text can be in once somebody has tried to send it.</summary>
    internal static readonly MessageState[] Tried =
        [MessageState.Sent, MessageState.Delivered, MessageState.Undelivered, MessageState.Failed, MessageState.Unknown];

    internal static readonly MessageState[] Failures = [MessageState.Undelivered, MessageState.Failed, MessageState.Unknown];

    private static readonly MessageState[] TakenByTheNetwork = [MessageState.Sent, MessageState.Delivered, MessageState.Undelivered];

    internal static TextFigures Of(IReadOnlyList<(MessageState State, bool IsToday, int Count, int Parts)> rows, int answerParts, int pencePerPart)
    {
        var parts = rows.Where(row => TakenByTheNetwork.Contains(row.State)).Sum(row => row.Parts) + answerParts;
        return new TextFigures(Count(rows.Where(row => row.IsToday)), Count(rows), parts, answerParts, parts * pencePerPart);
    }

    private static TextCount Count(IEnumerable<(MessageState State, bool IsToday, int Count, int Parts)> rows)
    {
        var counts = rows.ToLookup(row => row.State, row => row.Count);
        return new TextCount(
            TakenByTheNetwork.Sum(state => counts[state].Sum()),
            counts[MessageState.Delivered].Sum(),
            Failures.Sum(state => counts[state].Sum()));
    }
}

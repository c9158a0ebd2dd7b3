namespace Booking.Data;

/// <summary>How many texts and e-mails were tried in some time, by what became of them.</summary>
/// <param name="Gone">How many texts went to the network.</param>
/// <param name="Delivered">How many of them a phone has.</param>
/// <param name="Emails">How many e-mails a mail server has.</param>
/// <param name="Failed">How many of both did not go, did not arrive, or may not have.</param>
public sealed record TextCount(int Gone, int Delivered, int Emails, int Failed);

/// <summary>One group of messages that were tried.</summary>
/// <param name="Parts">Of the latest try of each.</param>
/// <param name="EarlierParts">Of the tries before it that the provider took.</param>
internal readonly record struct TriedMessages(MessageState State, MessageChannel Channel, bool IsToday, int Count, int Parts, int EarlierParts);

/// <summary>The texts and e-mails of today and of this month, on the clinic's calendar.</summary>
/// <param name="Parts">How many parts the month's texts had, answers too, which is what the provider counts.</param>
/// <param name="AnswerParts">How many of them were in what the clinic answered by itself.</param>
/// <param name="Pence">What they cost.</param>
public sealed record TextFigures(TextCount Today, TextCount Month, int Parts, int AnswerParts, int Pence)
{
    // All there are: one that was taken may wait for another try, or be kept from it. Each is named, for the index begins with it.
    internal static readonly MessageState[] States = Enum.GetValues<MessageState>();

    internal static readonly MessageState[] Failures = [MessageState.Undelivered, MessageState.Failed, MessageState.Unknown];

    private static readonly MessageState[] TakenByTheNetwork = [MessageState.Sent, MessageState.Delivered, MessageState.Undelivered];

    internal static TextFigures Of(IReadOnlyList<TriedMessages> rows, int answerParts, int pencePerPart)
    {
        var parts = rows.Where(row => TakenByTheNetwork.Contains(row.State)).Sum(row => row.Parts)
            + rows.Sum(row => row.EarlierParts) + answerParts;
        return new TextFigures(Count(rows.Where(row => row.IsToday)), Count(rows), parts, answerParts, parts * pencePerPart);
    }

    private static TextCount Count(IEnumerable<TriedMessages> rows)
    {
        var texts = rows.Where(row => row.Channel == MessageChannel.Text).ToList();
        var emails = rows.Where(row => row.Channel == MessageChannel.Email);
        return new TextCount(
            Sum(texts, TakenByTheNetwork), Sum(texts, [MessageState.Delivered]), Sum(emails, TakenByTheNetwork), Sum(rows, Failures));
    }

    private static int Sum(IEnumerable<TriedMessages> rows, MessageState[] states) =>
        rows.Where(row => states.Contains(row.State)).Sum(row => row.Count);
}

namespace Booking;

/// <summary>A text on its way in, from a telephone.</summary>
/// <param name="Sid">The provider's name for it: the same text may be brought twice.</param>
public sealed record IncomingText(string Sid, Telephone From, string Words, Reply Reply);

/// <summary>A text that came in, with what became of it and what was answered by itself.</summary>
public sealed class ReceivedText
{
    public const int SidLength = 40;
    public const int WordsLength = 1600;

    /// <summary>Two parts of a text.</summary>
    public const int AnswerLength = Message.WordsLength;

    private ReceivedText()
    {
    }

    public int Id { get; private init; }

    public string Sid { get; private init; } = "";

    /// <summary>E.164; empty once it is forgotten.</summary>
    public string From { get; private set; } = "";

    /// <summary>Null once they are forgotten.</summary>
    public string? Words { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Whose it is; null as long as it may be nobody's or one of several people's.</summary>
    public int? PatientId { get; private set; }

    /// <summary>The appointment that something was done with, or is to be.</summary>
    public int? AppointmentId { get; private set; }

    public ReplyOutcome Outcome { get; private set; }

    /// <summary>What the clinic answered by itself.</summary>
    public string? Answer { get; private set; }

    /// <summary>How many parts of a text that took: it has cost them even when its words are forgotten.</summary>
    public int AnswerParts { get; private init; }

    /// <summary>When nothing was left to do about it (UTC); null as long as somebody has to read it.</summary>
    public DateTime? HandledAt { get; private set; }

    /// <summary>Who dealt with it; null where nobody had to.</summary>
    public string? HandledBy { get; private set; }

    /// <summary>Takes a text in with what it was understood to say.</summary>
    /// <param name="patientId">Whose telephone it came from, if that is one patient's alone.</param>
    /// <param name="answer">What is answered by itself, or null.</param>
    public static ReceivedText Of(IncomingText text, UnderstoodReply reply, int? patientId, string? answer, DateTime now)
    {
        var about = reply.About is [var one] ? one : null;
        return new()
        {
            Sid = text.Sid,
            From = text.From.Text,
            Words = text.Words.Length > WordsLength ? text.Words[..WordsLength] : text.Words,
            At = now,
            PatientId = about?.PatientId ?? patientId,
            AppointmentId = about?.Id,
            Outcome = reply.Outcome,
            Answer = answer,
            AnswerParts = answer is null ? 0 : Gsm7.Parts(answer),
            HandledAt = NeedsReading(text.Reply, reply.Outcome, answer) ? null : now,
        };
    }

    // What a machine could not settle, and could not say either.
    private static bool NeedsReading(Reply reply, ReplyOutcome outcome, string? answer) => outcome switch
    {
        ReplyOutcome.ForReception or ReplyOutcome.AsksToCancel or ReplyOutcome.AsksForNoTexts => true,
        ReplyOutcome.AskedWhich or ReplyOutcome.UnknownCode or ReplyOutcome.NotToCome or ReplyOutcome.NothingToCome => answer is null,
        ReplyOutcome.OptedOut or ReplyOutcome.OptedIn => reply.MayMeanMore,
        ReplyOutcome.Confirmed or ReplyOutcome.Cancelled => false,
    };
}

namespace Booking.Web;

/// <summary>What became of a patient's text, in the words of the desk.</summary>
public static class ReplyNews
{
    public const string NoTexts = "Asks for no more texts";

    public static string Of(ReceivedText text) => text.Outcome switch
    {
        ReplyOutcome.ForReception => "",
        ReplyOutcome.Confirmed => "Confirmed their appointment",
        ReplyOutcome.Cancelled => "Cancelled their appointment, free of charge",
        ReplyOutcome.AsksToCancel => "Wants to cancel, too late to do so free of charge",
        ReplyOutcome.AskedWhich => "They have several appointments",
        ReplyOutcome.UnknownCode => "No appointment of theirs has that code",
        ReplyOutcome.NotToCome => "That appointment is not to come",
        ReplyOutcome.NothingToCome => "They have no appointment to come",
        ReplyOutcome.OptedOut => "Wants no more texts. Ring them",
        ReplyOutcome.OptedIn => "May be texted",
        ReplyOutcome.AsksForNoTexts => NoTexts,
    };

    public static string Look(ReceivedText text) => text.Outcome switch
    {
        ReplyOutcome.Confirmed or ReplyOutcome.OptedIn => "good",
        ReplyOutcome.AsksToCancel when text.HandledAt is null => "bad",
        ReplyOutcome.OptedOut or ReplyOutcome.AsksToCancel or ReplyOutcome.AsksForNoTexts => "care",
        _ => "wait",
    };
}

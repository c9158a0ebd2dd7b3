using System.Globalization;

namespace Booking;

/// <summary>What the clinic answers by itself to a text: when and whom to ring, and nothing about why they come.</summary>
public sealed class ReplyWording(string clinic, string telephone)
{
    /// <summary>As many as fit into two texts; whoever has more is asked to ring.</summary>
    private const int MostListed = 3;

    /// <summary>The words of the answer; null where the network gives its own.</summary>
    public string? Answer(UnderstoodReply reply, BookingRules rules) =>
        Words(reply, rules) is { } words ? Gsm7.Fold($"{clinic}: {words}") : null;

    private string? Words(UnderstoodReply reply, BookingRules rules) => reply.Outcome switch
    {
        ReplyOutcome.Confirmed => $"thank you, you are expected {On(reply)}.",
        ReplyOutcome.Cancelled => $"your appointment {On(reply)} is cancelled. To book another, ring {telephone}.",
        ReplyOutcome.AsksToCancel =>
            $"it is less than {rules.FreeCancellationHours} hours before your appointment {On(reply)}, so it is not cancelled yet."
            + $" Reception will be in touch. In a hurry? Ring {telephone}.",
        ReplyOutcome.AskedWhich => Which(reply),
        ReplyOutcome.UnknownCode => $"we know no appointment of yours with that code. Please look at our text again, or ring {telephone}.",
        ReplyOutcome.NotToCome when !reply.About[0].Stands => $"your appointment {On(reply)} was cancelled. Questions? Ring {telephone}.",
        ReplyOutcome.NotToCome => $"your appointment {On(reply)} has begun or is over. Questions? Ring {telephone}.",
        ReplyOutcome.NothingToCome => $"we know no appointment to come for this number. Please ring {telephone}.",
        ReplyOutcome.ForReception when reply.Wish != ReplyWish.Help => $"thank you. Reception will read this. In a hurry? Ring {telephone}.",
        ReplyOutcome.AsksForNoTexts =>
            $"thank you. Reception will read this, and can stop our texts. To stop them at once, text us the one word STOP, or ring {telephone}.",
        ReplyOutcome.ForReception or ReplyOutcome.OptedOut or ReplyOutcome.OptedIn => null,
    };

    private string Which(UnderstoodReply reply)
    {
        var (digit, verb) = reply.Wish == ReplyWish.Confirm ? ("1", "confirm") : ("2", "cancel");
        if (reply.About.Count > MostListed || reply.About.DistinctBy(a => ReplyCode.Of(a.Id)).Count() < reply.About.Count)
        {
            return $"you have several appointments. Please give the code in our text, or ring {telephone}.";
        }

        var each = reply.About.Select(a => string.Create(
            CultureInfo.InvariantCulture, $"{digit} {ReplyCode.Of(a.Id)} for {a.Date.SaidShort()} {a.Start.Said()}"));
        return $"which one? To {verb}, reply {string.Join(", or ", each)}. Or ring {telephone}.";
    }

    private static string On(UnderstoodReply reply) => $"on {reply.About[0].StartsAt.Said()}";
}

namespace Booking.Web;

/// <summary>Whatever takes a text to a patient's phone: the provider, or the phone on the demo's screen.</summary>
public interface ISendTexts
{
    /// <summary>Whether a patient can answer what it sends: a name for a sender can't be answered.</summary>
    bool CanBeAnswered { get; }

    /// <summary>Hands one text over. Trouble on the way is an answer, not an exception.</summary>
    Task<TextAnswer> SendAsync(Text text);

    /// <summary>Looks for a text whose answer was lost among those that were sent to its number.</summary>
    Task<TextSearch> FindAsync(LostText lost);

    /// <summary>Texts that it has taken from us since this moment (UTC), some of them where they are many; null when that cannot be
    /// read.</summary>
    Task<IReadOnlyList<TakenText>?> TakenSinceAsync(DateTime since);
}

/// <summary>One text on its way out.</summary>
/// <param name="To">In E.164.</param>
/// <param name="Body">What the patient reads.</param>
/// <param name="Callback">Where to report on it; null when nobody outside can reach us.</param>
/// <param name="Expires">How long it is worth delivering.</param>
public sealed record Text(string To, string Body, Uri? Callback, TimeSpan Expires);

/// <summary>A text that may have gone: we know its number, a fingerprint of its words, and since when.</summary>
public sealed record LostText(string To, byte[] BodyHash, DateTime Since);

/// <summary>What a look at the provider's list showed.</summary>
/// <param name="Read">False when the list itself could not be read, so that nothing is known.</param>
/// <param name="Found">What became of the text, if it is there.</param>
public readonly record struct TextSearch(bool Read, DeliveryReport? Found);

/// <summary>A text that has been taken: its name at the provider, and its number in E.164.</summary>
public sealed record TakenText(string Sid, string To);

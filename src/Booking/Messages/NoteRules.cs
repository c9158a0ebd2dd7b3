namespace Booking;

/// <summary>Whom reception can write to in its own words, and how long they may be.</summary>
public static class NoteRules
{
    private const int MostParts = 2;

    private static readonly Refusal Nothing = new("Write what the patient is to read.");
    private static readonly Refusal TooLong = new("Make it shorter: it is longer than two texts.");
    private static readonly Refusal WantsNone = new("They asked for no texts. Ring them.");
    private static readonly Refusal NoMobile = new("Their telephone is not a UK mobile, so it takes no texts. Ring them.");
    private static readonly Refusal TakesNone = new("Their number takes no texts. Ring them, and check the number with them.");

    /// <summary>The words as they go out.</summary>
    public static string Tidied(string words) => Gsm7.Fold(words.Trim().ReplaceLineEndings("\n"));

    /// <summary>Why these words cannot go as a text, or null.</summary>
    public static Refusal? WhyNot(string words) => string.IsNullOrWhiteSpace(words) ? Nothing
        : Gsm7.Parts(Tidied(words)) > MostParts ? TooLong
        : null;

    /// <summary>How a note comes to this patient: as an e-mail where no text can, and the clinic has an address and can send any.</summary>
    public static MessageChannel Channel(Patient? patient, WhyNotSent? refused, bool emailsGo) =>
        emailsGo && patient is { Email: not null, MergedIntoId: null, EmptiedAt: null } && WhyNot(patient, refused) is not null ? MessageChannel.Email : MessageChannel.Text;

    /// <summary>Why this patient cannot be texted at all, or null.</summary>
    /// <param name="refused">What the network has said about the patient's telephone.</param>
    public static Refusal? WhyNot(Patient? patient, WhyNotSent? refused) => patient switch
    {
        not { MergedIntoId: null, EmptiedAt: null } => Refusal.NoSuchPatient,
        _ when !Telephone.Parse(patient.Telephone).IsTextable => NoMobile,
        _ => refused switch
        {
            null => null,
            WhyNotSent.OptedOut => WantsNone,
            _ => TakesNone,
        },
    };
}

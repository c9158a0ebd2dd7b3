namespace Booking.Web;

/// <summary>Which of the clinic's own words cannot be used as they are, in sentences for staff.</summary>
public sealed class WordingTrouble(ClinicWording wording)
{
    /// <summary>One sentence for each; none when all can be used.</summary>
    public IEnumerable<string> Read(Clinic clinic) => wording.Of(clinic).Spoilt.Select(Sentence);

    private static string Sentence(Template spoilt) =>
        $"Your own words cannot be used for this: {TextNews.Name(spoilt.Kind, spoilt.Channel)}. The usual words go. See Settings, Words of our texts.";
}

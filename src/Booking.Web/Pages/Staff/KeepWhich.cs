namespace Booking.Web.Pages;

/// <summary>One detail of which two records say different things, and the choice between them.</summary>
/// <param name="Detail">Its name in the form.</param>
public sealed record KeepWhich(string Detail, string Label, string? OfKept, string? OfOther, OfWhom Chosen)
{
    public IEnumerable<(OfWhom Whom, string? Words)> Choices =>
        Detail == nameof(PatientMergeInput.Notes) && OfKept is not null && OfOther is not null
            ? [(OfWhom.Kept, OfKept), (OfWhom.Other, OfOther), (OfWhom.Both, "Both, one after the other")]
            : [(OfWhom.Kept, OfKept), (OfWhom.Other, OfOther)];
}

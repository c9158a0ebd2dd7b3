using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Which of the clinic's own words cannot be used as they are, in sentences for staff.</summary>
public sealed class WordingTrouble(IDbContextFactory<BookingDbContext> contexts, ClinicWording wording)
{
    /// <summary>One sentence for each; none when all can be used.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await wording.ReadAsync(context, cancellation)).Spoilt.Select(Sentence)];
    }

    private static string Sentence(Template spoilt) =>
        $"Your own words cannot be used for this: {TextNews.Name(spoilt.Kind, spoilt.Channel)}. The usual words go. See Settings, Words of our texts.";
}

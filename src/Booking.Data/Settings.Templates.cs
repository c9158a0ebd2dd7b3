using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Settings
{
    private const string UsualOnes = "the usual words";

    /// <summary>Keeps the clinic's own words for one kind of message, or goes back to the usual ones; or says why not.</summary>
    /// <param name="seen">The revision that whoever changes them has seen.</param>
    /// <param name="draft">The new words; null for the usual ones.</param>
    /// <param name="name">What staff call the message.</param>
    public Task<Refusal?> WordAsync(
        long seen, MessageKind kind, MessageChannel channel, Draft? draft, string name, string who, CancellationToken cancellation) =>
        transactions.RunAsync(
            async context =>
            {
                if (!await IsLatestAsync(context, seen, cancellation))
                {
                    return ChangedMeanwhile;
                }

                var template = await context.Templates.SingleOrDefaultAsync(t => t.Kind == kind && t.Channel == channel, cancellation);
                if (template?.Draft != draft)
                {
                    Note(context, who, $"Words: {name}", Short(template?.Draft), Short(draft));
                    Put(context, template, kind, channel, draft);
                    await context.SaveChangesAsync(cancellation);
                }

                return null;
            },
            keep: refusal => refusal is null,
            cancellation);

    private static void Put(BookingDbContext context, Template? template, MessageKind kind, MessageChannel channel, Draft? draft)
    {
        if (draft is not { } words)
        {
            context.Remove(template!);
        }
        else if (template is null)
        {
            context.Add(new Template { Kind = kind, Channel = channel, Subject = words.Subject, Words = words.Words });
        }
        else
        {
            (template.Subject, template.Words) = (words.Subject, words.Words);
        }
    }

    private static string Short(Draft? draft)
    {
        var words = draft is { } own ? string.Join(": ", ((string?[])[own.Subject, own.Words]).OfType<string>()) : UsualOnes;
        return words.Length <= SettingChange.ValueLength ? words : words[..(SettingChange.ValueLength - 3)] + "...";
    }
}

using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Patients
{
    /// <summary>
    /// Those who may be the person that somebody is about to add: of the same telephone, of the same name, or born on the same
    /// day and of a similar name. It may be a relative: only a person can tell.
    /// </summary>
    public async Task<IReadOnlyList<FoundPatient>> LikelySameAsync(
        PersonName? name, Telephone? telephone, DateOnly? born, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        var likely = new List<Patient>();
        if (telephone is { Text: var number })
        {
            likely.AddRange(await InUse(context).Where(p => p.Telephone == number).Take(MostFound).ToListAsync(cancellation));
        }

        if (name is { Folded: var folded } && LongestWord(folded) is { Length: > 0 } word)
        {
            likely.AddRange(await Beginning(context, InUse(context), word)
                .Where(p => p.FoldedName == folded).Take(MostFound).ToListAsync(cancellation));
        }

        if (name is { } typed && born is { } day)
        {
            var sameDay = await InUse(context).Where(p => p.DateOfBirth == day).ToListAsync(cancellation);
            likely.AddRange(sameDay.Where(p => typed.IsLike(PersonName.Parse(p.FullName))));
        }

        return await WithVisitsAsync(
            context, [.. likely.DistinctBy(p => p.Id).OrderByDescending(p => p.Id).Take(MostFound)], cancellation);
    }

    private static string LongestWord(string folded) => PatientWord.Shortened(folded.Split(' ').MaxBy(word => word.Length)!);
}

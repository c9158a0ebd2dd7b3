using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>
/// Follows patients whose records were made one. Texts stay with the record that they came to, so that this can be undone.
/// </summary>
public static class JoinedRecords
{
    /// <summary>For each of these records the one that is used now.</summary>
    public static async Task<IReadOnlyDictionary<int, Patient>> KeptAsync(
        this BookingDbContext context, IEnumerable<int> ids, CancellationToken cancellation)
    {
        var asked = ids.Distinct().ToList();
        var known = new Dictionary<int, Patient>();
        for (var missing = asked; missing.Count > 0;)
        {
            var found = await context.Patients.AsNoTracking().Where(p => missing.Contains(p.Id)).ToListAsync(cancellation);
            found.ForEach(patient => known.Add(patient.Id, patient));
            missing = [.. found.Select(p => p.MergedIntoId).OfType<int>().Distinct().Where(id => !known.ContainsKey(id))];
        }

        return asked.ToDictionary(id => id, id => Last(known[id]));

        Patient Last(Patient patient) => patient.MergedIntoId is { } next ? Last(known[next]) : patient;
    }

    /// <summary>This record and all that have gone into it.</summary>
    public static async Task<List<int>> RecordsOfAsync(this BookingDbContext context, int patientId, CancellationToken cancellation)
    {
        var all = new List<int> { patientId };
        for (var latest = all.ToList(); latest.Count > 0;)
        {
            var into = latest;
            latest = await context.Patients.Where(p => p.MergedIntoId != null && into.Contains(p.MergedIntoId.Value))
                .Select(p => p.Id).ToListAsync(cancellation);
            all.AddRange(latest);
        }

        return all;
    }
}

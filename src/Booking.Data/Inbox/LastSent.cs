using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Finds what patients may be answering to.</summary>
internal static class LastSent
{
    /// <summary>For each of these patients the latest message that went to them.</summary>
    /// <param name="records">For each record of theirs the one that is used now.</param>
    /// <param name="since">What went before is too old to be answered (UTC).</param>
    public static async Task<Dictionary<int, Message>> LastSentAsync(
        this BookingDbContext context, IReadOnlyDictionary<int, Patient> records, DateTime since, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return [];
        }

        var ids = records.Keys.Concat(records.Values.Select(patient => patient.Id)).Distinct().ToList();
        var sent = context.Messages.Where(m => m.SentAt >= since);
        var ofVisits = await context.Appointments.Where(a => ids.Contains(a.PatientId))
            .Join(sent, a => a.Id, m => m.AppointmentId, (a, m) => new { a.PatientId, m.Id, m.SentAt }).ToListAsync(cancellation);
        var others = await sent.Where(m => m.PatientId != null && ids.Contains(m.PatientId.Value))
            .Select(m => new { PatientId = m.PatientId!.Value, m.Id, m.SentAt }).ToListAsync(cancellation);
        var last = ofVisits.Concat(others).GroupBy(m => records.TryGetValue(m.PatientId, out var kept) ? kept.Id : m.PatientId)
            .ToDictionary(of => of.Key, of => of.MaxBy(m => m.SentAt)!.Id);
        var latest = last.Values.ToList();
        var messages = await context.Messages.AsNoTracking().Where(m => latest.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, cancellation);
        return last.ToDictionary(of => of.Key, of => messages[of.Value]);
    }
}

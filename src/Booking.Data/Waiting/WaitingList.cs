using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Somebody's place on the waiting list, and why they take no texts, if they do not.</summary>
public sealed record OnList(WaitingEntry Entry, WhyNotSent? NoTexts);

/// <summary>
/// Who wants a time, or an earlier one; puts the times that come free to them, and books for whoever says yes first.
/// </summary>
public sealed partial class WaitingList(
    IDbContextFactory<BookingDbContext> contexts,
    Transactions transactions,
    ClinicSetup setup,
    DiaryMemory memory,
    Desk desk,
    WaysToTell ways,
    TimeProvider clock)
{
    private const int PastListed = 100;

    private static readonly Refusal NoTextsGo = new("No texts go just now, so nobody can be asked about a time. Ring them.");

    private static readonly Refusal NoTextsAtAll = new(
        "No texts are set up, so nobody can be asked about a time and none is kept for anybody. Ring them.");

    /// <summary>Whether patients can join by themselves: what comes free is put to them by text.</summary>
    public bool IsOpenToPatients(BookingRules rules) => rules.OffersAtOnce > 0 && ways.Texts;

    /// <summary>Why nobody can be asked about a time, whoever they are; null if people can.</summary>
    public async Task<Refusal?> WhyNobodyAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await WhyNobodyAsync(context, cancellation);
    }

    // No time is to be kept for somebody who cannot be told of it.
    private async Task<Refusal?> WhyNobodyAsync(BookingDbContext context, CancellationToken cancellation) => !ways.Texts ? NoTextsAtAll
        : await context.SendingStatus.AnyAsync(s => s.StoppedAt != null || s.TooManyAt != null || s.PausedSince != null, cancellation)
            ? NoTextsGo
            : null;

    /// <summary>All who wait, the longest first.</summary>
    public async Task<IReadOnlyList<OnList>> WaitingAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await WithTextsAsync(
            context, Whole(context).Where(e => e.EndedAt == null).OrderBy(e => e.JoinedAt).ThenBy(e => e.Id), cancellation);
    }

    /// <summary>Those who no longer wait, the latest first.</summary>
    public async Task<IReadOnlyList<OnList>> PastAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await WithTextsAsync(
            context, Whole(context).Where(e => e.EndedAt != null).OrderByDescending(e => e.EndedAt).Take(PastListed), cancellation);
    }

    /// <summary>For what this patient waits.</summary>
    public async Task<IReadOnlyList<OnList>> OfPatientAsync(int patientId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await WithTextsAsync(
            context, Whole(context).Where(e => e.PatientId == patientId && e.EndedAt == null).OrderBy(e => e.Id), cancellation);
    }

    /// <summary>One place on the list, also of somebody who no longer waits; null if there is none.</summary>
    public async Task<OnList?> ReadAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await WithTextsAsync(context, Whole(context).Where(e => e.Id == id), cancellation)).SingleOrDefault();
    }

    private static async Task<IReadOnlyList<OnList>> WithTextsAsync(
        BookingDbContext context, IQueryable<WaitingEntry> query, CancellationToken cancellation)
    {
        var entries = await query.AsNoTracking().ToListAsync(cancellation);
        var telephones = entries.Select(entry => entry.Patient.Telephone).Distinct().ToList();
        var refused = await context.RefusedNumbers.Where(number => telephones.Contains(number.Telephone))
            .ToDictionaryAsync(number => number.Telephone, number => number.Why, cancellation);
        return entries.ConvertAll(entry => new OnList(
            entry, entry.WhyNoTexts(refused.TryGetValue(entry.Patient.Telephone, out var why) ? why : null)));
    }

    private static IQueryable<WaitingEntry> Whole(BookingDbContext context) => context.WaitingEntries.AsSplitQuery()
        .Include(e => e.Patient)
        .Include(e => e.Treatment.Service)
        .Include(e => e.Kept!.Practitioner)
        .Include(e => e.Links.OrderBy(link => link.Id))
        .Include(e => e.Offers.OrderBy(offer => offer.Id)).ThenInclude(offer => offer.Message)
        .Include(e => e.Offers).ThenInclude(offer => offer.Practitioner)
        .Include(e => e.History.OrderBy(line => line.Id));

    private Signature Sign(string who) => new(who, clock.UtcNow());
}

using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Tests;

/// <summary>Goes through the tables and tells everything that a clinic's diary must never say.</summary>
internal sealed class DiaryChecker
{
    private readonly List<Appointment> _appointments;
    private readonly List<Hold> _liveHolds;
    private readonly List<Block> _blocks;
    private readonly List<DiaryClaim> _claims;

    private DiaryChecker(List<Appointment> appointments, List<Hold> liveHolds, List<Block> blocks, List<DiaryClaim> claims) =>
        (_appointments, _liveHolds, _blocks, _claims) = (appointments, liveHolds, blocks, claims);

    private IEnumerable<Appointment> Standing => _appointments.Where(a => a.Status != AppointmentStatus.Cancelled);

    /// <summary>Nothing if all is well. To be asked while nobody is booking.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(BookingDbContext context, DateTime utcNow)
    {
        var checker = new DiaryChecker(
            await context.Appointments.AsNoTracking().AsSplitQuery().Include(a => a.History).Include(a => a.Messages).ToListAsync(),
            await context.Holds.AsNoTracking().Where(hold => hold.Expires > utcNow).ToListAsync(),
            await context.Blocks.AsNoTracking().Where(block => block.RemovedAt == null).ToListAsync(),
            await context.DiaryClaims.AsNoTracking().Where(c => c.Expires == null || c.Expires > utcNow).ToListAsync());
        return [.. checker.Overlaps(), .. checker.WrongClaims(), .. checker.WrongHistories(), .. checker.MessagesMadeTwice()];
    }

    /// <summary>Those of these references, each shown to a patient as booked, under which no appointment stands.</summary>
    public static async Task<IReadOnlyList<string>> LostAsync(BookingDbContext context, IEnumerable<Reference> acknowledged)
    {
        var kept = await context.AppointmentLinks.AsNoTracking()
            .Where(link => link.Appointment.Status != AppointmentStatus.Cancelled)
            .Select(link => link.Hash)
            .ToListAsync();
        var known = kept.ConvertAll(Convert.ToHexString);
        return [.. acknowledged.Select(reference => Convert.ToHexString(reference.Hash)).Except(known)
            .Select(hash => $"An acknowledged booking is lost: {hash}")];
    }

    // Reckoned from the appointments' own columns, without any of the code that keeps them apart.
    private IEnumerable<string> Overlaps() =>
        from stay in Standing.SelectMany(Stays)
        group stay by stay.Where into place
        let inOrder = place.OrderBy(stay => stay.From).ToList()
        from pair in inOrder.Zip(inOrder.Skip(1))
        where pair.Second.From < pair.First.Until
        select $"Two appointments overlap at {place.Key}: {pair.First.Id} and {pair.Second.Id}, {pair.Second.From:g}";

    private static IEnumerable<Stay> Stays(Appointment a)
    {
        var from = a.Date.ToDateTime(a.Start);
        var (treated, cleared) = (from.AddMinutes(a.Minutes), from.AddMinutes(a.Minutes + a.TurnaroundMinutes));
        yield return new Stay($"patient {a.PatientId}", from, treated, a.Id);
        // A deliberate double booking has its own lane, and overlaps nothing in that.
        yield return new Stay($"practitioner {a.PractitionerId}, lane {a.Lane}", from, cleared, a.Id);
        if (a.RoomId is { } room)
        {
            yield return new Stay($"room {room}", from, cleared, a.Id);
        }
    }

    private IEnumerable<string> WrongClaims()
    {
        var kept = _claims.Select(Fact).ToHashSet();
        var visits = Standing.SelectMany(a => a.Claims()).Concat(_liveHolds.SelectMany(hold => hold.Claims())).ToList();
        var owned = visits.Concat(OfBlocks(visits, kept)).Select(Fact).ToHashSet();
        return
        [
            .. owned.Except(kept).Select(claim => $"A claim is missing: {claim}"),
            .. kept.Except(owned).Select(claim => $"A claim belongs to nobody: {claim}"),
            .. _claims.GroupBy(c => (c.Resource, c.Tick, c.Lane)).Where(tick => tick.Count() > 1)
                .Select(tick => $"A tick is claimed twice: {tick.Key}"),
        ];
    }

    // A block has what no appointment has that was left standing in it; of two blocks over each other either.
    private IEnumerable<DiaryClaim> OfBlocks(
        List<DiaryClaim> visits, HashSet<(long Resource, int Tick, int Lane, long Owner, DateTime? Expires)> kept)
    {
        var taken = visits.Where(claim => claim.Lane == 0).Select(claim => (claim.Resource, claim.Tick)).ToHashSet();
        return from claim in _blocks.SelectMany(block => block.Claims())
               where !taken.Contains((claim.Resource, claim.Tick))
               group claim by (claim.Resource, claim.Tick) into tick
               select tick.FirstOrDefault(claim => kept.Contains(Fact(claim))) ?? tick.First();
    }

    private static (long Resource, int Tick, int Lane, long Owner, DateTime? Expires) Fact(DiaryClaim claim) =>
        (claim.Resource, claim.Tick, claim.Lane, claim.Owner, claim.Expires);

    private IEnumerable<string> WrongHistories() => _appointments
        .Where(a => a.History.Count(line => line.What is "Booked online" or "Booked at the desk") != 1 || Ended(a) != !a.Stands)
        .Select(a => $"The history of {a.Id} ({a.Status}) reads: {string.Join(", ", a.History.Select(line => line.What))}");

    // The last line that ended it or brought it back tells which it is.
    private static bool Ended(Appointment appointment) => appointment.History.OrderBy(line => line.Id)
        .Select(line => line.What switch
        {
            "Cancelled" or "Booking undone" or "Undone: Restored" => true,
            "Restored" or "Undone: Cancelled" or "Undone: Booking undone" => false,
            _ => (bool?)null,
        })
        .LastOrDefault(ended => ended is not null) ?? false;

    private IEnumerable<string> MessagesMadeTwice() =>
        from a in _appointments
        from same in a.Messages.GroupBy(message => (message.Kind, message.Version))
        where same.Count() > 1
        select $"A message was made twice: {same.Key} of {a.Id}";

    /// <summary>Somebody or something that is in one place for a time.</summary>
    private sealed record Stay(string Where, DateTime From, DateTime Until, int Id);
}

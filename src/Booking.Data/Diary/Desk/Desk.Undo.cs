using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Desk
{
    private static readonly TimeSpan UndoLasts = TimeSpan.FromMinutes(15);

    /// <summary>Takes back the last change of each of these, all or none, if nobody has changed them since; or says why not.</summary>
    public async Task<Refusal?> UndoAsync(IReadOnlyList<Seen> seen, string who, CancellationToken cancellation) => await ChangeAsync(
        seen,
        await BackToAsync(seen, cancellation),
        async (context, clinic, appointment) => IsFresh(appointment)
            ? await UndoAsync(context, clinic, appointment, seen, Sign(who), cancellation)
            : Refusal.NothingToUndo,
        cancellation);

    /// <summary>Whether the last change of it is one of the desk's, and so fresh that it can be taken back.</summary>
    public bool CanUndo(Appointment appointment) => IsFresh(appointment)
        && appointment.History.MaxBy(line => line.Id) is { } last
        && last.Who != AppointmentEvent.ByPatient
        && (last.Before is not null || appointment.History.Count == 1);

    // What has stood for a while is changed, not undone: others have built on it.
    private bool IsFresh(Appointment appointment) => clock.UtcNow() - appointment.History.Max(line => line.At) <= UndoLasts;

    private async Task<Refusal?> UndoAsync(
        BookingDbContext context,
        Clinic clinic,
        Appointment appointment,
        IReadOnlyList<Seen> all,
        Signature by,
        CancellationToken cancellation)
    {
        var before = appointment.State;
        if (appointment.Undo(clinic.Rules, by) is { } refusal)
        {
            return refusal;
        }

        var comesBack = appointment.Stands && (before.Status == AppointmentStatus.Cancelled || !before.IsWhere(appointment.State));
        return comesBack
            ? await InTheWayAsync(context, clinic, appointment, [.. all.Select(one => one.Id)], cancellation)
            : null;
    }

    private async Task<IReadOnlyList<DateOnly>> BackToAsync(IReadOnlyList<Seen> seen, CancellationToken cancellation)
    {
        var ids = seen.Select(one => one.Id).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changes = await context.Set<AppointmentEvent>().AsNoTracking()
            .Where(line => ids.Contains(line.AppointmentId))
            .ToListAsync(cancellation);
        return [.. changes.GroupBy(line => line.AppointmentId)
            .Select(lines => lines.MaxBy(line => line.Id)!.Before)
            .OfType<AppointmentState>()
            .Select(before => before.Date)];
    }
}

using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>All that is written on one date, by which the desk is told who or what is in the way.</summary>
internal sealed class WrittenDay
{
    private readonly Clinic _clinic;
    private readonly DateOnly _date;
    private readonly DateTime _now;
    private readonly List<Appointment> _appointments;
    private readonly List<Hold> _holds;
    private readonly List<Block> _blocks;
    private readonly Occupancy _taken = new();

    private WrittenDay(
        Clinic clinic, DateOnly date, DateTime now, List<Appointment> appointments, List<Hold> holds, List<Block> blocks)
    {
        (_clinic, _date, _now, _appointments, _holds, _blocks) = (clinic, date, now, appointments, holds, blocks);
        appointments.ForEach(a => Take(a.PractitionerId, a.RoomId, Whole(a)));
        holds.ForEach(hold => Take(hold.PractitionerId, hold.RoomId, Whole(hold)));
        blocks.ForEach(block => Take(block.PractitionerId, null, block.Slot));
    }

    /// <summary>Without these appointments: where one stands now is no obstacle to moving it.</summary>
    public static async Task<WrittenDay> ReadAsync(
        BookingDbContext context, Clinic clinic, DateOnly date, IReadOnlyList<int> without, DateTime utcNow, CancellationToken cancellation)
    {
        var (from, until) = (date.ToDateTime(TimeOnly.MinValue), date.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return new WrittenDay(
            clinic,
            date,
            ClinicTime.ToWall(utcNow),
            await context.Appointments.AsNoTracking().Include(a => a.Patient).Include(a => a.Practitioner)
                .Where(a => a.Date == date && a.Status != AppointmentStatus.Cancelled && !without.Contains(a.Id))
                .ToListAsync(cancellation),
            await context.Holds.AsNoTracking().Where(h => h.Date == date && h.Expires > utcNow).ToListAsync(cancellation),
            await context.Blocks.AsNoTracking().Where(b => b.RemovedAt == null && b.Until > from && b.From < until).ToListAsync(cancellation));
    }

    /// <summary>
    /// Where a patient can move this by themselves, by the rules of booking online; or why not, without a word of whoever is there.
    /// </summary>
    public (Place? Place, Refusal? Refusal) FindOnline(
        Treatment treatment, Practitioner practitioner, TimeOnly start, Length length, int patientId)
    {
        var day = new DiaryDay(_clinic, practitioner, _date, _taken, _now);
        var slot = new Slot(_date, start, length.Minutes);
        var refusal = day.WhysNot(treatment, start, length).FirstOrDefault()
            ?? (PatientElsewhere(patientId, slot) is null ? null : Refusal.CannotComeThen);
        return refusal is null
            ? (new Place(treatment, practitioner, day.RoomFor(treatment, start, length), _date, start, length.Minutes), null)
            : (null, refusal);
    }

    /// <summary>Where this can go, or why it cannot.</summary>
    /// <param name="overrule">Why rules that can be overruled are to be; null for somebody who does not want or may not.</param>
    /// <param name="stays">Whether it stands then already, so that it may be over.</param>
    public (Place? Place, Refusal? Refusal) Find(
        Treatment treatment,
        Practitioner practitioner,
        TimeOnly start,
        Length length,
        int? patientId,
        string? overrule,
        bool stays = false)
    {
        var day = new DiaryDay(_clinic, practitioner, _date, _taken, _now, atDesk: true, begun: stays ? start : null);
        var slot = new Slot(_date, start, length.Minutes);
        var whole = slot.Lengthened(length.Turnaround);
        var objections = day.WhysNot(treatment, start, length).ToList();
        if (objections.Find(refusal => overrule is null || !refusal.CanBeOverruled) is { } refusal)
        {
            return (null, Explain(refusal, practitioner, whole));
        }

        if (PatientElsewhere(patientId, slot) is { } elsewhere)
        {
            return (null, elsewhere);
        }

        return (new Place(
            treatment,
            practitioner,
            day.RoomFor(treatment, start, length),
            _date,
            start,
            length.Minutes,
            objections.Contains(Refusal.Taken) ? FreeLane(practitioner, whole) : 0,
            objections.Count > 0 ? overrule : null), null);
    }

    /// <summary>Who or what stands where this appointment would, whatever the rules say; or null.</summary>
    public Refusal? InTheWay(Appointment appointment)
    {
        var whole = Whole(appointment);
        return (appointment.Lane == 0 ? Occupant(appointment.PractitionerId, whole) : null)
            ?? (appointment.RoomId is { } room ? OccupantOf(room, whole) : null)
            ?? PatientElsewhere(appointment.PatientId, appointment.Slot);
    }

    private Refusal Explain(Refusal refusal, Practitioner practitioner, Slot whole)
    {
        if (refusal == Refusal.Taken)
        {
            return Occupant(practitioner.Id, whole) ?? refusal;
        }

        if (refusal == Refusal.Closed)
        {
            return refusal.Because($"The clinic is closed on that day: {_clinic.ClosureOn(_date)!.Reason}.");
        }

        return refusal == Refusal.OutsideHours
            ? refusal.Because($"{practitioner.FullName} does not work then.")
            : refusal == Refusal.NotGiven ? refusal.Because($"{practitioner.FullName} does not give this treatment.") : refusal;
    }

    private Refusal? Occupant(int practitioner, Slot whole)
    {
        if (_appointments.Find(a => a.PractitionerId == practitioner && a.Lane == 0 && Whole(a).Overlaps(whole)) is { } there)
        {
            return Refusal.Taken.Because($"{there.Patient.FullName} is there, {Said(there.Slot)}.");
        }

        if (_blocks.Find(block => block.PractitionerId == practitioner && block.Slot.Overlaps(whole)) is { } block)
        {
            return Refusal.Taken.Because($"That time is blocked: {block.Reason}.");
        }

        return _holds.Exists(hold => hold.PractitionerId == practitioner && Whole(hold).Overlaps(whole))
            ? Refusal.Taken.Because("Somebody is booking that time online at this moment.")
            : null;
    }

    private Refusal? OccupantOf(int room, Slot whole) =>
        _appointments.Exists(a => a.RoomId == room && Whole(a).Overlaps(whole))
            || _holds.Exists(hold => hold.RoomId == room && Whole(hold).Overlaps(whole))
            ? Refusal.NoRoom
            : null;

    private Refusal? PatientElsewhere(int? patient, Slot slot) =>
        _appointments.Find(a => a.PatientId == patient && a.Slot.Overlaps(slot)) is { } other
            ? Refusal.PatientElsewhere.Because($"{other.Patient.FullName} is with {other.Practitioner.FullName} then, {Said(other.Slot)}.")
            : null;

    private int FreeLane(Practitioner practitioner, Slot whole)
    {
        var used = _appointments.Where(a => a.PractitionerId == practitioner.Id && Whole(a).Overlaps(whole)).Select(a => a.Lane).ToHashSet();
        return Enumerable.Range(1, used.Count + 1).First(lane => !used.Contains(lane));
    }

    private void Take(int practitioner, int? room, Slot slot)
    {
        _taken.Take(Resource.Practitioner(practitioner), slot);
        if (room is { } taken)
        {
            _taken.Take(Resource.Room(taken), slot);
        }
    }

    private static Slot Whole(Appointment a) => a.Slot.Lengthened(a.TurnaroundMinutes);

    private static Slot Whole(Hold hold) => hold.Slot.Lengthened(hold.TurnaroundMinutes);

    private static string Said(Slot slot) => $"{slot.Start.Said()} to {slot.End.Said()}";
}

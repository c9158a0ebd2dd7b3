namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Notes that a patient has arrived, was seen, or did not come; or says why not.</summary>
    public Task<Refusal?> MarkAsync(Seen seen, AppointmentStatus status, string who, CancellationToken cancellation) => ChangeAsync(
        seen, (_, clinic, appointment) => Task.FromResult(appointment.Mark(status, clinic.Rules, Sign(who))), cancellation);

    /// <summary>Cancels an appointment and gives its time back; or says why not.</summary>
    /// <param name="who">The patient, <see cref="AppointmentEvent.ByPatient"/>, or the member of staff by name.</param>
    public Task<Refusal?> CancelAsync(Seen seen, string reason, string who, CancellationToken cancellation) => ChangeAsync(
        seen, (_, clinic, appointment) => Task.FromResult(appointment.Cancel(reason, clinic.Rules, Sign(who))), cancellation);

    /// <summary>Takes a cancellation back, if its time is still free; or says who is there now.</summary>
    public Task<Refusal?> RestoreAsync(Seen seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        async (context, clinic, appointment) => appointment.Restore(clinic.Rules, Sign(who))
            ?? await WhyNotThereAsync(context, clinic, appointment, cancellation),
        cancellation);

    public Task<Refusal?> NoteAsync(Seen seen, string? note, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        (_, _, appointment) =>
        {
            appointment.ChangeNote(note, Sign(who));
            return Task.FromResult<Refusal?>(null);
        },
        cancellation);

    // By the rules of today: somebody may have left, or the day be closed, since it was cancelled.
    private async Task<Refusal?> WhyNotThereAsync(
        BookingDbContext context, Clinic clinic, Appointment appointment, CancellationToken cancellation)
    {
        var day = await WrittenDay.ReadAsync(context, clinic, appointment.Date, [appointment.Id], clock.UtcNow(), cancellation);
        var (treatment, practitioner) = (clinic.Treatment(appointment.TreatmentId)!, clinic.Practitioner(appointment.PractitionerId)!);
        var length = appointment.LengthAs(treatment);
        return day.Find(treatment, practitioner, appointment.Start, length, appointment.PatientId, appointment.Overruled).Refusal
            ?? day.InTheWay(appointment);
    }

    private async Task<Refusal?> InTheWayAsync(
        BookingDbContext context, Clinic clinic, Appointment appointment, IReadOnlyList<int> without, CancellationToken cancellation)
    {
        var day = await WrittenDay.ReadAsync(context, clinic, appointment.Date, without, clock.UtcNow(), cancellation);
        return day.InTheWay(appointment);
    }
}

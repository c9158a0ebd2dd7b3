namespace Booking;

/// <summary>Who does something in the diary, and when: the patient through the site, or a member of staff by name.</summary>
/// <param name="Who"><see cref="AppointmentEvent.ByPatient"/> or a full name.</param>
/// <param name="At">UTC.</param>
/// <param name="Series">What is done together, and can be undone together, has the same; null for what stands alone.</param>
public readonly record struct Signature(string Who, DateTime At, Guid? Series = null)
{
    /// <summary>The same moment on the clinic's clock.</summary>
    public DateTime Now => ClinicTime.ToWall(At);

    public bool IsPatients => Who == AppointmentEvent.ByPatient;

    public static Signature OfPatient(DateTime at) => new(AppointmentEvent.ByPatient, at);

    /// <summary>When a text about it goes (UTC): what is done at the desk can be undone first, a patient waits for it.</summary>
    public DateTime TextDue(BookingRules rules) =>
        IsPatients ? At : At.AddSeconds(rules.UndoSeconds);
}

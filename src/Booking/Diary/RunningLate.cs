namespace Booking;

/// <summary>Who waits, and how long, when a practitioner runs late: the delay is handed on until gaps have made up for it.</summary>
public static class RunningLate
{
    /// <param name="day">One practitioner's appointments of today.</param>
    /// <param name="now">Clinic time.</param>
    /// <param name="minutes">How much later than planned the next patient is seen.</param>
    /// <returns>Those who are not here yet, soonest first, each with the minutes that they will wait.</returns>
    public static IEnumerable<(Appointment Appointment, int Minutes)> Waits(
        IEnumerable<Appointment> day, DateTime now, int minutes)
    {
        DateTime? planned = null;
        foreach (var appointment in day.Where(a => a.CanBeMoved && a.StartsAt > now).OrderBy(a => a.StartsAt))
        {
            if (planned is { } end && end < appointment.StartsAt)
            {
                minutes -= (int)(appointment.StartsAt - end).TotalMinutes;
            }

            if (minutes <= 0)
            {
                yield break;
            }

            var over = appointment.StartsAt.AddMinutes(appointment.Minutes + appointment.TurnaroundMinutes);
            planned = planned > over ? planned : over;
            if (appointment.Status != AppointmentStatus.Arrived)
            {
                yield return (appointment, minutes);
            }
        }
    }
}

namespace Booking;

/// <summary>How long a visit is: so many minutes with the patient, and so many for practitioner and room afterwards.</summary>
public readonly record struct Length(int Minutes, int Turnaround)
{
    public static Length Of(Treatment treatment) => new(treatment.Minutes, treatment.TurnaroundMinutes);

    internal int Ticks => Minutes / TickSet.MinutesATick;

    internal int WholeTicks => (Minutes + Turnaround) / TickSet.MinutesATick;
}

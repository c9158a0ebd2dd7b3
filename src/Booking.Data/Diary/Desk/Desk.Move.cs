namespace Booking.Data;

/// <summary>Where an appointment is to go; what is null stays as it is.</summary>
/// <param name="Start">Clinic time.</param>
/// <param name="Minutes">Null for as long as before, or as the new treatment takes.</param>
/// <param name="Overrule">Why rules are to be overruled, from somebody with the right to it; or null.</param>
public sealed record MoveWish(
    Practitioner Practitioner, DateTime Start, int? Minutes = null, Treatment? Treatment = null, string? Overrule = null);

public sealed partial class Desk
{
    public const int ShortestMinutes = 5;
    public const int LongestMinutes = 480;

    private static readonly Refusal NotAsked = Refusal.CheckNeeded.Because(
        "The safety questions have not been asked for this treatment. Cancel this and book it anew.");

    /// <summary>Puts an appointment elsewhere, gives it to a colleague or makes it longer or shorter; or says why not.</summary>
    public Task<Refusal?> MoveAsync(Seen seen, MoveWish wish, string who, CancellationToken cancellation) => ChangeAsync(
        [seen],
        [DateOnly.FromDateTime(wish.Start)],
        (context, clinic, appointment) =>
        {
            // An earlier time that was offered to them is theirs to take however often: it is not moved by this.
            var by = Sign(who);
            return by.IsPatients && appointment.IsMovedEnough(by.At)
                ? Task.FromResult<Refusal?>(Refusal.MovedEnough)
                : MoveAsync(context, clinic, appointment, wish, by, cancellation);
        },
        cancellation);

    private static async Task<Refusal?> MoveAsync(
        BookingDbContext context, Clinic clinic, Appointment appointment, MoveWish wish, Signature by, CancellationToken cancellation)
    {
        var treatment = wish.Treatment ?? clinic.Treatment(appointment.TreatmentId)!;
        var kept = appointment.LengthAs(treatment);
        var length = kept with { Minutes = wish.Minutes ?? kept.Minutes };
        var (date, start) = (DateOnly.FromDateTime(wish.Start), TimeOnly.FromDateTime(wish.Start));
        if (!IsALength(length.Minutes))
        {
            return Refusal.OddLength;
        }

        if (treatment.Id != appointment.TreatmentId && treatment.Service.NeedsRedFlagCheck && appointment.RedFlagVersion is null)
        {
            return NotAsked;
        }

        var day = await WrittenDay.ReadAsync(context, clinic, date, [appointment.Id], by.At, cancellation);
        var (place, refusal) = by.IsPatients
            ? day.FindOnline(treatment, wish.Practitioner, start, length, appointment.PatientId)
            : day.Find(
                treatment, wish.Practitioner, start, length, appointment.PatientId, wish.Overrule, stays: appointment.StartsAt == wish.Start);
        return refusal ?? appointment.Move(place!, clinic.Rules, by);
    }

    /// <summary>Whether a visit can be made so many minutes long.</summary>
    public static bool IsALength(int minutes) =>
        minutes is >= ShortestMinutes and <= LongestMinutes && minutes % TickSet.MinutesATick == 0;
}

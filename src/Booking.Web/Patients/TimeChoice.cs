using Booking.Data;

namespace Booking.Web;

/// <summary>A time as a browser asks for it by a button of ours, with what that browser has answered and shown before.</summary>
public sealed class TimeChoice(Visitor visitor, SafetyPass safety, AppointmentPass pass)
{
    /// <summary>What it asks for, or null if none of our buttons says so.</summary>
    public async Task<HoldWish?> ReadAsync(
        HttpContext context, Clinic clinic, Treatment treatment, string? at, bool anyoneWillDo, CancellationToken cancellation)
    {
        if (!ChosenTime.TryParse(at, out var chosen) || clinic.Practitioner(chosen.Practitioner) is not { } practitioner)
        {
            return null;
        }

        return new HoldWish(
            treatment,
            practitioner,
            anyoneWillDo,
            chosen.Date,
            chosen.Start,
            visitor.Greet(context),
            safety.Cleared(context.Request, treatment.Service),
            SeenBefore: (await pass.PatientsAsync(context.Request, cancellation)).Count > 0);
    }
}

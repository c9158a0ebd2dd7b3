namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Moves an appointment in a transaction in which more is done; or says why not.</summary>
    internal Task<Refusal?> MoveAsync(
        BookingDbContext context, Seen seen, MoveWish wish, Signature by, CancellationToken cancellation) => ChangeOnceAsync(
        context,
        [seen],
        [DateOnly.FromDateTime(wish.Start)],
        (within, clinic, appointment) => MoveAsync(within, clinic, appointment, wish, by, cancellation),
        cancellation);
}

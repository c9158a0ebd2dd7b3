using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Inbox
{
    /// <summary>Reception has read that a patient wants no more texts: none goes to their telephone until they answer START.</summary>
    public Task StopAsync(int patientId, string who, CancellationToken cancellation) => StopOnceOrAgainAsync(
        async context =>
        {
            var patient = await context.Patients.SingleAsync(p => p.Id == patientId, cancellation);
            await StopAsync(context, patient.Details.Telephone, await OfAsync(context, patientId, cancellation), who, cancellation);
            patient.Note($"Texts to {patient.Details.Telephone.Display} stopped, as they asked", who, clock.UtcNow());
            return await context.SaveChangesAsync(cancellation);
        },
        cancellation);

    /// <summary>The same for a telephone of which nobody has said whose it is.</summary>
    public Task StopAsync(ReceivedText text, string who, CancellationToken cancellation) => StopOnceOrAgainAsync(
        async context =>
        {
            var theirs = context.ReceivedTexts.Where(t => t.PatientId == null && t.From == text.From);
            await StopAsync(context, Telephone.Parse(text.From), theirs, who, cancellation);
            return await context.SaveChangesAsync(cancellation);
        },
        cancellation);

    // Their own STOP may come at the same moment: the next look sees it.
    private async Task StopOnceOrAgainAsync(Func<BookingDbContext, Task<int>> stop, CancellationToken cancellation)
    {
        try
        {
            await transactions.RunAsync(stop, cancellation);
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.RefusedNumbers)))
        {
            await transactions.RunAsync(stop, cancellation);
        }
    }

    private async Task StopAsync(
        BookingDbContext context, Telephone telephone, IQueryable<ReceivedText> theirs, string who, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        await context.ChangeDatesOfAsync(telephone.Text, clock.Today(), cancellation);
        await context.StopTextsAsync(telephone, now, cancellation);
        await theirs.Where(t => t.HandledAt == null && t.Outcome == ReplyOutcome.AsksForNoTexts)
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.HandledAt, now).SetProperty(t => t.HandledBy, who), cancellation);
    }
}

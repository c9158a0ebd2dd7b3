using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Booking.Data;

/// <summary>
/// Takes out of the clinic's memory what it has kept long enough: who somebody was and how to reach them. That there was an
/// appointment, when and for what, stays, so that reports still add up.
/// </summary>
public sealed class Shredder(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, IOptions<Retention> retention, TimeProvider clock)
{
    private Retention Kept => retention.Value;

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var id in await PatientsKeptLongEnoughAsync(cancellation))
        {
            await transactions.RunAsync(context => EmptyAsync(context, id, cancellation), cancellation);
        }

        await transactions.RunAsync(context => EmptyTheRestAsync(context, cancellation), cancellation);
    }

    private async Task<List<int>> PatientsKeptLongEnoughAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Patients.Where(KeptLongEnough(context)).Select(patient => patient.Id).ToListAsync(cancellation);
    }

    // An appointment that has passed counts as a visit unless somebody says otherwise.
    private Expression<Func<Patient, bool>> KeptLongEnough(BookingDbContext context)
    {
        var today = clock.Today();
        var (lastVisit, birthday) = (today.AddYears(-Kept.YearsAfterLastVisit), today.AddYears(-Kept.UntilAge));
        var lastBooking = today.AddMonths(-Kept.MonthsAfterNeverComing);
        var firstSeen = clock.UtcNow().AddMonths(-Kept.MonthsAfterNeverComing);
        return patient => patient.EmptiedAt == null && patient.CreatedAt < firstSeen
            && !context.WaitingEntries.Any(e => e.PatientId == patient.Id && (e.EndedAt == null || e.JoinedAt > firstSeen))
            && !context.Patients.Any(kept => kept.Id == patient.MergedIntoId && kept.EmptiedAt == null)
            && !context.Appointments.Any(a => a.PatientId == patient.Id && (a.Date > lastBooking
                || (a.Status != AppointmentStatus.Cancelled && a.Status != AppointmentStatus.DidNotAttend
                    && (a.Date > lastVisit || patient.DateOfBirth > birthday))));
    }

    private async Task<int> EmptyAsync(BookingDbContext context, int id, CancellationToken cancellation)
    {
        if (await context.Patients.Include(p => p.Words).Where(KeptLongEnough(context)).SingleOrDefaultAsync(p => p.Id == id, cancellation)
            is not { } patient)
        {
            return 0;
        }

        await context.ChangeDatesOfAsync([id], cancellation);
        patient.Empty(RandomNumberGenerator.GetBytes(Patient.RecognitionBytes), clock.UtcNow());
        await context.Messages
            .Where(message => message.PatientId == id
                || context.Appointments.Any(a => a.Id == message.AppointmentId && a.PatientId == id))
            .ExecuteUpdateAsync(
                row => row.SetProperty(message => message.To, (string?)null)
                    .SetProperty(message => message.Words, (string?)null)
                    .SetProperty(message => message.Said, (string?)null)
                    .SetProperty(message => message.BodyHash, (byte[]?)null),
                cancellation);
        await ForgetAsync(context.ReceivedTexts.Where(text => text.PatientId == id), cancellation);
        await context.Appointments.Where(a => a.PatientId == id).ExecuteUpdateAsync(
            row => row.SetProperty(a => a.BookedAs, Patient.Nobody)
                .SetProperty(a => a.Email, (string?)null)
                .SetProperty(a => a.CancelReason, (string?)null)
                .SetProperty(a => a.Note, (string?)null)
                .SetProperty(a => a.Overruled, a => a.Overruled == null ? null : Patient.Nobody),
            cancellation);
        await context.Set<AppointmentEvent>()
            .Where(line => context.Appointments.Any(a => a.Id == line.AppointmentId && a.PatientId == id))
            .ExecuteUpdateAsync(
                row => row.SetProperty(line => line.Before, (AppointmentState?)null)
                    .SetProperty(line => line.From, (string?)null)
                    .SetProperty(line => line.To, (string?)null),
                cancellation);
        await EmptyPlacesAsync(context, id, cancellation);
        await context.PatientMerges.Where(merge => merge.KeptId == id || merge.AwayId == id).ExecuteDeleteAsync(cancellation);
        await context.Set<PatientEvent>().Where(line => line.PatientId == id).ExecuteUpdateAsync(
            row => row.SetProperty(line => line.What, Patient.Nobody)
                .SetProperty(line => line.From, (string?)null)
                .SetProperty(line => line.To, (string?)null),
            cancellation);
        return await context.SaveChangesAsync(cancellation);
    }

    private static async Task EmptyPlacesAsync(BookingDbContext context, int id, CancellationToken cancellation)
    {
        var places = context.WaitingEntries.Where(e => e.PatientId == id);
        await places.ExecuteUpdateAsync(row => row.SetProperty(e => e.JoinedAs, Patient.Nobody), cancellation);
        await context.Set<WaitingEvent>().Where(line => places.Any(e => e.Id == line.EntryId))
            .ExecuteUpdateAsync(row => row.SetProperty(line => line.What, Patient.Nobody), cancellation);
        await context.WaitingLinks
            .Where(link => places.Any(e => e.Id == link.EntryId || e.Offers.Any(offer => offer.MessageId == link.MessageId)))
            .ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> EmptyTheRestAsync(BookingDbContext context, CancellationToken cancellation)
    {
        // Who has said STOP is not texted whoever they are or become: for that their number is kept, and nothing else.
        var (now, today) = (clock.UtcNow(), clock.Today());
        var lastAnswer = now.AddMonths(-Kept.MonthsAfterAnswer);
        return await context.Enquiries.Where(enquiry => enquiry.HandledAt < lastAnswer && enquiry.Name != "")
                .ExecuteUpdateAsync(
                    row => row.SetProperty(enquiry => enquiry.Name, "")
                        .SetProperty(enquiry => enquiry.ReplyTo, "")
                        .SetProperty(enquiry => enquiry.Question, ""),
                    cancellation)
            + await ForgetAsync(
                context.ReceivedTexts.Where(text => text.PatientId == null && text.HandledAt < lastAnswer && text.Words != null),
                cancellation)
            + await context.RefusedNumbers
                .Where(refused => refused.Why != WhyNotSent.OptedOut && !context.Patients.Any(patient => patient.Telephone == refused.Telephone))
                .ExecuteDeleteAsync(cancellation)
            + await context.TelephoneDays.Where(day => day.Day < today).ExecuteDeleteAsync(cancellation)
            + await context.SignInTries.Where(tries => tries.Until <= now).ExecuteDeleteAsync(cancellation);
    }

    private static Task<int> ForgetAsync(IQueryable<ReceivedText> texts, CancellationToken cancellation) => texts.ExecuteUpdateAsync(
        row => row.SetProperty(text => text.Words, (string?)null)
            .SetProperty(text => text.Answer, (string?)null)
            .SetProperty(text => text.From, ""),
        cancellation);
}

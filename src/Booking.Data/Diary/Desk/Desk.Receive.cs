using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Desk
{
    // Whoever answers later than this to a text of ours is read by a person.
    private const int DaysRemembered = 30;

    /// <summary>
    /// Takes a text in, and does what it asks for in the same transaction: once, however often it is brought. What cannot be
    /// done because others are always quicker is left to reception.
    /// </summary>
    /// <param name="emailsGo">Whether the clinic can send e-mails.</param>
    /// <returns>What became of it, and whether it is new: of one that came before, what became of it then.</returns>
    public async Task<(ReceivedText Text, bool IsNew)> ReceiveAsync(
        IncomingText text, ReplyWording wording, bool emailsGo, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            (ReceivedText Text, bool IsNew) received = default;
            try
            {
                var refusal = await TryAsync(
                    async context =>
                    {
                        (received, var refused) = await ReceiveOnceAsync(
                            context, text, wording, emailsGo, understand: attempt < MostTries, cancellation);
                        return refused;
                    },
                    cancellation);
                if (refusal is null)
                {
                    return received;
                }
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.ReceivedTexts)))
            {
                // Brought twice at the same moment: the next look finds what became of it.
            }
            catch (DbUpdateException e) when (attempt < MostTries && e.IsDuplicateIn(nameof(BookingDbContext.RefusedNumbers)))
            {
                // The network has just said the same: the next look sees it.
            }
        }
    }

    /// <summary>Cancels what they asked by text to cancel, free of charge no longer; or says why not.</summary>
    public Task<Refusal?> CancelAsAskedAsync(Seen seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        async (context, clinic, appointment) =>
        {
            await SettleAsync(context, appointment, who, cancellation);
            return appointment.Cancel("Asked for by text", clinic.Rules, Sign(who));
        },
        cancellation);

    /// <summary>Writes down that it stands, though they asked by text to cancel.</summary>
    public Task<Refusal?> KeepThoughAskedAsync(Seen seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        async (context, _, appointment) =>
        {
            if (await SettleAsync(context, appointment, who, cancellation) > 0)
            {
                appointment.KeepThoughAsked(Sign(who));
            }

            return null;
        },
        cancellation);

    private async Task<((ReceivedText Text, bool IsNew) Received, Refusal? Refusal)> ReceiveOnceAsync(
        BookingDbContext context,
        IncomingText text,
        ReplyWording wording,
        bool emailsGo,
        bool understand,
        CancellationToken cancellation)
    {
        if (await context.ReceivedTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Sid == text.Sid, cancellation) is { } known)
        {
            return ((known, false), null);
        }

        var utcNow = clock.UtcNow();
        var rules = (await setup.ReadAsync(context, cancellation)).Rules;
        var theirs = await OfTelephoneAsync(context, text.From, cancellation);
        var reply = understand ? UnderstoodReply.Of(text.Reply, theirs, rules, ClinicTime.ToWall(utcNow)) : UnderstoodReply.ForReception;
        var answer = await MayAnswerAsync(context, text.From, reply.Outcome, utcNow, cancellation) ? wording.Answer(reply, rules) : null;
        var received = ReceivedText.Of(text, reply, await OnlyOneWithAsync(context, text.From, cancellation), answer, utcNow);
        return ((received, true), await DoAsync(context, text.From, reply, received, emailsGo, cancellation));
    }

    private Task<Refusal?> DoAsync(
        BookingDbContext context,
        Telephone from,
        UnderstoodReply reply,
        ReceivedText received,
        bool emailsGo,
        CancellationToken cancellation)
    {
        var by = Signature.OfPatient(received.At);
        return reply.Outcome switch
        {
            ReplyOutcome.Confirmed => ChangeAsync((appointment, _) =>
            {
                appointment.ConfirmByText(by);
                return null;
            }),
            ReplyOutcome.Cancelled => ChangeAsync((appointment, rules) => appointment.CancelByText(received.Answer, emailsGo, rules, by)),
            ReplyOutcome.AsksToCancel => ChangeAsync((appointment, _) =>
            {
                appointment.AskToCancel(by);
                return null;
            }),
            ReplyOutcome.OptedOut => ShowAsync(() => context.StopTextsAsync(from, received.At, cancellation)),
            ReplyOutcome.OptedIn => ShowAsync(() => context.StartTextsAsync(from, cancellation)),
            ReplyOutcome.ForReception or ReplyOutcome.AskedWhich or ReplyOutcome.UnknownCode or ReplyOutcome.NotToCome
                or ReplyOutcome.NothingToCome or ReplyOutcome.AsksForNoTexts => KeepAsync(),
        };

        Task<Refusal?> ChangeAsync(Func<Appointment, BookingRules, Refusal?> change) => ChangeOnceAsync(
            context,
            [new Seen(reply.About[0].Id, reply.About[0].Version)],
            to: [],
            (_, clinic, appointment) =>
            {
                context.Add(received);
                return Task.FromResult(change(appointment, clinic.Rules));
            },
            cancellation);

        async Task<Refusal?> ShowAsync(Func<Task> write)
        {
            await context.ChangeDatesOfAsync(from.Text, clock.Today(), cancellation);
            await write();
            return await KeepAsync();
        }

        async Task<Refusal?> KeepAsync()
        {
            context.Add(received);
            await context.SaveChangesAsync(cancellation);
            return null;
        }
    }

    private Task<List<Appointment>> OfTelephoneAsync(BookingDbContext context, Telephone from, CancellationToken cancellation)
    {
        var since = clock.Today().AddDays(-DaysRemembered);
        return context.Appointments.AsNoTracking()
            .Where(a => a.Patient.Telephone == from.Text && a.Date >= since)
            .ToListAsync(cancellation);
    }

    private static async Task<bool> MayAnswerAsync(
        BookingDbContext context, Telephone from, ReplyOutcome outcome, DateTime utcNow, CancellationToken cancellation)
    {
        if (await context.RefusedNumbers.AnyAsync(n => n.Telephone == from.Text && n.Why == WhyNotSent.OptedOut, cancellation)
            || await context.SendingStatus.AnyAsync(s => s.StoppedAt != null || s.TooManyAt != null, cancellation))
        {
            return false;
        }

        var (hour, day) = (utcNow.AddHours(-1), utcNow - AnswerPolicy.BetweenThanks);
        var answered = await context.ReceivedTexts
            .Where(t => t.From == from.Text && t.At > day && t.Answer != null)
            .Select(t => new { t.At, t.Outcome })
            .ToListAsync(cancellation);
        var thanked = answered.Where(t => AnswerPolicy.IsThanks(t.Outcome)).Select(t => (DateTime?)t.At).Max();
        return AnswerPolicy.Allows(outcome, answered.Count(t => t.At > hour), thanked, utcNow);
    }

    private static async Task<int?> OnlyOneWithAsync(BookingDbContext context, Telephone from, CancellationToken cancellation) =>
        await context.Patients.Where(p => p.Telephone == from.Text && p.MergedIntoId == null)
            .OrderBy(p => p.Id).Select(p => p.Id).Take(2).ToListAsync(cancellation) is [var one] ? one : null;

    private Task<int> SettleAsync(BookingDbContext context, Appointment appointment, string who, CancellationToken cancellation) =>
        context.ReceivedTexts
            .Where(t => t.AppointmentId == appointment.Id && t.Outcome == ReplyOutcome.AsksToCancel && t.HandledAt == null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(t => t.HandledAt, clock.UtcNow()).SetProperty(t => t.HandledBy, who), cancellation);
}

using System.Security.Cryptography;
using Booking.Data;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>
/// Takes every message that is due one step further. The table is the truth: it may run twice, at once, late and on any
/// node, and one message that cannot be handled keeps none of the others waiting.
/// </summary>
public sealed partial class MessageSweep(
    IDbContextFactory<BookingDbContext> contexts,
    Transactions transactions,
    ReminderPlanning planning,
    SendingDesk desk,
    OverdueTexts overdue,
    TextSending sending,
    EmailSending emails,
    LostTexts lost,
    TextMeter meter,
    TimeProvider clock,
    ILogger<MessageSweep> log)
{
    private const int AtATime = 500;
    private const int AtOnce = 16;

    /// <summary>After so many texts that could not go now, the rest waits for the next sweep.</summary>
    private const int MostSetbacks = 20;

    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        var look = await LookAsync(stop);
        var waits = await overdue.WaitUntilAsync(look);
        await desk.NoteSweepAsync(look.Status);
        if (look.IsAnythingDue)
        {
            await StepAllAsync(look.Status, waits, stop);
        }

        meter.Swept(clock.GetElapsedTime(began));
    }

    // One query where there is nothing to do; another where a new setting has just changed what is due.
    private async Task<Outlook> LookAsync(CancellationToken stop)
    {
        var look = await desk.LookAsync();
        if (await planning.FollowSettingsAsync(look.SetUp, stop))
        {
            look = await desk.LookAsync();
        }

        meter.See(look);
        return look;
    }

    private async Task StepAllAsync(SendingStatus? status, DateTime? waits, CancellationToken stop)
    {
        var run = new Run { Waits = waits };
        run.SendsEmails = status?.MaySend != false;
        run.Sends = sending.IsSetUp && status?.MaySend != false && (status?.PausedSince is null || await ProbeAsync(status, waits));
        if (run is { Sends: false, SendsEmails: true })
        {
            await LeaveToEmailsAsync(run);
        }

        while (!stop.IsCancellationRequested && await NextAsync(run) is { Count: > 0 } due)
        {
            // A message that has been begun is finished and recorded: stopping only keeps the next ones back.
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (next, _) =>
                {
                    if (!stop.IsCancellationRequested)
                    {
                        await StepAsync(next, run);
                    }
                });
            await ShowAsync(due.Select(next => next.Date));
        }
    }

    // Who likes e-mails better is not kept waiting by what is wrong with the texts.
    private async Task LeaveToEmailsAsync(Run run)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var now = clock.UtcNow();
        var theirs = await context.Messages
            .Where(m => m.Due <= now && m.State == MessageState.Pending && m.Channel == MessageChannel.Text
                && (run.Waits == null || m.Due > run.Waits)
                && (context.Appointments.Any(a => a.Id == m.AppointmentId && a.Patient.ToldBy == ToldBy.Email)
                    || context.Patients.Any(p => p.Id == m.PatientId && p.ToldBy == ToldBy.Email)))
            .OrderBy(m => m.Due)
            .Select(m => m.Id)
            .Take(AtATime)
            .ToListAsync();
        foreach (var id in theirs)
        {
            await emails.TakeOverAsync(id);
        }
    }

    // Whoever looks at the diary of these dates sees what became of the texts, once for the whole batch.
    private async Task ShowAsync(IEnumerable<DateOnly> dates)
    {
        try
        {
            await transactions.RunAsync(
                async context =>
                {
                    await context.ChangeDatesAsync(dates, CancellationToken.None);
                    return 0;
                },
                CancellationToken.None);
        }
        catch (Exception trouble) when (DatabaseErrors.IsBusy(trouble) || DatabaseErrors.IsUnreachable(trouble))
        {
            LogNotShown(log, trouble.GetType().Name);
        }
    }

    // One text shows whether the fault that paused us is mended.
    private async Task<bool> ProbeAsync(SendingStatus status, DateTime? waits)
    {
        var run = new Run { Sends = true, Waits = waits };
        if (clock.UtcNow() < status.ProbeAt)
        {
            return false;
        }

        foreach (var next in (await NextAsync(run)).Where(next => next is { State: MessageState.Pending, Channel: MessageChannel.Text }))
        {
            await StepAsync(next, run);
            if (run.Answers > 0)
            {
                break;
            }
        }

        if (run.Answers > 0 && run.Sends && run.Setbacks == 0)
        {
            await desk.GoOnAsync();
            return true;
        }

        return false;
    }

    private async Task<List<Step>> NextAsync(Run run)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var now = clock.UtcNow();
        var due = await context.Messages
            .Where(m => m.Due <= now && (m.State != MessageState.Pending
                || ((run.Waits == null || m.Due > run.Waits)
                    && (m.Channel == MessageChannel.Email ? run.SendsEmails : run.Sends))))
            .OrderBy(m => m.Due)
            .Select(m => new { m.Id, m.Channel, m.State, m.StartsAt })
            .Take(AtATime)
            .ToListAsync();
        var next = due.Where(m => run.Seen.Add(m.Id))
            .Select(m => new Step(m.Id, m.Channel, m.State, DateOnly.FromDateTime(m.StartsAt))).ToArray();

        // In an order of our own, so that nodes that sweep at once rarely reach for the same message.
        RandomNumberGenerator.Shuffle(next.AsSpan());
        return [.. next];
    }

    private async Task StepAsync(Step next, Run run)
    {
        var id = next.Id;
        try
        {
            switch (next.State)
            {
                case MessageState.Pending when next.Channel == MessageChannel.Email:
                    await emails.SendAsync(id);
                    break;
                case MessageState.Pending when run.Sends:
                    await HearAnswerAsync(await sending.SendAsync(id), run);
                    break;
                case MessageState.Sending:
                    await lost.EndLeaseAsync(id);
                    break;
                case MessageState.Unknown:
                    await lost.LookAsync(id);
                    break;
            }
        }
        catch (Exception trouble) when (DatabaseErrors.IsBusy(trouble) || DatabaseErrors.IsUnreachable(trouble))
        {
            LogStore(log, id, trouble.GetType().Name);
        }
        catch (Exception trouble)
        {
            // Only its kind: the words of an exception can hold what is wrong with a patient's record.
            LogSetAside(log, id, trouble.GetType().Name);
            await SetAsideAsync(id);
        }
    }

    private async Task HearAnswerAsync(TextAnswer? answer, Run run)
    {
        run.Hear(answer, MostSetbacks);
        if (answer is { Handover: Handover.NotSetUp, Code: var fault })
        {
            LogPaused(log, fault);
            await desk.PauseAsync(fault ?? 0);
        }
    }

    // By its number alone: the row itself may be what cannot be read. What is in hand is left to its lease.
    private async Task SetAsideAsync(int id)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            await context.Messages
                .Where(m => m.Id == id && (m.State == MessageState.Pending || m.State == MessageState.Unknown))
                .ExecuteUpdateAsync(m => m
                    .SetProperty(x => x.State, x => x.State == MessageState.Pending ? MessageState.Failed : x.State)
                    .SetProperty(x => x.Why, WhyNotSent.BadData)
                    .SetProperty(x => x.Due, (DateTime?)null)
                    .SetProperty(x => x.Revision, x => x.Revision + 1));
        }
        catch (Exception trouble) when (DatabaseErrors.IsBusy(trouble) || DatabaseErrors.IsUnreachable(trouble))
        {
            LogStore(log, id, trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Text {Message} could not be handled and is set aside for reception: {Trouble}")]
    private static partial void LogSetAside(ILogger logger, int message, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Text {Message} waits for the database: {Trouble}")]
    private static partial void LogStore(ILogger logger, int message, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of some texts shows in the diary only when it is opened again: {Trouble}")]
    private static partial void LogNotShown(ILogger logger, string trouble);

    [LoggerMessage(Level = LogLevel.Critical, Message = "No texts go: Twilio finds fault with our settings, code {Fault}")]
    private static partial void LogPaused(ILogger logger, int? fault);

    /// <summary>One message that is due, and how far it has come.</summary>
    private sealed record Step(int Id, MessageChannel Channel, MessageState State, DateOnly Date);

    /// <summary>What one sweep has met so far.</summary>
    private sealed class Run
    {
        private int _answers;
        private int _setbacks;

        public HashSet<int> Seen { get; } = [];

        public bool Sends { get; set; }

        /// <summary>E-mails go though the provider of the texts has trouble, but not when a person has stopped everything.</summary>
        public bool SendsEmails { get; set; }

        /// <summary>What was due by then waits for a person (UTC); null where nothing does.</summary>
        public DateTime? Waits { get; init; }

        public int Answers => _answers;

        public int Setbacks => _setbacks;

        public void Hear(TextAnswer? answer, int mostSetbacks)
        {
            if (answer is null)
            {
                return;
            }

            Interlocked.Increment(ref _answers);
            var setbacks = answer.Handover == Handover.TryAgain ? Interlocked.Increment(ref _setbacks) : _setbacks;
            if (answer.Handover is Handover.NotSetUp or Handover.HeldBack || setbacks >= mostSetbacks)
            {
                Sends = false;
            }
        }
    }
}

using Hangfire;

namespace Booking.Web;

/// <summary>
/// Takes every message that is due one step further. The table is the truth: it may run twice, at once, late and on any
/// node.
/// </summary>
public sealed class MessageSweep(
    ReminderPlanning planning,
    ClockSetBack setBack,
    SendingDesk desk,
    OverdueTexts overdue,
    TextRound texts,
    EmailRound emails,
    TextMeter meter,
    TimeProvider clock)
{
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken stop)
    {
        var going = await SendTextsAsync(stop);
        await going;
    }

    /// <summary>Ends when the texts have gone; what it returns ends when the e-mails have, for which a slow server may make one
    /// wait.</summary>
    public async Task<Task> SendTextsAsync(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        await setBack.PutRightAsync();
        var look = await LookAsync(stop);
        var waits = await overdue.WaitUntilAsync(look);
        await desk.NoteSweepAsync(look.Status);
        if (!look.IsAnythingDue)
        {
            meter.Swept(clock.GetElapsedTime(began));
            return Task.CompletedTask;
        }

        await texts.GoAsync(look.Status, waits, stop);
        meter.Swept(clock.GetElapsedTime(began));
        return emails.GoAsync(look.Status, waits, stop);
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
}

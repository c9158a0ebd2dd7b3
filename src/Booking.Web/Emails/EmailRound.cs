namespace Booking.Web;

/// <summary>One round through the e-mails that are due, apart from the texts: a mail server that hangs delays none of those.</summary>
public sealed class EmailRound(DueMessages due, SendingDesk desk, EmailSending sending, TimeProvider clock)
{
    private const int AtOnce = 4;
    private const int MostSetbacks = 3;

    private readonly Lock _turn = new();
    private Task _going = Task.CompletedTask;

    /// <summary>The round that is going on here, or else a new one: a second beside it would wait for the same server.</summary>
    /// <param name="waits">What was due by then waits for a person (UTC); null where nothing does.</param>
    public Task GoAsync(SendingStatus? status, DateTime? waits, CancellationToken stop)
    {
        if (!sending.IsSetUp || status?.MaySend == false || status?.MayProbeEmails(clock.UtcNow()) == false)
        {
            return Task.CompletedTask;
        }

        lock (_turn)
        {
            return _going = _going.IsCompleted ? SendAllAsync(status?.EmailsPausedSince is not null, waits, stop) : _going;
        }
    }

    private async Task SendAllAsync(bool isPaused, DateTime? waits, CancellationToken stop)
    {
        await Task.Yield();
        var setbacks = new Setbacks(MostSetbacks);
        await due.GoThroughAsync(
            _ => m => m.State == MessageState.Pending && m.Channel == MessageChannel.Email && (waits == null || m.Due > waits),
            AtOnce,
            async next =>
            {
                if (await sending.SendAsync(next.Id) is { } answer)
                {
                    setbacks.Hear(answer);
                    isPaused = await NoteAsync(answer, isPaused);
                }

                return !setbacks.AreTooMany;
            },
            stop);
    }

    // Whether the server takes our user and password is remembered for every node, and tried again a few minutes later.
    private async Task<bool> NoteAsync(Handover answer, bool isPaused)
    {
        switch (answer)
        {
            case Handover.NotSetUp:
                await desk.PauseEmailsAsync();
                return true;
            case Handover.Accepted or Handover.Refused when isPaused:
                await desk.GoOnWithEmailsAsync();
                return false;
            default:
                return isPaused;
        }
    }
}

namespace Booking.Data;

/// <summary>Finds the threads of the inbox by index, however many texts there have been.</summary>
public static class InboxQueries
{
    /// <summary>The texts that wait for a person.</summary>
    public static IQueryable<ReceivedText> ToRead(BookingDbContext context) =>
        context.ReceivedTexts.Where(t => t.HandledAt == null && t.Words != null);

    /// <summary>The threads in which a text waits for a person, the one that was written to last first.</summary>
    /// <param name="before">Only those whose latest text that waits has a lower number.</param>
    public static IQueryable<WaitingThread> Waiting(BookingDbContext context, int? before) => ToRead(context)
        .GroupBy(t => new { t.PatientId, From = t.PatientId == null ? t.From : null })
        .Select(thread => new WaitingThread
        {
            PatientId = thread.Key.PatientId,
            From = thread.Key.From,
            Oldest = thread.Min(t => t.Id),
            Latest = thread.Max(t => t.Id),
            ToRead = thread.Count(),
            ToSettle = thread.Count(t => t.Outcome == ReplyOutcome.AsksToCancel),
            ToStop = thread.Count(t => t.Outcome == ReplyOutcome.AsksForNoTexts),
        })
        .Where(thread => before == null || thread.Latest < before)
        .OrderByDescending(thread => thread.Latest);

    /// <summary>The latest text of each thread in which none waits, the latest first.</summary>
    /// <param name="before">Only those with a lower number.</param>
    public static IQueryable<ReceivedText> Done(BookingDbContext context, int? before) => context.ReceivedTexts
        .Where(t => (before == null || t.Id < before) && t.HandledAt != null && t.Words != null)
        .Where(t => t.PatientId == null
            ? !context.ReceivedTexts.Any(o => o.From == t.From && o.PatientId == null && (o.HandledAt == null || o.Id > t.Id))
            : !context.ReceivedTexts.Any(o => o.PatientId != null && o.PatientId == t.PatientId && (o.HandledAt == null || o.Id > t.Id)))
        .OrderByDescending(t => t.Id);

    /// <summary>The texts of these threads since their oldest that waits; each thread's latest that waits comes first.</summary>
    public static IQueryable<ReceivedText> Of(BookingDbContext context, IReadOnlyCollection<WaitingThread> threads)
    {
        var patients = threads.Select(thread => thread.PatientId).OfType<int>().ToList();
        var numbers = threads.Select(thread => thread.From).OfType<string>().ToList();
        var (latest, oldest) = (threads.Select(thread => thread.Latest).ToList(), threads.Select(thread => thread.Oldest).DefaultIfEmpty().Min());
        return context.ReceivedTexts
            .Where(t => t.Id >= oldest && t.Words != null
                && ((t.PatientId != null && patients.Contains(t.PatientId.Value)) || (t.PatientId == null && numbers.Contains(t.From))))
            .OrderByDescending(t => latest.Contains(t.Id)).ThenByDescending(t => t.Id);
    }
}

/// <summary>One thread in which a text waits for a person: a patient's record, or a number of which nobody has said whose it is.</summary>
public sealed record WaitingThread
{
    public required int? PatientId { get; init; }

    public required string? From { get; init; }

    /// <summary>The oldest text that waits.</summary>
    public required int Oldest { get; init; }

    public required int Latest { get; init; }

    public required int ToRead { get; init; }

    /// <summary>How many of them ask for a cancellation.</summary>
    public required int ToSettle { get; init; }

    /// <summary>How many of them ask for no more texts.</summary>
    public required int ToStop { get; init; }

    internal bool Holds(ReceivedText text) =>
        text.Id >= Oldest && text.PatientId == PatientId && (PatientId is not null || text.From == From);
}

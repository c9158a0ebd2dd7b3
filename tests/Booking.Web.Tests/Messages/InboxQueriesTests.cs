using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The inbox opens as fast after years as on its first day.</summary>
public sealed class InboxQueriesTests : IAsyncLifetime
{
    private const int Many = 3000;

    private readonly WatchedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_threads_that_wait_and_those_that_are_done_are_found_by_index_on_each_page(bool done)
    {
        await GrowOldAsync();
        var inbox = _clinic.Services.GetRequiredService<Inbox>();
        _clinic.Queries.Forget();

        var first = await inbox.ThreadsAsync(done, before: null, default);
        await inbox.ThreadsAsync(done, first.Older, default);

        Assert.Equal(30, first.Threads.Count);
        Assert.NotEmpty(_clinic.Queries.Plans);

        // Along its own order until a page is full is no search through all.
        Assert.DoesNotContain(_clinic.Queries.Plans, step => step.StartsWith("SCAN r", StringComparison.Ordinal) && !(done && step == "SCAN r"));
        Assert.DoesNotContain(_clinic.Queries.Plans, step => step.StartsWith("SCAN m", StringComparison.Ordinal) || step.StartsWith("SCAN a", StringComparison.Ordinal));
    }

    // Years of answers, and forty that nobody has read yet.
    private async Task GrowOldAsync()
    {
        var now = _clinic.Clock.UtcNow();
        await _clinic.BookManyAsync(60);
        await using var context = _clinic.Database.Open();
        context.AddRange(Enumerable.Range(0, Many).Select(i => Received($"+4477009{i % 400:00000}", i % 3 == 0 ? "hello" : "1", now)));
        await context.SaveChangesAsync();
        await context.ReceivedTexts.ExecuteUpdateAsync(row => row.SetProperty(text => text.HandledAt, now));
        context.AddRange(Enumerable.Range(0, 40).Select(i => Received($"+4477008{i:00000}", "hello", now)));
        await context.SaveChangesAsync();

        await context.Messages.ExecuteUpdateAsync(row => row.SetProperty(message => message.SentAt, now));

        // Half of them are known, and each has been texted.
        var patients = await context.Patients.Select(p => p.Id).ToListAsync();
        foreach (var id in patients)
        {
            await context.ReceivedTexts.Where(text => text.Id % (2 * patients.Count) == 2 * patients.IndexOf(id))
                .ExecuteUpdateAsync(row => row.SetProperty(text => text.PatientId, id));
        }
    }

    private static ReceivedText Received(string from, string words, DateTime now)
    {
        var text = new IncomingText(TwilioCalls.NewSid(), Telephone.Parse(from), words, Reply.Read(words));
        return ReceivedText.Of(text, UnderstoodReply.ForReception, patientId: null, answer: null, now);
    }
}

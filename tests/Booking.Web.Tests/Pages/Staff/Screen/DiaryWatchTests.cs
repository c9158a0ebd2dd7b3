using System.Diagnostics;
using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What it costs the database that somebody looks at the diary.</summary>
public sealed class DiaryWatchTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task However_many_look_it_is_one_query_a_second_and_none_when_nobody_does()
    {
        var contexts = new CountedContexts(clinic);
        using var watch = new DiaryWatch(
            new DiaryScreen(contexts, clinic.Services.GetRequiredService<ClinicSetup>(), clinic.Clock), NullLogger<DiaryWatch>.Instance);
        await watch.StartAsync(default);
        Assert.Equal(0, contexts.Queries);

        var listeners = Enumerable.Range(0, 10)
            .Select(day => watch.Listen(new DiaryRange(StaffedClinic.Tomorrow.AddDays(day), 1), $"person {day}")).ToList();
        await Task.WhenAll(listeners.Select(listener => listener.Numbers.ReadAsync().AsTask()));
        var (first, clock) = (contexts.Queries, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(3.5));
        var asked = contexts.Queries - first;

        Assert.InRange(first, 1, listeners.Count); // those who come at once are told by as few looks as there is time between them
        Assert.InRange(asked, 1, (int)clock.Elapsed.TotalSeconds + 1);

        listeners.ForEach(listener => listener.Dispose());
        await Task.Delay(TimeSpan.FromSeconds(1.5)); // whoever was being told
        var then = contexts.Queries;
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(then, contexts.Queries);
        await watch.StopAsync(default);
    }
}

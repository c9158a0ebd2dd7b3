using System.Net;
using Xunit;

namespace Booking.Web.Tests;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly TextingClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_clinic_that_can_do_its_work_says_so()
    {
        _ = _clinic.Services;
        await _clinic.SweepAsync();

        var (status, says) = await AskAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"status\":\"Healthy\"", says, StringComparison.Ordinal);
        Assert.Contains("Texts and e-mails go.", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_sweeps_it_says_so()
    {
        _ = _clinic.Services;
        await _clinic.SweepAsync();
        _clinic.Clock.Advance(TimeSpan.FromMinutes(6));

        var (_, says) = await AskAsync("/health/ready");

        Assert.Contains("Nobody has looked for texts and e-mails to send", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_noted_by_a_clock_that_was_ahead_proves_nothing()
    {
        _ = _clinic.Services;
        await _clinic.SweepAsync();
        _clinic.Clock.AdjustTime(_clinic.Clock.GetUtcNow() - TimeSpan.FromDays(1));

        var (_, says) = await AskAsync("/health/ready");
        await _clinic.SweepAsync();

        Assert.Contains("Nobody has looked for texts and e-mails to send", says, StringComparison.Ordinal);
        Assert.Contains("\"secondsSinceSweep\":0", (await AskAsync("/health/ready")).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_are_late_are_counted_and_nobody_is_named()
    {
        await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0));
        await _clinic.BookAsync(new(2026, 11, 25, 10, 15, 0));
        _clinic.Clock.Advance(TimeSpan.FromMinutes(11));

        var (_, says) = await AskAsync("/health/ready");

        Assert.Contains("2 texts are late.", says, StringComparison.Ordinal);
        Assert.DoesNotContain("7700", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready()
    {
        _ = _clinic.Services;
        await _clinic.MeddleAsync($"UPDATE BookingRules SET ReminderHours = 24");
        await using (var context = _clinic.Database.Open())
        {
            await context.Database.EnsureDeletedAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync("/health/ready")).Status);
    }

    private async Task<(HttpStatusCode Status, string Says)> AskAsync(string address)
    {
        using var visitor = _clinic.Visit();
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

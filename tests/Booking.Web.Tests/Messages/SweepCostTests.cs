using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What looking for texts costs, each minute of the year.</summary>
public sealed class SweepCostTests : IAsyncLifetime
{
    private const int Many = 3000;

    private readonly WatchedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_sweep_with_nothing_due_asks_once_and_by_index_however_many_have_gone()
    {
        await GrowOldAsync();
        await _clinic.SweepAsync();
        _clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        _clinic.Queries.Forget();

        await _clinic.SweepAsync();

        Assert.Equal(1, _clinic.Queries.Count);
        Assert.DoesNotContain(_clinic.Queries.Plans, step => step.StartsWith("SCAN m", StringComparison.Ordinal));
        Assert.Contains("\"secondsSinceSweep\":0", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_somebody_has_looked_is_noted_for_other_nodes_each_other_minute()
    {
        _ = _clinic.Services;
        for (var minute = 0; minute < 20; minute++)
        {
            await _clinic.SweepAsync();
            Assert.InRange(_clinic.Clock.UtcNow() - (await _clinic.StatusAsync()).SweptAt, TimeSpan.Zero, TimeSpan.FromMinutes(2));
            _clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [InlineData(TextList.ToSeeTo)]
    [InlineData(TextList.Waiting)]
    [InlineData(TextList.Overdue)]
    [InlineData(TextList.Sent)]
    [InlineData(TextList.Delivered)]
    [InlineData(TextList.Answered)]
    [InlineData(TextList.Failed)]
    [InlineData(TextList.NotSent)]
    public async Task Every_list_and_its_next_page_are_found_by_index(TextList list)
    {
        await GrowOldAsync();
        var texts = _clinic.Services.GetRequiredService<Texts>();
        _clinic.Queries.Forget();

        var first = await texts.ListAsync(list, after: null, CancellationToken.None);
        await texts.ListAsync(list, first.Next, CancellationToken.None);
        await texts.CountToSeeToAsync(CancellationToken.None);
        await texts.FiguresAsync(CancellationToken.None);

        Assert.Equal(list is TextList.Delivered ? 50 : 0, first.Texts.Count);
        Assert.DoesNotContain(_clinic.Queries.Plans, step => step.StartsWith("SCAN m", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_every_page_at_the_desk_says_first_is_asked_at_once_and_by_index()
    {
        await GrowOldAsync();
        using var scope = _clinic.Services.CreateScope();
        var alerts = scope.ServiceProvider.GetRequiredService<StaffAlerts>();
        await alerts.ReadAsync(CancellationToken.None);
        _clinic.Queries.Forget();

        await alerts.ReadAsync(CancellationToken.None);

        Assert.Equal(1, _clinic.Queries.Count);
        Assert.DoesNotContain(_clinic.Queries.Plans, step => step.StartsWith("SCAN m", StringComparison.Ordinal));
        Assert.DoesNotContain(_clinic.Queries.Plans, step => step.StartsWith("SCAN r", StringComparison.Ordinal) && step.Length > "SCAN r".Length + 1);
    }

    // Years of texts that have arrived.
    private async Task GrowOldAsync()
    {
        var appointment = await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0));
        await _clinic.MeddleAsync($"DELETE FROM Messages");
        await using var context = _clinic.Database.Open();
        var patient = await context.Appointments.Where(a => a.Id == appointment).Select(a => a.PatientId).SingleAsync();
        context.AddRange(Enumerable.Range(0, Many).Select(i => Arrived(patient, _clinic.Clock.UtcNow().AddHours(-i - 400))));
        await context.SaveChangesAsync();
    }

    private static Message Arrived(int patient, DateTime moment)
    {
        var name = Guid.NewGuid().ToString("N");
        var message = Message.Note(patient, "Please ring us.", name, moment);
        message.Claim(moment);
        message.Try("+447700900123", [1], 2, name);
        message.Hear(new DeliveryReport(name, DeliveryResult.Delivered), moment);
        return message;
    }
}

using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The month's cost is that of every try that the provider took.</summary>
public sealed class TextCostTests : IAsyncLifetime
{
    private readonly TextingClinic _clinic = new();

    private Texts Texts => _clinic.Services.GetRequiredService<Texts>();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_text_that_found_the_phone_off_costs_and_so_does_the_one_that_follows()
    {
        var parts = (await UndeliverAsync()).Parts;
        Assert.Equal(parts, (await Texts.FiguresAsync(default)).Parts);

        _clinic.Clock.Advance(TimeSpan.FromMinutes(31));
        await _clinic.SweepAsync();

        Assert.Equal(2, _clinic.Twilio.Posts);
        var figures = await Texts.FiguresAsync(default);
        Assert.Equal((2 * parts, 2 * parts * BookingRules.UsualPencePerPart), (figures.Parts, figures.Pence));
    }

    [Fact]
    public async Task It_costs_though_the_next_try_is_no_longer_wanted()
    {
        var sent = await UndeliverAsync();
        var appointment = sent.AppointmentId!.Value;
        Assert.Null(await _clinic.Services.GetRequiredService<Desk>().CancelAsync(new Seen(appointment, 1), "Ill", "Rosa Desk", default));
        Assert.Equal(MessageState.Skipped, (await _clinic.MessageAsync(appointment)).State);

        Assert.Equal(sent.Parts, (await Texts.FiguresAsync(default)).Parts);
    }

    private async Task<Message> UndeliverAsync()
    {
        var appointment = await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0));
        await _clinic.SweepAsync();
        var sent = await _clinic.MessageAsync(appointment);
        await _clinic.Services.GetRequiredService<DeliveryNews>().HearAsync(
            sent.Ticket!, new DeliveryReport(sent.ProviderSid!, DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003));
        return sent;
    }
}

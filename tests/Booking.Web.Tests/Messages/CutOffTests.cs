using Xunit;

namespace Booking.Web.Tests;

/// <summary>A clinic that has lost its way to the provider.</summary>
public sealed class CutOffTests
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    [Fact]
    public async Task While_the_provider_cannot_be_reached_texts_wait_and_somebody_can_see_it()
    {
        await using var cutOff = new CutOffClinic();
        await cutOff.InitializeAsync();
        var appointment = await cutOff.BookAsync(Wednesday);

        await cutOff.SweepAsync();

        Assert.Equal(MessageState.Pending, (await cutOff.MessageAsync(appointment)).State);
        using var visitor = cutOff.Visit();
        Assert.Contains("One text is late.", await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_every_answer_gets_lost_the_rest_of_the_texts_is_not_put_at_risk_too()
    {
        await using var clinic = new TextingClinic();
        await clinic.InitializeAsync();
        clinic.Twilio.Usually = TwilioAnswer.AcceptThenReset;
        for (var i = 0; i < 60; i++)
        {
            await clinic.BookAsync(Wednesday, $"+4477009001{i:00}");
        }

        await clinic.SweepAsync();

        Assert.InRange(clinic.Twilio.Posts, 20, 26);
    }

    private sealed class CutOffClinic : TextingClinic
    {
        protected override IEnumerable<KeyValuePair<string, string?>> More =>
            [.. base.More.Where(setting => setting.Key != "Twilio:BaseAddress"), new("Twilio:BaseAddress", "https://no-such-host.invalid")];
    }
}

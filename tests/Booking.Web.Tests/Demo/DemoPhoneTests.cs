using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Booking.Web.Tests;

public sealed class DemoPhoneTests : IAsyncLifetime
{
    private readonly DemonstratedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task The_demo_shows_the_confirmation_and_when_the_clock_is_wound_on_the_reminder_once()
    {
        using var visitor = _clinic.Visit();
        _clinic.WindToNoon();
        var clock = _clinic.Services.GetRequiredService<WoundClock>();
        await _clinic.BookAtAsync(clock.Now().Date.AddDays(2).AddHours(11), clock.UtcNow());
        await _clinic.SweepAsync();

        var phone = await visitor.OpenAsync("/demo/phone");
        Assert.Equal("1", phone.Document.QuerySelector(".phone")!.GetAttribute("data-texts"));
        Assert.Contains("you are booked for", phone.Text, StringComparison.Ordinal);
        Assert.Contains("07700 900123", phone.Text, StringComparison.Ordinal);

        var appointment = await visitor.OpenAsync(phone.Document.QuerySelector(".bubble a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, appointment.Status);
        Assert.Contains("Hello Jo", appointment.Text, StringComparison.Ordinal);

        phone = await visitor.PressAsync(phone, "A day on");
        phone = await visitor.PressAsync(phone, "An hour on");
        phone = await visitor.PressAsync(phone, "To 9 in the morning");
        Assert.Equal("2", phone.Document.QuerySelector(".phone")!.GetAttribute("data-texts"));
        Assert.Contains("at 9:00am", phone.Document.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_on_the_demos_phone_is_understood_as_from_a_real_one()
    {
        using var visitor = _clinic.Visit();
        _clinic.WindToNoon();
        var clock = _clinic.Services.GetRequiredService<WoundClock>();
        await _clinic.BookAtAsync(clock.Now().Date.AddDays(2).AddHours(11), clock.UtcNow());
        await _clinic.SweepAsync();

        var phone = await visitor.PressAsync(await visitor.OpenAsync("/demo/phone"), "Send", ("words", "1 please"));

        Assert.Equal("3", phone.Document.QuerySelector(".phone")!.GetAttribute("data-texts"));
        Assert.Equal("You wrote: 1 please", phone.Document.QuerySelector(".mine .bubble")!.TextContent);
        Assert.Contains("thank you, you are expected on", phone.Text, StringComparison.Ordinal);
        await using var context = _clinic.Database.Open();
        Assert.True(await context.Appointments.AnyAsync(a => a.Status == AppointmentStatus.Confirmed && a.Patient.Telephone == "+447700900123"));

        // A number that the clinic has not written to has no thread to answer in.
        await visitor.ForgeAsync(phone, "Send", ("number", "+447700900456"), ("words", "1"));
        await visitor.ForgeAsync(phone, "Send", ("words", null));
        Assert.Single(context.ReceivedTexts);
    }

    private sealed class DemonstratedClinic : TextingClinic
    {
        protected override IEnumerable<KeyValuePair<string, string?>> More => [];

        /// <summary>Winds the demo's clock, which begins at the real time, to when nobody is asleep.</summary>
        public void WindToNoon()
        {
            var clock = Services.GetRequiredService<WoundClock>();
            clock.Wind(clock.Now().Date.AddDays(1).AddHours(12) - clock.Now());
        }

        public async Task BookAtAsync(DateTime startsAt, DateTime now)
        {
            await using var context = Database.Open();
            await AppointmentAsync(context, startsAt, "+447700900123", "Jo Bloggs", now);
            await context.SaveChangesAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(all => all.GetRequiredService<WoundClock>())));
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A clinic that has no account with the provider yet: it starts, it books, and it says what is missing.</summary>
public sealed class WithoutTwilioTests : IAsyncLifetime
{
    private readonly UnequippedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Messages_wait_and_the_health_page_says_why()
    {
        await _clinic.FurnishAsync();
        var appointment = await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0));

        await _clinic.SweepAsync();

        Assert.Equal(MessageState.Pending, (await _clinic.MessageAsync(appointment)).State);
        using var visitor = _clinic.Visit();
        var ready = await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Contains("\"Degraded\"", ready, StringComparison.Ordinal);
        Assert.Contains("No texts go: Twilio is not set up.", ready, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/demo/phone")]
    [InlineData("/demo/phone.css")]
    [InlineData("/demo/phone.js")]
    [InlineData("/Demo/Phone")]
    public async Task Nothing_of_the_demo_is_there(string address)
    {
        using var visitor = _clinic.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(address)).Status);
        Assert.Null(_clinic.Services.GetService<DemoPhone>());
        Assert.Null(_clinic.Services.GetService<WoundClock>());
        Assert.Null(_clinic.Services.GetService<ISendTexts>());
    }

    [Fact]
    public async Task No_report_is_believed()
    {
        using var visitor = _clinic.Visit();
        using var form = new FormUrlEncodedContent([new("MessageSid", "SM1"), new("MessageStatus", "delivered")]);

        using var answer = await visitor.Client.PostAsync(new Uri(StatusCallback.Path, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private sealed class UnequippedClinic : TextingClinic
    {
        protected override IEnumerable<KeyValuePair<string, string?>> More => [];

        /// <summary>Something to book: a clinic in Production begins empty.</summary>
        public async Task FurnishAsync()
        {
            _ = Services;
            await using var context = Database.Open();
            var service = new Service { Slug = "sports-injuries", Name = "Sports injuries" };
            var treatment = new Treatment { Slug = "sports-injury", Name = "Sports injury", Service = service, Minutes = 45, PricePence = 5800 };
            context.Add(new Practitioner { Slug = "amy-patel", FullName = "Amy Patel", Role = "Physiotherapist", Treatments = [treatment] });
            await context.SaveChangesAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
        }
    }
}

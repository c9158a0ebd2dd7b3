using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A clinic without a mail server sends nothing, and says so only where an e-mail was wanted.</summary>
public sealed class WithoutMailTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private const string Words = "The day sheet is not sent: no mail server is set up.";

    [Fact]
    public async Task It_is_told_only_while_somebody_is_to_have_the_day_sheet()
    {
        Assert.Null(clinic.Services.GetService<ISendEmails>());
        Assert.DoesNotContain(Words, await HealthAsync(), StringComparison.Ordinal);

        await clinic.ChangeAsync(async context => (await context.Rules.SingleAsync()).DaySheetTo = "desk@clinic.example");
        await clinic.Services.GetRequiredService<MorningSheet>().RunAsync(CancellationToken.None);

        Assert.Contains(Words, await HealthAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await clinic.LookAsync(context => context.DaySheetEmails.CountAsync()));
    }

    [Theory]
    [InlineData("/demo/mail")]
    [InlineData("/Demo/Mail")]
    public async Task Nothing_of_the_demo_is_there(string address)
    {
        using var visitor = clinic.Visit();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.OpenAsync(address)).Status);
        Assert.Null(clinic.Services.GetService<EmailFolder>());
    }

    private async Task<string> HealthAsync()
    {
        using var visitor = clinic.Visit();
        return await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
    }
}

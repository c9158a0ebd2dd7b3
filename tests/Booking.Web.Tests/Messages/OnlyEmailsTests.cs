using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A clinic that has a mail server and no account for texts.</summary>
public sealed class OnlyEmailsTests : IAsyncLifetime
{
    private static readonly DateTime NextWeek = new(2026, 12, 2, 9, 15, 0);

    private readonly EmailingClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Who_likes_e_mails_gets_them()
    {
        await _clinic.BookAsync(NextWeek, ToldBy.Email);

        await _clinic.SweepAsync();

        Assert.Single(_clinic.Mail.Taken);
    }

    [Fact]
    public async Task After_a_long_absence_a_person_says_whether_what_came_due_meanwhile_goes()
    {
        _ = _clinic.Services;
        await _clinic.SweepAsync();
        await _clinic.BookAsync(NextWeek, ToldBy.Email);
        _clinic.Clock.Advance(TimeSpan.FromHours(20));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();
        Assert.Empty(_clinic.Mail.Taken);
        Assert.Contains("One message that came due meanwhile waits", await _clinic.ReadyAsync(), StringComparison.Ordinal);

        await _clinic.Services.GetRequiredService<SendingDesk>().SendOverdueAsync("Rosa");
        _clinic.Clock.Advance(TimeSpan.FromHours(2)); // out of the night
        await _clinic.SweepAsync();

        Assert.Single(_clinic.Mail.Taken);
    }

    private sealed class EmailingClinic : MailedClinic
    {
        protected override IEnumerable<KeyValuePair<string, string?>> More =>
            Mail.Settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value));
    }
}

using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The link to a place on the waiting list goes as the patient likes to be told.</summary>
public sealed class WaitingEmailTests : IAsyncLifetime
{
    private readonly MailedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [InlineData(ToldBy.Text, 1, 0)]
    [InlineData(ToldBy.Email, 0, 1)]
    [InlineData(ToldBy.Both, 1, 1)]
    public async Task Whoever_chose_e_mails_gets_the_link_by_e_mail_and_it_leads_to_their_place(ToldBy by, int texts, int emails)
    {
        await _clinic.BookAsync(new DateTime(2026, 11, 25, 9, 15, 0), by);
        await _clinic.SweepAsync();
        var (sent, mailed) = (_clinic.Twilio.Taken.Count, _clinic.Mail.Taken.Count);
        var setUp = await _clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        await using var context = _clinic.Database.Open();
        var patient = await context.Patients.Select(p => p.Id).SingleAsync();
        var wish = new WaitingWish(
            setUp.Treatment("sports-injury")!, new Wishes([], [DayOfWeek.Sunday], [], new(2026, 11, 23), new(2026, 12, 23)), null, patient, null);
        var waiting = _clinic.Services.GetRequiredService<WaitingList>();
        Assert.Null((await waiting.JoinAsync(wish, "Rita Desk", default)).Refusal);

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal((texts, emails), (_clinic.Twilio.Taken.Count - sent, _clinic.Mail.Taken.Count - mailed));
        var words = emails > 0 ? _clinic.Mail.Taken[^1].TextBody! : _clinic.Twilio.Taken[^1].Body;
        Assert.Contains("on our waiting list", words, StringComparison.Ordinal);
        using var patients = _clinic.Visit();
        Assert.Contains("You are on the waiting list", (await patients.OpenAsync(WaitingClinic.LinkIn(words))).Text, StringComparison.Ordinal);
    }
}

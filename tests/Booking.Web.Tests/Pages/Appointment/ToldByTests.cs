using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>How somebody likes to be told: they say so themselves, or reception does for them.</summary>
public sealed class ToldByTests : IAsyncLifetime
{
    private static readonly DateTime Thursday = new(2026, 11, 26, 9, 15, 0);

    private readonly MailedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Behind_the_second_check_a_patient_chooses_e_mails_and_the_reminder_comes_as_one()
    {
        await _clinic.BookAsync(Thursday, ToldBy.Text);
        await _clinic.SweepAsync();
        using var jo = _clinic.Visit();
        var page = await jo.OpenAsync(_clinic.Twilio.Taken[0].Link.PathAndQuery);
        Assert.DoesNotContain("Texts or e-mails?", page.Text, StringComparison.Ordinal);

        page = await jo.PressAsync(page, "Show my appointment", ("LastFour", "0123"));
        page = await jo.ForgeAsync(page, "Save", ("ToldBy", "Email"));

        Assert.Contains("We e-mail you to remind you on Wednesday 25 November at 9:15am.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Saved.", page.Document.QuerySelector("[role=status]")!.TextContent.Trim());
        await _clinic.PassTimeToAsync(Thursday.AddDays(-1));
        await _clinic.SweepAsync();
        Assert.Single(_clinic.Twilio.Taken);
        Assert.Single(_clinic.Mail.Taken);
        Assert.Equal(("patient", "Told by", "text", "e-mail"), await HistoryAsync());
    }

    [Fact]
    public async Task Without_an_address_there_is_nothing_to_choose()
    {
        await _clinic.BookAsync(Thursday, ToldBy.Text, email: null);
        await _clinic.SweepAsync();
        using var jo = _clinic.Visit();

        var page = await jo.OpenAsync(_clinic.Twilio.Taken[0].Link.PathAndQuery);
        page = await jo.PressAsync(page, "Show my appointment", ("LastFour", "0123"));

        Assert.Contains("You are booked", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Texts or e-mails?", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ToldBy.Email, MailedClinic.Jo)]
    [InlineData(ToldBy.Both, MailedClinic.Jo)]
    [InlineData(ToldBy.Text, null)]
    public async Task An_address_typed_with_a_booking_becomes_theirs_when_they_choose_it_by_a_link_that_went_to_their_telephone(
        ToldBy choice, string? theirs)
    {
        var booked = await _clinic.BookAsync(Thursday, ToldBy.Text, email: null);
        await using var context = _clinic.Database.Open();
        await context.Appointments.Where(a => a.Id == booked).ExecuteUpdateAsync(row => row.SetProperty(a => a.Email, MailedClinic.Jo));
        await _clinic.SweepAsync();
        using var jo = _clinic.Visit();
        var page = await jo.OpenAsync(_clinic.Twilio.Taken[0].Link.PathAndQuery);

        page = await jo.PressAsync(page, "Show my appointment", ("LastFour", "0123"));
        Assert.Contains($"E-mails go to {MailedClinic.Jo}.", page.Text, StringComparison.Ordinal);
        await jo.ForgeAsync(page, "Save", ("ToldBy", choice.ToString()));

        Assert.Equal((choice, theirs), await context.Patients.Select(p => ValueTuple.Create(p.ToldBy, p.Email)).SingleAsync());
    }

    [Theory]
    [InlineData(MailedClinic.Jo, "You asked us for no more texts, so we send none. We e-mail you to remind you on Wednesday")]
    [InlineData(null, "You asked us for no more texts, so we send none. Please note down your appointment.")]
    public async Task After_STOP_no_text_is_promised(string? email, string words)
    {
        await _clinic.BookAsync(Thursday, ToldBy.Text, email: email);
        await _clinic.SweepAsync();
        await using (var context = _clinic.Database.Open())
        {
            context.Add(new RefusedNumber { Telephone = "+447700900123", Why = WhyNotSent.OptedOut, Since = _clinic.Clock.UtcNow() });
            await context.SaveChangesAsync();
        }

        using var jo = _clinic.Visit();
        var page = await jo.OpenAsync(_clinic.Twilio.Taken[0].Link.PathAndQuery);
        page = await jo.PressAsync(page, "Show my appointment", ("LastFour", "0123"));

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We text ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_second_check_nothing_is_changed()
    {
        await _clinic.BookAsync(Thursday, ToldBy.Text);
        await _clinic.SweepAsync();
        using var jo = _clinic.Visit();
        var address = _clinic.Twilio.Taken[0].Link.PathAndQuery;
        var page = await jo.OpenAsync(address);
        var token = page.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        using var form = new FormUrlEncodedContent([new("ToldBy", "Email"), new("__RequestVerificationToken", token)]);
        using var answer = await jo.Client.PostAsync(new Uri(address + "?handler=Tell", UriKind.Relative), form);

        await using var context = _clinic.Database.Open();
        Assert.Equal(ToldBy.Text, await context.Patients.Select(patient => patient.ToldBy).SingleAsync());
    }

    private async Task<(string, string, string?, string?)> HistoryAsync()
    {
        await using var context = _clinic.Database.Open();
        var line = await context.Set<PatientEvent>().OrderBy(e => e.Id).LastAsync();
        return (line.Who, line.What, line.From, line.To);
    }
}

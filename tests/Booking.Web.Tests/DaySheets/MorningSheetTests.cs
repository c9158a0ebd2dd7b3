using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Each morning the day's sheet goes to the clinic's address once, and somebody is told when it did not.</summary>
public sealed class MorningSheetTests : IAsyncLifetime
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    private readonly MailingClinic _clinic = new();

    private SmtpServer Mail => _clinic.Mail;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task It_goes_at_its_time_once_with_the_day_in_the_text_and_in_a_file()
    {
        await _clinic.LookAtAsync("2026-11-24 06:29");
        Assert.Empty(Mail.Taken);

        await _clinic.LookAtAsync("2026-11-24 06:30");
        await _clinic.LookAtAsync("2026-11-24 06:31");
        await _clinic.LookAtAsync("2026-11-24 11:59");

        var email = Assert.Single(Mail.Taken);
        Assert.Equal(MailingClinic.Desk, Assert.Single(email.To.Mailboxes).Address);
        Assert.Equal("West Hill Physiotherapy: Day sheet for Tuesday 24 November 2026", email.Subject);
        Assert.Contains("9:15am Siobhán O'Brien, 07700 900123, Sciatica or back pain, first visit, 45 min, New patient", email.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ben Howard: 8:00am to 8:00pm, no visits", email.TextBody, StringComparison.Ordinal);
        Assert.Equal(DaySheetEmailState.Sent, await _clinic.StateAsync(Tuesday));
        Assert.DoesNotContain("O'Brien", _clinic.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MailingClinic.Desk, _clinic.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_needs_nothing_else_to_be_read()
    {
        await _clinic.BookAsync(new(2026, 11, 24, 11, 0, 0), "Ann <script>alert(1)</script> & Co");

        await _clinic.LookAtAsync("2026-11-24 06:30");

        var file = Assert.IsAssignableFrom<MimePart>(Assert.Single(Assert.Single(Mail.Taken).Attachments));
        Assert.Equal("day-sheet-2026-11-24.html", file.FileName);
        var page = await new HtmlParser().ParseDocumentAsync(await ReadAsync(file));
        Assert.Contains("Siobhán O'Brien", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ann <script>alert(1)</script> & Co", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A4", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, link, img, [src], [href], [style]"));
    }

    [Fact]
    public async Task Three_nodes_that_look_at_once_send_one()
    {
        await using var second = _clinic.WithWebHostBuilder(_ => { });
        await using var third = _clinic.WithWebHostBuilder(_ => { });
        MorningSheet[] nodes = [.. new[] { _clinic.Services, second.Services, third.Services }
            .Select(node => node.GetRequiredService<MorningSheet>())];
        _clinic.WindTo("2026-11-24 06:30");

        await Task.WhenAll(nodes.Concat(nodes).Select(node => Task.Run(() => node.RunAsync(CancellationToken.None))));

        Assert.Single(Mail.Taken);
        Assert.Equal(1, Mail.Calls);
    }

    [Fact]
    public async Task A_morning_missed_is_made_good_until_noon_and_not_later()
    {
        await _clinic.BookAsync(new(2026, 11, 25, 17, 0, 0), "Jo Bloggs");

        await _clinic.LookAtAsync("2026-11-24 12:00");
        Assert.Empty(Mail.Taken);

        await _clinic.LookAtAsync("2026-11-25 11:45");
        Assert.Contains("Jo Bloggs", Assert.Single(Mail.Taken).TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22")] // a Sunday
    [InlineData("2026-12-25")]
    public async Task A_day_on_which_nobody_works_and_nobody_comes_is_quiet(string date)
    {
        await _clinic.LookAtAsync($"{date} 07:00");

        Assert.Empty(Mail.Taken);
        Assert.Equal(0, await _clinic.LookAsync(context => context.DaySheetEmails.CountAsync()));
    }

    [Fact]
    public async Task Somebody_who_comes_on_a_closed_day_is_on_its_sheet()
    {
        await _clinic.BookAsync(new(2026, 12, 25, 9, 0, 0), "Noel Early");

        await _clinic.LookAtAsync("2026-12-25 07:00");

        Assert.Contains("The clinic is closed: Christmas Day.", Assert.Single(Mail.Taken).TextBody, StringComparison.Ordinal);
        Assert.Contains("Noel Early", Mail.Taken[0].TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29")] // the clocks go forward
    [InlineData("2026-10-25")] // the clocks go back
    public async Task It_goes_by_the_clock_on_the_wall_when_the_clocks_change(string sunday)
    {
        await _clinic.BookAsync(DateTime.Parse($"{sunday} 09:00", System.Globalization.CultureInfo.InvariantCulture), "Sunny Day");

        await _clinic.LookAtAsync($"{sunday} 06:29");
        Assert.Empty(Mail.Taken);
        await _clinic.LookAtAsync($"{sunday} 06:30");
        Assert.Single(Mail.Taken);
    }

    [Theory]
    [InlineData(SmtpMood.DropOnConnect)]
    [InlineData(SmtpMood.HangOnConnect)]
    [InlineData(SmtpMood.BusyForAddress)]
    public async Task What_certainly_has_not_left_is_tried_again_and_meanwhile_told(SmtpMood mood)
    {
        Mail.Mood = mood;
        await _clinic.LookAtAsync("2026-11-24 06:30");
        Assert.Contains(
            "The day sheet of Tuesday could not be sent: the mail server could not be reached.",
            await _clinic.HealthAsync(), StringComparison.Ordinal);
        Mail.Mood = SmtpMood.Accept;

        await _clinic.LookAtAsync("2026-11-24 06:34");
        Assert.Empty(Mail.Taken);
        await _clinic.LookAtAsync("2026-11-24 06:35");
        await _clinic.LookAtAsync("2026-11-24 06:45");

        Assert.Single(Mail.Taken);
        Assert.DoesNotContain("The day sheet of Tuesday", await _clinic.HealthAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpMood.HangAfterContent, "may not have been sent")]
    [InlineData(SmtpMood.DropAfterContent, "may not have been sent")]
    [InlineData(SmtpMood.RefusePassword, "could not be sent: the mail server refused it")]
    [InlineData(SmtpMood.RefuseAddress, "could not be sent: the mail server refused it")]
    [InlineData(SmtpMood.RefuseContent, "could not be sent: the mail server refused it")]
    public async Task What_may_have_gone_or_never_will_is_told_and_not_sent_again(SmtpMood mood, string words)
    {
        Mail.Mood = mood;
        await _clinic.LookAtAsync("2026-11-24 06:30");
        Mail.Mood = SmtpMood.Accept;
        await _clinic.LookAtAsync("2026-11-24 06:40");
        await _clinic.LookAtAsync("2026-11-24 11:00");

        Assert.Equal(1, Mail.Calls);
        var health = await _clinic.HealthAsync();
        Assert.Contains("\"Degraded\"", health, StringComparison.Ordinal);
        Assert.Contains($"The day sheet of Tuesday {words}", health, StringComparison.Ordinal);
        Assert.DoesNotContain("O'Brien", health + _clinic.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MailingClinic.Desk, health + _clinic.Log.Text, StringComparison.Ordinal);

        _clinic.WindTo("2026-11-25 00:01");
        Assert.DoesNotContain("The day sheet of", await _clinic.HealthAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_whose_sender_ended_in_the_middle_it_is_told_that_it_may_not_have_gone()
    {
        _clinic.WindTo("2026-11-24 06:30");
        await _clinic.ChangeAsync(context =>
        {
            context.Add(new DaySheetEmail { Date = Tuesday, TakenAt = _clinic.Clock.UtcNow() });
            return Task.CompletedTask;
        });
        Assert.DoesNotContain("The day sheet of", await _clinic.HealthAsync(), StringComparison.Ordinal);

        await _clinic.LookAtAsync("2026-11-24 06:36");

        Assert.Empty(Mail.Taken);
        Assert.Contains("The day sheet of Tuesday may not have been sent.", await _clinic.HealthAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24 06:39", false)]
    [InlineData("2026-11-24 06:40", true)]
    [InlineData("2026-11-24 12:00", false)]
    [InlineData("2026-11-29 08:00", false)] // a Sunday, on which nobody works
    public async Task That_nobody_has_sent_it_is_told_to_whoever_works_there_that_morning(string now, bool told)
    {
        _clinic.WindTo(now);

        await using var scope = _clinic.Services.CreateAsyncScope();
        var waits = await scope.ServiceProvider.GetRequiredService<StaffAlerts>().ReadAsync(default);

        const string words = "The day sheet of Tuesday has not been sent. Print it from the day's list.";
        Assert.Equal(told, waits.Troubles.Contains(words));
        Assert.Equal(told, (await _clinic.HealthAsync()).Contains("has not been sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_it_goes_nowhere_and_nothing_is_wrong()
    {
        await _clinic.ChangeAsync(async context => (await context.Rules.SingleAsync()).DaySheetTo = null);

        await _clinic.LookAtAsync("2026-11-24 06:30");

        Assert.Equal(0, Mail.Calls);
        Assert.Contains("Nothing is wrong with the day sheet", await _clinic.HealthAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(MimePart file)
    {
        using var content = new MemoryStream();
        await file.Content!.DecodeToAsync(content);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }
}

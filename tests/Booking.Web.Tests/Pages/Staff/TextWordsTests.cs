using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Administrators write what the clinic's texts and e-mails say, and see how it reads before it is kept.</summary>
public sealed class TextWordsTests : IAsyncLifetime
{
    private const string Reminder = "/staff/texts/reminder/text";
    private const string Good = "{clinic}: see you on {when}. Ring {telephone} or go to {link}";

    private readonly StaffedClinic _clinic = new();
    private Visitor _boss = null!;

    public async ValueTask InitializeAsync() => _boss = await _clinic.SignInAsync(StaffRole.Administrator);

    public async ValueTask DisposeAsync()
    {
        _boss.Dispose();
        await _clinic.DisposeAsync();
    }

    [Fact]
    public async Task Every_kind_is_listed_as_it_reads_with_its_cost_and_leads_to_its_words()
    {
        var page = await _boss.OpenAsync("/staff/texts");

        var links = page.Document.QuerySelectorAll("h2 a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(UsualWords.All.Count, links.Count);
        Assert.Contains("West Hill Physiotherapy: you are booked for Wednesday", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 parts, 8p", page.Text, StringComparison.Ordinal);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await _boss.OpenAsync(link)).Status);
        }
    }

    [Fact]
    public async Task Words_are_saved_after_a_look_at_how_they_read_too()
    {
        var look = await _boss.PressAsync(await _boss.OpenAsync(Reminder), "Show how it reads", ("Words", Good));

        await _boss.PressAsync(look, "Save these words");

        Assert.Equal(1, await OwnAsync());
        Assert.Equal(Good, (await _boss.OpenAsync(Reminder)).Document.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task What_is_saved_goes_out_until_somebody_goes_back_to_the_usual_words()
    {
        var page = await SaveAsync(Good);

        Assert.Equal("/staff/texts", page.Address.AbsolutePath);
        Assert.Contains("Your own words", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("West Hill Physiotherapy: see you on Wednesday 25 November at 9:15am.", await WrittenAsync(), StringComparison.Ordinal);
        Assert.Contains("Words: Reminder: the usual words → {clinic}: see you", (await _boss.OpenAsync("/staff/settings")).Text, StringComparison.Ordinal);

        await _boss.PressAsync(await _boss.OpenAsync(Reminder), "Go back to the usual words");

        Assert.Contains("we look forward", await WrittenAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await OwnAsync());
    }

    [Theory]
    [InlineData("See you on {when}. Bring your {thing}", "There is no {thing}")]
    [InlineData("See you on {when} for acupuncture", "\"acupuncture\"")]
    [InlineData("See you on {when}. Reply YES", "\"YES\"")]
    [InlineData("", "Write what the message says")]
    public async Task What_cannot_go_out_is_said_beside_it_and_what_was_typed_stays(string typed, string fault)
    {
        var page = await SaveAsync(typed);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(fault, page.Document.QuerySelector(".field.wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Document.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal(0, await OwnAsync());
    }

    [Fact]
    public async Task The_preview_shows_how_it_reads_and_keeps_nothing()
    {
        var page = await _boss.PressAsync(await _boss.OpenAsync(Reminder), "Show how it reads", ("Words", Good + " for your knee"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var preview = page.Document.QuerySelector("#preview")!.TextContent;
        Assert.Contains("West Hill Physiotherapy: see you on Wednesday", preview, StringComparison.Ordinal);
        Assert.Contains("part", preview, StringComparison.Ordinal);
        Assert.Contains("\"knee\"", preview, StringComparison.Ordinal);
        Assert.Equal(Good + " for your knee", page.Document.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal(0, await OwnAsync());
    }

    [Fact]
    public async Task An_e_mail_has_a_subject_that_is_checked_too()
    {
        var page = await _boss.PressAsync(
            await _boss.OpenAsync("/staff/texts/reminder/email"), "Save these words", ("Subject", "About your sciatica"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("sciatica", page.Document.QuerySelector("#Subject-error")!.TextContent, StringComparison.Ordinal);

        page = await _boss.PressAsync(page, "Save these words", ("Subject", "See you on {when}"));
        Assert.Equal("/staff/texts", page.Address.AbsolutePath);
        Assert.Equal(1, await OwnAsync());
    }

    [Fact]
    public async Task Words_that_cannot_be_used_any_more_are_told_to_staff_and_the_usual_ones_go()
    {
        await _clinic.RememberAsync(context =>
        {
            context.Add(new Template { Kind = MessageKind.Reminder, Channel = MessageChannel.Text, Words = "See you {soon}" });
            return context.SaveChangesAsync();
        });

        Assert.Contains("we look forward", await WrittenAsync(), StringComparison.Ordinal);
        Assert.Contains("Your own words cannot be used for this: Reminder.", (await _boss.OpenAsync("/staff/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_the_words_the_second_is_told_and_keeps_what_was_typed()
    {
        var stale = await _boss.OpenAsync(Reminder);
        await SaveAsync(Good);

        var page = await _boss.PressAsync(stale, "Save these words", ("Words", Good + "!"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(Good + "!", page.Document.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal("/staff/texts", (await _boss.PressAsync(page, "Save these words")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("/staff/texts/note/text")]
    [InlineData("/staff/texts/reminder/pigeon")]
    [InlineData("/staff/texts/99/text")]
    public async Task What_nobody_sends_has_no_words(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _boss.OpenAsync(address)).Status);

    private async Task<Page> SaveAsync(string words) =>
        await _boss.PressAsync(await _boss.OpenAsync(Reminder), "Save these words", ("Words", words));

    private Task<string> WrittenAsync() => _clinic.RememberAsync(async context =>
    {
        var booked = await context.Appointments.Include(a => a.Messages).OrderBy(a => a.Id).FirstOrDefaultAsync()
            ?? await TextingClinic.AppointmentAsync(context, new(2026, 11, 25, 9, 15, 0), "+447700900123", "Jo Bloggs", _clinic.Clock.UtcNow());
        await context.SaveChangesAsync();
        var words = await _clinic.Services.GetRequiredService<ClinicWording>().ReadAsync(context);
        return words.Write(booked.Messages.Single(message => message.Kind == MessageKind.Reminder), booked, "https://link.example");
    });

    private Task<int> OwnAsync() => _clinic.RememberAsync(context => context.Templates.CountAsync());
}

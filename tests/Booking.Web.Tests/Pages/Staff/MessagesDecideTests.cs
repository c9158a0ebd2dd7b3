using System.Net;
using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What reception decides about one text, and who may.</summary>
public sealed class MessagesDecideTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>, IAsyncLifetime
{
    private const string Page = "/staff/messages";

    private Appointment _booked = null!;

    public async ValueTask InitializeAsync() => _booked = await clinic.BookAsync("Missed Mo", new(9, 0));

    public async ValueTask DisposeAsync()
    {
        await clinic.TidyAsync((await clinic.ReadAsync(_booked.Id))!);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Reception_sends_a_text_again_and_the_history_says_so()
    {
        await FailAsync(MessageState.Undelivered, WhyNotSent.Unreachable);
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var after = await desk.PressAsync(await desk.OpenAsync(Page), "Send again");

        Assert.Contains("Nothing needs you", after.Text, StringComparison.Ordinal);
        var booked = (await clinic.ReadAsync(_booked.Id))!;
        Assert.Equal(MessageState.Pending, Confirmation(booked).State);
        Assert.Equal(("Robin Receptionist", "Confirmation sent again"), (booked.History[^1].Who, booked.History[^1].What));
        await clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        Assert.Equal(MessageState.Sent, Confirmation((await clinic.ReadAsync(_booked.Id))!).State);
    }

    [Fact]
    public async Task Pressed_twice_or_by_two_it_goes_once_and_the_second_is_told()
    {
        await FailAsync(MessageState.Failed, WhyNotSent.Refused);
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync(Page);
        await desk.PressAsync(page, "Send again");

        var second = await desk.PressAsync(page, "Send again");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Something has just happened to this text.", second.Text, StringComparison.Ordinal);
        Assert.Single((await clinic.ReadAsync(_booked.Id))!.History, line => line.What == "Confirmation sent again");
    }

    [Fact]
    public async Task Before_what_may_have_gone_is_sent_again_the_page_warns()
    {
        await FailAsync(MessageState.Unknown, WhyNotSent.NotFound);
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Contains("They may have it already, and would have it twice.", (await desk.OpenAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_takes_no_texts_is_corrected_and_then_the_text_goes_there()
    {
        await FailAsync(MessageState.Failed, WhyNotSent.NumberRefused);
        await RememberAsync(context => context.Add(
            new RefusedNumber { Telephone = "+447700900123", Why = WhyNotSent.NumberRefused, Since = clinic.Clock.UtcNow() }));
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync(Page);

        var refused = await desk.PressAsync(page, "Send again");
        Assert.Contains("Their number takes no texts. Correct it first, or ring them.", refused.Text, StringComparison.Ordinal);

        var details = await desk.FollowAsync(page, "Correct the number of Missed Mo");
        Assert.EndsWith($"/staff/patients/{_booked.PatientId}/details", details.Address.AbsolutePath, StringComparison.Ordinal);
        await desk.PressAsync(details, "Save", ("Telephone", "07700 900456"));
        var sent = await desk.PressAsync(page, "Send again");

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        await clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        Assert.Equal("+447700900456", Confirmation((await clinic.ReadAsync(_booked.Id))!).To);
        await RememberAsync(context => context.RemoveRange(context.RefusedNumbers));
    }

    [Fact]
    public async Task What_somebody_has_seen_to_leaves_the_list_with_who_and_when()
    {
        await FailAsync(MessageState.Undelivered, WhyNotSent.Landline);
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var after = await desk.PressAsync(await desk.OpenAsync(Page), "Seen to: Missed Mo, confirmation");

        Assert.Contains("Nothing needs you", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("to see to", after.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        var failed = await desk.OpenAsync($"{Page}?show=failed");
        Assert.Contains("Seen to by Robin Receptionist, Monday 23 November at 7:00am", failed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practitioner_sees_the_texts_and_decides_nothing()
    {
        await FailAsync(MessageState.Undelivered, WhyNotSent.Landline);
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var form = await desk.OpenAsync(Page);
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);

        var page = await practitioner.OpenAsync(Page);

        Assert.Contains("Missed Mo", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var token = page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Again", "SeenTo", "GoOn", "SendOverdue", "LeaveOut", "Stop", "Start" })
        {
            using var forged = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var answer = await practitioner.Client.PostAsync(new Uri($"{Page}?handler={handler}", UriKind.Relative), forged);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_month_has_its_parts_and_its_price()
    {
        await using var small = new StaffedClinic();
        var booked = await small.BookAsync("Paid Pat", new(9, 0));
        await small.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        var page = await desk.OpenAsync(Page);

        var parts = Confirmation((await small.ReadAsync(booked.Id))!).Parts;
        Assert.Equal("1 0 0 0 1 0 0 0", string.Join(' ', page.Document.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        Assert.Contains($"and cost about {(parts * 4).SaidAsMoney()}.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_over_the_page_and_no_text_is_missed_or_shown_twice()
    {
        await using var small = new StaffedClinic();
        var booked = await small.BookAsync("Many Mo", new(9, 0));
        var now = small.Clock.UtcNow();
        await small.RememberAsync(async context =>
        {
            context.AddRange(Enumerable.Range(0, 120).Select(i => Message.Note(booked.PatientId, "Hello", $"{i}", now.AddHours(3 + (i / 7)))));
            return await context.SaveChangesAsync();
        });
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        var shown = new List<string>();
        var page = await desk.OpenAsync($"{Page}?show=waiting");
        for (var pages = 0; pages < 3; pages++)
        {
            shown.AddRange(page.Document.QuerySelectorAll("article").Where(slip => slip.TextContent.Contains("Note goes", StringComparison.Ordinal))
                .Select(slip => slip.GetAttribute("aria-labelledby")!));
            page = pages < 2 ? await desk.FollowAsync(page, "More") : page;
        }

        Assert.Equal((120, 120), (shown.Count, shown.Distinct().Count()));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), link => link.TextContent == "More");
    }

    [Theory]
    [InlineData("?show=nonsense")]
    [InlineData("?show=99")]
    [InlineData("?show=sent&after=nonsense")]
    [InlineData("?show=sent&after=2147483647")]
    [InlineData("?after=-1")]
    public async Task An_address_that_makes_no_sense_shows_a_list_all_the_same(string query)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync(Page + query)).Status);
    }

    private static Message Confirmation(Appointment booked) => booked.Messages.Single(m => m.Kind == MessageKind.Confirmation);

    private Task FailAsync(MessageState state, WhyNotSent why) => clinic.TextBecomesAsync(_booked, MessageKind.Confirmation, state, why);

    private Task<int> RememberAsync(Action<BookingDbContext> change) => clinic.RememberAsync(context =>
    {
        change(context);
        return context.SaveChangesAsync();
    });
}

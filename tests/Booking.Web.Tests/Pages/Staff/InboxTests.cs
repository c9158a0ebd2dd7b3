using System.Net;
using Booking.Data;
using Booking.Web.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The inbox: what waits for reception, whose it is, and what is done about it.</summary>
public sealed class InboxTests : IAsyncDisposable
{
    private readonly StaffedClinic _clinic = new();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task An_empty_inbox_says_what_will_be_in_it()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);

        var page = await desk.OpenAsync("/staff/inbox");

        Assert.Contains("Nothing to read.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.ToRead());
        Assert.Contains("None yet.", (await desk.FollowAsync(page, "Dealt with")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_waits_under_the_patients_name_until_somebody_has_dealt_with_it()
    {
        using var desk = (await _clinic.SignInAsync(await _clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        await _clinic.BookAsync("Asking Ava", new TimeOnly(9, 0), "07700 900501");
        await _clinic.BookAsync("Quiet Quinn", new TimeOnly(10, 0), "07700 900502");
        await _clinic.TextsAsync("07700 900501", "can i come at 4 <b>instead</b> thx");
        await _clinic.TextsAsync("07700 900502", "1");

        var inbox = await desk.OpenAsync("/staff/inbox");

        Assert.Equal(["Asking Ava"], inbox.Listed());
        Assert.Equal("1 to read", inbox.ToRead());
        var thread = await desk.FollowAsync(inbox, "Asking Ava");
        Assert.Equal(["can i come at 4 <b>instead</b> thx"], thread.Said());
        Assert.Contains("Answered at once, by itself: West Hill Physiotherapy: thank you. Reception will read this.", thread.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 24 November at 9:00am", thread.Fact("Next"), StringComparison.Ordinal);

        thread = await desk.PressAsync(thread, "Mark as dealt with");
        Assert.Contains("Dealt with by Rita Desk", thread.Text, StringComparison.Ordinal);
        Assert.Null(thread.ToRead());
        Assert.Empty((await desk.OpenAsync("/staff/inbox")).Listed());
        Assert.Equal(["Quiet Quinn", "Asking Ava"], (await desk.OpenAsync("/staff/inbox?done=true")).Listed());

        await desk.PressAsync(thread, "Put back into the inbox");
        Assert.Equal(["Asking Ava"], (await desk.OpenAsync("/staff/inbox")).Listed());
    }

    [Fact]
    public async Task What_came_after_the_page_was_shown_is_not_marked_with_it()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await _clinic.BookAsync("Later Lena", new TimeOnly(9, 0), "07700 900503");
        await _clinic.TextsAsync("07700 900503", "is there parking");
        var thread = await desk.OpenAsync(InboxSteps.Texts(booked.PatientId));
        await _clinic.TextsAsync("07700 900503", "and a lift");

        await desk.PressAsync(thread, "Mark as dealt with");

        Assert.Equal([true, false], (await _clinic.ReceivedAsync("07700 900503")).Select(text => text.HandledAt is not null));
    }

    [Fact]
    public async Task Of_a_telephone_that_two_have_reception_says_who_it_is_and_can_take_it_back()
    {
        using var desk = (await _clinic.SignInAsync(await _clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var ann = await _clinic.BookAsync("Ann Twin", new TimeOnly(9, 0), "07700 900504");
        var ben = await _clinic.BookAsync("Ben Twin", new TimeOnly(10, 0), "07700 900504");
        await _clinic.TextsAsync("07700 900504", "we are late");

        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/inbox"), "07700 900504");

        Assert.Equal(["Ben Twin", "Ann Twin"], page.Found());
        Assert.Equal(["we are late"], page.Said());
        var thread = await desk.PressAsync(page, "It is Ben");
        Assert.Equal(InboxSteps.Texts(ben.PatientId), thread.Address.AbsolutePath);
        Assert.Equal(["we are late"], thread.Said());
        Assert.Equal(["Ben Twin"], (await desk.OpenAsync("/staff/inbox")).Listed());
        Assert.Contains(
            "Rita Desk: Texts from 07700 900504 are theirs", (await desk.OpenAsync($"/staff/patients/{ben.PatientId}")).Text, StringComparison.Ordinal);

        page = await desk.PressAsync(thread, "Not from them");
        Assert.StartsWith("/staff/inbox/", page.Address.AbsolutePath, StringComparison.Ordinal);
        await desk.PressAsync(page, "It is Ann");
        Assert.Empty((await desk.OpenAsync(InboxSteps.Texts(ben.PatientId))).Said());
        Assert.Equal(["we are late"], (await desk.OpenAsync(InboxSteps.Texts(ann.PatientId))).Said());
        Assert.Equal(InboxSteps.Texts(ann.PatientId), (await desk.OpenAsync(page.Address.AbsolutePath)).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_strangers_text_is_given_to_whoever_is_found_or_dealt_with_as_it_is()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        var known = await _clinic.AddAsync(PatientSteps.Details("Newphone Nora", "07700 900505"));
        await _clinic.TextsAsync("07700 900506", "hi its nora, new number");
        await _clinic.TextsAsync("07700 900507", "buy our pills");
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/inbox"), "07700 900506");
        Assert.Contains("No patient has that telephone.", page.Text, StringComparison.Ordinal);

        Assert.Contains(PatientsPage.TooLittle, (await desk.PressAsync(page, "Find", ("q", "n"))).Text, StringComparison.Ordinal);
        page = await desk.PressAsync(page, "Find", ("q", "zzzz"));
        Assert.Contains("Nobody was found.", page.Text, StringComparison.Ordinal);
        page = await desk.PressAsync(page, "Find", ("q", "newphone"));
        await desk.PressAsync(page, "It is Newphone");
        await desk.PressAsync(await desk.FollowAsync(await desk.OpenAsync("/staff/inbox"), "07700 900507"), "Mark as dealt with");

        Assert.Equal(["Newphone Nora"], (await desk.OpenAsync("/staff/inbox")).Listed());
        Assert.Equal(["hi its nora, new number"], (await desk.OpenAsync(InboxSteps.Texts(known.Id))).Said());
    }

    [Fact]
    public async Task A_strangers_wish_for_no_more_texts_is_marked_and_one_button_stops_them()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        await _clinic.TextsAsync("07700 900520", "wrong number, stop texting me");

        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/inbox"), "07700 900520");
        page = await desk.PressAsync(page, "Stop texts to this number: 07700 900520");

        Assert.Contains("Wants no texts. Ring them", page.Text, StringComparison.Ordinal);
        Assert.Empty((await desk.OpenAsync("/staff/inbox")).Listed());
        var patient = await _clinic.AddAsync(PatientSteps.Details("Later Lou", "07700 900520"));
        Assert.Contains("Wants no texts", (await desk.OpenAsync($"/staff/patients/{patient.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_shows_all_that_waits_with_its_times_and_what_we_sent_last()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await _clinic.BookAsync("Chatty Cleo", new TimeOnly(9, 0), "07700 900521");
        await _clinic.TextsAsync("07700 900521", "an old question");
        await _clinic.Services.GetRequiredService<Inbox>().HandleAsync(booked.PatientId, int.MaxValue, "Rita", default);
        await _clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        _clinic.Clock.Advance(TimeSpan.FromMinutes(10));
        await _clinic.TextsAsync("07700 900521", "is there parking");
        _clinic.Clock.Advance(TimeSpan.FromMinutes(10));
        await _clinic.TextsAsync("07700 900521", "and a lift");

        var card = Assert.Single((await desk.OpenAsync("/staff/inbox")).Document.QuerySelectorAll("main .slip"));

        Assert.Equal(["is there parking", "and a lift"], card.QuerySelectorAll(".thread > li > blockquote:not(.ours)").Select(words => words.TextContent));
        Assert.Contains("7:10am, they wrote:", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("7:20am, they wrote:", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("7:00am, what we sent last:", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("you are booked for", card.QuerySelector(".said blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 to read", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_somebody_who_writes_and_writes_the_card_shows_the_latest_and_says_how_many_more_there_are()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        for (var i = 1; i <= 8; i++)
        {
            await _clinic.TextsAsync("07700 900522", $"question {i} of mine");
        }

        var inbox = await desk.OpenAsync("/staff/inbox");

        Assert.Equal(Enumerable.Range(3, 6).Select(i => $"question {i} of mine"), inbox.Said());
        Assert.Contains("Before these, 2 more wait to be read.", inbox.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dealt_with_is_read_page_by_page_each_thread_once()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        for (var i = 0; i < 70; i++)
        {
            await _clinic.TextsAsync($"07700 9006{i % 35:00}", $"hello from {i}");
        }

        await _clinic.RememberAsync(context => context.ReceivedTexts.ExecuteUpdateAsync(row => row.SetProperty(t => t.HandledAt, _clinic.Clock.UtcNow())));
        await _clinic.TextsAsync("07700 900600", "and one more");

        var first = await desk.OpenAsync("/staff/inbox?done=true");
        var second = await desk.FollowAsync(first, "Older");

        Assert.Equal(Enumerable.Range(5, 30).Reverse().Select(i => $"07700 9006{i:00}"), first.Listed());
        Assert.Equal(Enumerable.Range(1, 4).Reverse().Select(i => $"07700 9006{i:00}"), second.Listed());
        Assert.DoesNotContain("Older", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_who_is_gone_cannot_be_given_texts()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        await _clinic.TextsAsync("07700 900508", "hello");
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/inbox"), "07700 900508");
        var somebody = await _clinic.AddAsync(PatientSteps.Details("Some Body", "07700 900509"));
        page = await desk.PressAsync(page, "Find", ("q", "some bo"));

        Assert.Equal(HttpStatusCode.Conflict, (await desk.ForgeAsync(page, "It is Some", ("Patient", "999999"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.ForgeAsync(page, "It is Some", ("Patient", $"{somebody.Id}"), ("Words", "x"))).Status);
        Assert.Null((await _clinic.ReceivedAsync("07700 900508"))[0].PatientId);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync("/staff/inbox/999999")).Status);
    }

    [Fact]
    public async Task Records_that_are_joined_have_one_thread_and_two_again_when_that_is_undone()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        var kept = await _clinic.BookAsync("Olivia Shaw", new TimeOnly(9, 0), "07700 900510");
        var away = await _clinic.BookAsync("Liv Shaw", new TimeOnly(10, 0), "07700 900511");
        await _clinic.TextsAsync("07700 900510", "first of olivia");
        await _clinic.TextsAsync("07700 900511", "then of liv");
        Assert.Equal(["Liv Shaw", "Olivia Shaw"], (await desk.OpenAsync("/staff/inbox")).Listed());

        await desk.PressAsync(await desk.OpenAsync($"/staff/patients/{kept.PatientId}/merge/{away.PatientId}"), "Yes, make them one");

        Assert.Equal(["Olivia Shaw"], (await desk.OpenAsync("/staff/inbox")).Listed());
        var thread = await desk.OpenAsync(InboxSteps.Texts(away.PatientId));
        Assert.Equal(InboxSteps.Texts(kept.PatientId), thread.Address.AbsolutePath);
        Assert.Equal(["then of liv", "first of olivia"], thread.Said());

        await desk.PressAsync(await desk.OpenAsync($"/staff/patients/{kept.PatientId}"), "Undo: they are two people");
        Assert.Equal(["first of olivia"], (await desk.OpenAsync(InboxSteps.Texts(kept.PatientId))).Said());
        Assert.Equal(["then of liv"], (await desk.OpenAsync(InboxSteps.Texts(away.PatientId))).Said());
    }

    [Fact]
    public async Task A_full_inbox_is_read_page_by_page_the_newest_first()
    {
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        for (var i = 0; i < 35; i++)
        {
            await _clinic.TextsAsync($"07700 9006{i:00}", $"hello from {i}");
        }

        var first = await desk.OpenAsync("/staff/inbox");
        var second = await desk.FollowAsync(first, "Older");

        Assert.Equal(Enumerable.Range(5, 30).Reverse().Select(i => $"07700 9006{i:00}"), first.Listed());
        Assert.Equal(Enumerable.Range(0, 5).Reverse().Select(i => $"07700 9006{i:00}"), second.Listed());
    }
}

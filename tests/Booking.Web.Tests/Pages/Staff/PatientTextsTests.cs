using System.Net;
using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A patient's thread: reception writes, answers, and settles what the patient asked for.</summary>
public sealed class PatientTextsTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Pressed_twice_an_answer_goes_once_deals_with_the_question_and_stands_in_the_record()
    {
        using var desk = (await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var booked = await clinic.BookAsync("Answered Ada", new TimeOnly(9, 0), "07700 900701");
        await clinic.TextsAsync("07700 900701", "is there parking");
        var page = await desk.OpenAsync(InboxSteps.Texts(booked.PatientId));

        await desk.PressAsync(page, "Send the text", ("Words", "Yes – behind the house.\r\nRita"));
        page = await desk.PressAsync(page, "Send the text", ("Words", "Yes – behind the house.\r\nRita"));

        var note = Assert.Single(await clinic.NotesAsync(booked.PatientId));
        Assert.Equal((MessageKind.Note, "West Hill Physiotherapy: Yes - behind the house.\nRita"), (note.Kind, note.Words));
        Assert.Equal(["West Hill Physiotherapy: Yes - behind the house.\nRita", "is there parking"], page.Said().Order(StringComparer.Ordinal));
        Assert.NotNull((await clinic.ReceivedAsync("07700 900701"))[0].HandledAt);
        Assert.Contains(
            "Rita Desk: Wrote them a text", (await desk.OpenAsync($"/staff/patients/{booked.PatientId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_begun_from_the_patients_page_and_from_the_appointments()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);
        var booked = await clinic.BookAsync("Begun Bea", new TimeOnly(10, 0), "07700 900702");

        foreach (var address in (string[])[$"/staff/patients/{booked.PatientId}", $"/staff/appointment/{booked.Id}"])
        {
            var page = await desk.FollowAsync(await desk.OpenAsync(address), "Text them");

            Assert.Equal(InboxSteps.Texts(booked.PatientId), page.Address.AbsolutePath);
            Assert.Contains("Begun Bea", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Text them", (await practitioner.OpenAsync(address)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_a_patient_who_has_never_been_texted_it_says_so()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Silent Sid", "07700 900719"));

        Assert.Contains("None yet.", (await desk.OpenAsync(InboxSteps.Texts(patient.Id))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Write what the patient is to read.")]
    [InlineData("   ", "Write what the patient is to read.")]
    [InlineData("long", "Make it shorter: it is longer than two texts.")]
    [InlineData("🌻", "Make it shorter: it is longer than two texts.")]
    public async Task Badly_written_it_says_so_beside_the_box_and_keeps_it(string typed, string words)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Bad Text Tim", "07700 900703"));
        typed = typed switch { "long" => new string('x', 282), "🌻" => "🌻" + new string('x', 108), _ => typed };

        var page = await desk.PressAsync(await desk.OpenAsync(InboxSteps.Texts(patient.Id)), "Send the text", ("Words", typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(words, page.Document.QuerySelector(".field.wrong .error")!.TextContent);
        Assert.Equal(typed.Trim(), page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await clinic.NotesAsync(patient.Id));
    }

    [Theory]
    [InlineData("Please rest your knee", "Take out \"knee\": others may read it, and it tells why somebody comes", false)]
    [InlineData("It is £58, knee and all", "Take out \"knee\": others may read it, and it tells why somebody comes", false)]
    [InlineData("It is £58 a visit", "Take out the price: it belongs on our pages, not on a phone that others see", true)]
    public async Task A_note_is_read_like_a_template_and_where_a_person_may_know_better_they_may_send_it(string typed, string words, bool maySend)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Proofread Pru", maySend ? "07700 900720" : "07700 900721"));

        var page = await desk.PressAsync(await desk.OpenAsync(InboxSteps.Texts(patient.Id)), "Send the text", ("Words", typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(words, page.Document.QuerySelector(".field.wrong .error")!.TextContent);
        Assert.Equal(typed, page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(maySend, page.Document.QuerySelector("#AsItIs") is not null);
        var again = await desk.ForgeAsync(page, "Send the text", ("Words", typed), ("AsItIs", "true"));
        Assert.Equal(maySend, (await clinic.NotesAsync(patient.Id)).Exists(note => note.Words == $"West Hill Physiotherapy: {typed}"));
        Assert.Equal(maySend ? HttpStatusCode.OK : HttpStatusCode.BadRequest, again.Status);
    }

    [Theory]
    [InlineData("01322 275 998", false)]
    [InlineData("07700 900722", true)]
    public async Task Who_takes_no_texts_but_has_an_address_is_written_an_e_mail(string telephone, bool stopped)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Mailed May", telephone, "may@example.com"));
        if (stopped)
        {
            await clinic.TextsAsync(telephone, "STOP");
        }

        var page = await desk.OpenAsync(InboxSteps.Texts(patient.Id));
        Assert.Contains("What you write here goes as an e-mail, to may@example.com.", page.Text, StringComparison.Ordinal);
        page = await desk.PressAsync(page, "Send the e-mail", ("Words", "We have your form."));

        var note = Assert.Single(await clinic.NotesAsync(patient.Id));
        Assert.Equal((MessageChannel.Email, "West Hill Physiotherapy: We have your form."), (note.Channel, note.Words));
        Assert.Contains("Note by e-mail goes", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Wrote them an e-mail", (await desk.OpenAsync($"/staff/patients/{patient.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_no_more_texts_is_marked_and_one_button_stops_them()
    {
        using var desk = (await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var patient = await clinic.AddAsync(PatientSteps.Details("Fed-up Fay", "07700 900723"));
        await clinic.TextsAsync("07700 900723", "please don't text me any more");
        Assert.Contains("Asks for no more texts", (await desk.OpenAsync("/staff/inbox")).Text, StringComparison.Ordinal);

        var page = await desk.PressAsync(await desk.OpenAsync(InboxSteps.Texts(patient.Id)), "Stop texts to this number: 07700 900723");

        Assert.Contains("They asked for no texts. Ring them.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dealt with by Rita Desk", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stop texts to this number", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Rita Desk: Texts to 07700 900723 stopped, as they asked",
            (await desk.OpenAsync($"/staff/patients/{patient.Id}")).Text,
            StringComparison.Ordinal);

        await clinic.TextsAsync("07700 900723", "START");
        Assert.NotNull((await desk.OpenAsync(InboxSteps.Texts(patient.Id))).Document.QuerySelector("textarea"));
    }

    [Fact]
    public async Task Two_whole_texts_are_not_too_long()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Long Text Lou", "07700 900704"));

        await desk.PressAsync(await desk.OpenAsync(InboxSteps.Texts(patient.Id)), "Send the text", ("Words", new string('x', 275) + "\r\n12345\r\n"));

        Assert.Equal(306, Assert.Single(await clinic.NotesAsync(patient.Id)).Words!.Length);
    }

    [Fact]
    public async Task Who_wants_no_texts_is_marked_wherever_staff_look_and_is_not_written_to()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Stopped Sue", new TimeOnly(11, 0), "07700 900705");
        var open = await desk.OpenAsync(InboxSteps.Texts(booked.PatientId));
        await clinic.TextsAsync("07700 900705", "STOP");

        var page = await desk.PressAsync(open, "Send the text", ("Words", "Are you well?"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("They asked for no texts. Ring them.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("textarea"));
        Assert.Empty(await clinic.NotesAsync(booked.PatientId));
        foreach (var address in (string[])[$"/staff/patients/{booked.PatientId}", $"/staff/appointment/{booked.Id}", "/staff/day/2026-11-24"])
        {
            Assert.Contains("Wants no texts. Ring them", (await desk.OpenAsync(address)).Text, StringComparison.Ordinal);
        }

        var data = await desk.Client.GetStringAsync(new Uri("/staff/diary/data?from=2026-11-24", UriKind.Relative));
        Assert.Contains("Wants no texts. Ring them", data, StringComparison.Ordinal);

        await clinic.TextsAsync("07700 900705", "START");
        Assert.NotNull((await desk.OpenAsync(InboxSteps.Texts(booked.PatientId))).Document.QuerySelector("textarea"));
    }

    [Fact]
    public async Task A_landline_is_said_to_take_no_texts_before_anybody_writes()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Landline Len", "01322 275 999"));

        var page = await desk.OpenAsync(InboxSteps.Texts(patient.Id));

        Assert.Contains("Their telephone is not a UK mobile, so it takes no texts. Ring them.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("textarea"));
        Assert.Equal(
            "Their telephone is not a UK mobile, so it takes no texts. Ring them.",
            (await clinic.Services.GetRequiredService<Inbox>()
                .WriteAsync(patient.Id, "Hello", Reference.From(new byte[16]), 0, "Rita", emailsGo: false, default))!.Words);
    }

    [Fact]
    public async Task A_cancellation_asked_for_too_late_is_made_by_reception_and_the_patient_is_told()
    {
        using var desk = (await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var booked = await clinic.BookAsync("Cancelling Cass", Today, new(10, 0), "07700 900706");
        await clinic.TextsAsync("07700 900706", "2");
        Assert.Contains("Wants to cancel", (await desk.OpenAsync("/staff/inbox")).Text, StringComparison.Ordinal);
        var page = await desk.OpenAsync(InboxSteps.Texts(booked.PatientId));
        Assert.Contains("Wants to cancel Monday 23 November at 10:00am", page.Text, StringComparison.Ordinal);

        await desk.PressAsync(page, "Mark the other texts as dealt with");
        Assert.Null((await clinic.ReceivedAsync("07700 900706"))[0].HandledAt); // it has to be settled
        page = await desk.PressAsync(page, "Cancel it");

        var read = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((false, "Asked for by text", "Rita Desk"), (read.Stands, read.CancelReason, read.History[^1].Who));
        Assert.Equal("Rita Desk", (await clinic.ReceivedAsync("07700 900706"))[0].HandledBy);
        Assert.DoesNotContain("Cancel it", page.Text, StringComparison.Ordinal);
        Assert.Contains(read.Messages, message => message.Kind == MessageKind.Cancelled);
    }

    [Fact]
    public async Task Kept_it_stands_with_a_line_in_its_history_and_the_second_who_settles_it_changes_nothing()
    {
        using var desk = (await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var booked = await clinic.BookAsync("Keeping Kay", Today, new(11, 0), "07700 900707");
        await clinic.TextsAsync("07700 900707", $"2 {ReplyCode.Of(booked.Id)}");
        await clinic.TextsAsync("07700 900707", "2 sorry");
        var (page, other) = (await desk.OpenAsync(InboxSteps.Texts(booked.PatientId)), await desk.OpenAsync(InboxSteps.Texts(booked.PatientId)));

        await desk.PressAsync(page, "Keep it");
        await desk.PressAsync(other, "Cancel it");

        var read = (await clinic.ReadAsync(booked.Id))!;
        Assert.True(read.Stands);
        Assert.DoesNotContain(read.Messages, message => message.Answer is not null); // nobody need ring them about it any more
        Assert.Equal(("Kept, though asked by text to cancel", "Rita Desk"), (read.History[^1].What, read.History[^1].Who));
        Assert.All(await clinic.ReceivedAsync("07700 900707"), text => Assert.Equal("Rita Desk", text.HandledBy));
    }

    [Fact]
    public async Task Confirmed_by_text_it_shows_on_the_page_the_list_and_the_diary()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Confirming Con", new TimeOnly(12, 45), "07700 900708");
        await clinic.TextBecomesAsync(booked, MessageKind.Confirmation, MessageState.Delivered, why: null);

        await clinic.TextsAsync("07700 900708", "1");

        foreach (var address in (string[])[$"/staff/patients/{booked.PatientId}", $"/staff/appointment/{booked.Id}", "/staff/day/2026-11-24", "/staff/messages?show=answered"])
        {
            Assert.Contains("Confirmation answered: confirmed", (await desk.OpenAsync(address)).Text, StringComparison.Ordinal);
        }

        var data = await desk.Client.GetStringAsync(new Uri("/staff/diary/data?from=2026-11-24", UriKind.Relative));
        Assert.Contains("Confirmation answered: confirmed", data, StringComparison.Ordinal);
        Assert.Contains("Confirmed by text", (await desk.OpenAsync($"/staff/appointment/{booked.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_by_text_gives_the_time_back()
    {
        var booked = await clinic.BookAsync("Freeing Fred", new TimeOnly(14, 0), "07700 900709");

        await clinic.TextsAsync("07700 900709", "2");

        Assert.Empty(await clinic.ClaimedAsync(booked.PatientId));
        Assert.NotNull(await clinic.BookAsync("Next Ned", new TimeOnly(14, 0), "07700 900710"));
    }

    [Fact]
    public async Task A_long_thread_is_read_page_by_page()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Chatty Chris", "07700 900711"));
        for (var i = 0; i < Inbox.LinesOfAPage + 5; i++)
        {
            await clinic.TextsAsync("07700 900711", $"message number {i}");
        }

        var first = await desk.OpenAsync(InboxSteps.Texts(patient.Id));
        var second = await desk.FollowAsync(first, "Older");

        Assert.Equal("message number 54", first.Said()[0]);
        Assert.Equal(Inbox.LinesOfAPage, first.Said().Count);
        Assert.Equal(Enumerable.Range(0, 5).Reverse().Select(i => $"message number {i}"), second.Said());
        Assert.DoesNotContain("Older", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_does_not_have_is_refused_and_who_is_not_there_is_not_found()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Forged Flo", "07700 900712"));
        var page = await desk.OpenAsync(InboxSteps.Texts(patient.Id));

        Assert.Equal(HttpStatusCode.BadRequest, (await desk.ForgeAsync(page, "Send the text", ("Words", "x"), ("Form", "x"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.ForgeAsync(page, "Send the text", ("Words", "x"), ("PatientId", "1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(InboxSteps.Texts(999_999))).Status);
        Assert.Empty(await clinic.NotesAsync(patient.Id));
    }
}

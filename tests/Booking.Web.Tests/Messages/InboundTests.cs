using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What patients answer, and what becomes of it.</summary>
public sealed class InboundTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly AnsweredClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task The_code_and_1_confirms_once_with_one_answer_and_the_diary_shows_it()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        var (before, sid) = (await NumberAsync(), TwilioCalls.NewSid());

        var answer = await _clinic.TextsAsync($"1 {ReplyCode.Of(appointment)}", sid: sid);

        Assert.Equal("West Hill Physiotherapy: thank you, you are expected on Wednesday 25 November at 9:15am.", answer);
        var read = await ReadAsync(appointment);
        Assert.Equal((AppointmentStatus.Confirmed, "Confirmed by text", "patient"), (read.Status, read.History[^1].What, read.History[^1].Who));
        Assert.Equal(ReplyWish.Confirm, (await _clinic.MessageAsync(appointment)).Answer);
        Assert.Equal("Confirmation answered: confirmed", TextNews.Of(await _clinic.MessageAsync(appointment)).Words);
        Assert.NotEqual(before, await NumberAsync());

        // Brought again because our answer was lost, it has the same one, and nothing is done twice.
        Assert.Equal(answer, await _clinic.TextsAsync($"1 {ReplyCode.Of(appointment)}", sid: sid));
        Assert.Equal(read.Version, (await ReadAsync(appointment)).Version);
        Assert.Single(await TextsAsync());
    }

    [Fact]
    public async Task What_only_a_person_can_read_changes_nothing_and_waits_for_reception()
    {
        var appointment = await _clinic.BookAsync(Wednesday);

        var answer = await _clinic.TextsAsync("can i come at 4 instead thx");

        Assert.Equal("West Hill Physiotherapy: thank you. Reception will read this. In a hurry? Ring 01322 275 402.", answer);
        Assert.Null(await _clinic.TextsAsync("hello?"));
        var texts = await TextsAsync();
        Assert.All(texts, text => Assert.Equal((ReplyOutcome.ForReception, null), (text.Outcome, text.HandledAt)));
        Assert.Equal("can i come at 4 instead thx", texts[0].Words);
        Assert.Equal((AppointmentStatus.Booked, 1), ((await ReadAsync(appointment)).Status, (await ReadAsync(appointment)).Version));

        _clinic.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await _clinic.TextsAsync("anybody there"));
    }

    [Fact]
    public async Task Cancelled_in_good_time_it_is_off_at_once_and_told_once()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();

        var answer = await _clinic.TextsAsync("2");

        Assert.Equal(
            "West Hill Physiotherapy: your appointment on Wednesday 25 November at 9:15am is cancelled. To book another, ring 01322 275 402.", answer);
        Assert.Equal(("By the patient, by text", false), ((await ReadAsync(appointment)).CancelReason, (await ReadAsync(appointment)).Stands));
        _clinic.WindTo(Wednesday);
        await _clinic.SweepAsync();
        Assert.Single(_clinic.Twilio.Taken);
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment, MessageKind.Cancelled)).State);
    }

    [Fact]
    public async Task Cancelled_too_late_to_be_free_it_still_stands_and_reception_has_a_task()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        _clinic.WindTo(Wednesday.AddHours(-24).AddMinutes(1));

        var answer = await _clinic.TextsAsync($"2 {ReplyCode.Of(appointment)}");

        Assert.Contains("it is less than 24 hours before your appointment", answer, StringComparison.Ordinal);
        Assert.Contains("not cancelled yet. Reception will be in touch.", answer, StringComparison.Ordinal);
        var read = await ReadAsync(appointment);
        Assert.True(read.Stands);
        Assert.Equal("Asked by text to cancel", read.History[^1].What);
        var text = Assert.Single(await TextsAsync());
        Assert.Equal((ReplyOutcome.AsksToCancel, appointment, null), (text.Outcome, text.AppointmentId, text.HandledAt));
        Assert.Equal("Confirmation answered: cannot come", TextNews.Of(await _clinic.MessageAsync(appointment)).Words);
    }

    [Fact]
    public async Task Of_two_children_on_a_mothers_phone_the_code_picks_and_without_one_she_is_asked()
    {
        var (ann, ben) = (await _clinic.BookAsync(Wednesday, name: "Ann Bloggs"), await _clinic.BookAsync(Wednesday.AddHours(1), name: "Ben Bloggs"));

        var asked = await _clinic.TextsAsync("1");

        Assert.Contains($"reply 1 {ReplyCode.Of(ann)} for Wed 25 Nov 9:15am, or 1 {ReplyCode.Of(ben)} for Wed 25 Nov 10:15am", asked, StringComparison.Ordinal);
        await _clinic.TextsAsync($"1-{ReplyCode.Of(ben)}");
        Assert.Equal(AppointmentStatus.Booked, (await ReadAsync(ann)).Status);
        Assert.Equal(AppointmentStatus.Confirmed, (await ReadAsync(ben)).Status);
        var texts = await TextsAsync();
        Assert.Equal([null, (await ReadAsync(ben)).PatientId], texts.Select(text => text.PatientId));
        Assert.All(texts, text => Assert.NotNull(text.HandledAt));
    }

    [Fact]
    public async Task A_code_of_somebody_elses_appointment_does_nothing_from_another_telephone()
    {
        var appointment = await _clinic.BookAsync(Wednesday);

        var answer = await _clinic.TextsAsync($"2 {ReplyCode.Of(appointment)}", from: "+447700900456");

        Assert.Contains("no appointment of yours with that code", answer, StringComparison.Ordinal);
        Assert.True((await ReadAsync(appointment)).Stands);
        Assert.Contains("has begun or is over", await AfterAsync(Wednesday, $"1 {ReplyCode.Of(appointment)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_stop_the_reminder_does_not_go_and_after_start_texts_go_again()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        var before = await NumberAsync();

        Assert.Null(await _clinic.TextsAsync("Stop", optOut: "STOP"));

        Assert.NotEqual(before, await NumberAsync());
        _clinic.WindTo(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();
        var reminder = await _clinic.MessageAsync(appointment, MessageKind.Reminder);
        Assert.Equal((MessageState.Skipped, WhyNotSent.OptedOut), (reminder.State, reminder.Why));
        Assert.True((await SeenAsync()).WantsNoTexts);

        Assert.Null(await _clinic.TextsAsync("start"));
        Assert.False((await SeenAsync()).WantsNoTexts);
        await _clinic.BookAsync(Wednesday.AddDays(1));
        await _clinic.SweepAsync();
        Assert.Equal(2, _clinic.Twilio.Taken.Count);
    }

    [Fact]
    public async Task Who_asked_for_no_texts_gets_no_answer_either_and_reception_sees_that_they_were_not_told()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        await _clinic.TextsAsync("Stop", optOut: "STOP");

        Assert.Null(await _clinic.TextsAsync($"2 {ReplyCode.Of(appointment)}"));
        await _clinic.SweepAsync();

        var told = await _clinic.MessageAsync(appointment, MessageKind.Cancelled);
        Assert.Equal((MessageState.Skipped, WhyNotSent.OptedOut), (told.State, told.Why));
        Assert.True(told.NeedsAttention);
    }

    [Fact]
    public async Task Who_asks_in_their_own_words_for_no_more_texts_is_told_how_and_stays_textable_until_somebody_has_read_it()
    {
        await _clinic.BookAsync(Wednesday);

        var answer = await _clinic.TextsAsync("please stop texting me");

        Assert.Equal(
            "West Hill Physiotherapy: thank you. Reception will read this, and can stop our texts."
            + " To stop them at once, text us the one word STOP, or ring 01322 275 402.",
            answer);
        Assert.Null(await _clinic.TextsAsync("I said stop texting me!"));
        Assert.All(await TextsAsync(), text => Assert.Equal((ReplyOutcome.AsksForNoTexts, null), (text.Outcome, text.HandledAt)));
        Assert.False((await SeenAsync()).WantsNoTexts);
    }

    [Fact]
    public async Task The_months_costs_have_the_answers_that_went_by_themselves_each_once()
    {
        var texts = _clinic.Services.GetRequiredService<Texts>();
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        var before = await texts.FiguresAsync(default);
        Assert.Equal(0, before.AnswerParts);

        var cancelled = await _clinic.TextsAsync("2"); // the answer stands for the text about the cancellation
        await _clinic.TextsAsync("is there parking");

        var after = await texts.FiguresAsync(default);
        var parts = (await TextsAsync()).Sum(text => Gsm7.Parts(text.Answer!));
        Assert.Equal((before.Parts + parts, parts), (after.Parts, after.AnswerParts));
        Assert.Equal(after.Parts * 4, after.Pence);
        Assert.Equal(cancelled, (await _clinic.MessageAsync(appointment, MessageKind.Cancelled)).Said);
    }

    [Fact]
    public async Task A_stop_from_a_number_that_is_nobodys_is_obeyed_when_somebody_books_with_it_months_later()
    {
        await _clinic.TextsAsync("STOP");
        await _clinic.Services.GetRequiredService<Shredder>().RunAsync(default);
        _clinic.WindTo(Wednesday.AddYears(1));
        await _clinic.Services.GetRequiredService<Shredder>().RunAsync(default);

        var appointment = await _clinic.BookAsync(Wednesday.AddYears(1).AddDays(2));
        await _clinic.SweepAsync();

        Assert.Empty(_clinic.Twilio.Taken);
        Assert.Equal(WhyNotSent.OptedOut, (await _clinic.MessageAsync(appointment)).Why);

        await _clinic.TextsAsync("START");
        await _clinic.BookAsync(Wednesday.AddYears(1).AddDays(3));
        await _clinic.SweepAsync();
        Assert.Single(_clinic.Twilio.Taken);
    }

    [Fact]
    public async Task What_a_text_said_is_kept_for_staff_without_the_secret_of_its_link()
    {
        var appointment = await _clinic.BookAsync(Wednesday);

        await _clinic.SweepAsync();

        var (sent, said) = (Assert.Single(_clinic.Twilio.Taken).Body, (await _clinic.MessageAsync(appointment)).Said!);
        var link = sent.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));
        Assert.Equal(sent.Replace(link, Wording.TheirLink, StringComparison.Ordinal), said);
        Assert.DoesNotContain(new Uri(link).Segments[^1], said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no more of these", "STOP", true, false)]
    [InlineData("CANCEL", null, true, true)]
    [InlineData("help", "HELP", false, true)]
    [InlineData("aide", "HELP", false, true)]
    [InlineData("yes", null, false, true)]
    public async Task What_the_provider_obeys_itself_is_never_answered(string words, string? optOut, bool stopped, bool read)
    {
        await _clinic.BookAsync(Wednesday);

        Assert.Null(await _clinic.TextsAsync(words, optOut: optOut));

        Assert.Equal(stopped, (await SeenAsync()).WantsNoTexts);
        Assert.Equal(read, Assert.Single(await TextsAsync()).HandledAt is null);
    }

    [Fact]
    public async Task A_number_that_takes_no_texts_for_another_reason_is_not_freed_by_start()
    {
        await _clinic.BookAsync(Wednesday);
        await _clinic.MeddleAsync($"INSERT INTO RefusedNumbers (Telephone, Why, Since) VALUES ('+447700900123', {(int)WhyNotSent.Landline}, {_clinic.Clock.UtcNow()})");

        await _clinic.TextsAsync("START");

        await using var context = _clinic.Database.Open();
        Assert.Equal(WhyNotSent.Landline, (await context.RefusedNumbers.SingleAsync()).Why);
    }

    [Fact]
    public async Task A_note_of_receptions_goes_once_in_its_own_words_and_not_at_night()
    {
        var patient = (await ReadAsync(await _clinic.BookAsync(Wednesday))).PatientId;
        await _clinic.SweepAsync();
        var (inbox, form) = (_clinic.Services.GetRequiredService<Inbox>(), Reference.From(new byte[Reference.Bytes]));
        _clinic.WindTo(Wednesday.Date.AddHours(-2));
        Assert.Null(await inbox.WriteAsync(patient, "Please bring “shorts”…", form, 0, "Rita", emailsGo: false, default));
        Assert.Null(await inbox.WriteAsync(patient, "Please bring “shorts”…", form, 0, "Rita", emailsGo: false, default));
        await _clinic.SweepAsync();
        Assert.Single(_clinic.Twilio.Taken);

        _clinic.WindTo(Wednesday.Date.AddHours(8));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal("Please bring \"shorts\"...", Assert.Single(_clinic.Twilio.Taken, text => text.Body.Contains("shorts", StringComparison.Ordinal)).Body);
    }

    private async Task<string?> AfterAsync(DateTime wall, string words)
    {
        _clinic.WindTo(wall);
        return await _clinic.TextsAsync(words);
    }

    private Task<Appointment> ReadAsync(int id) => _clinic.ReadAsync(id);

    private Task<List<ReceivedText>> TextsAsync() => _clinic.ReceivedAsync();

    private async Task<string> NumberAsync() => (await _clinic.PagesAsync(Wednesday)).Number;

    private async Task<Visit> SeenAsync() => (await _clinic.PagesAsync(Wednesday)).Visits.First(visit => visit.FullName == "Jo Bloggs");
}

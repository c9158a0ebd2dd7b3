using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>E-mails beside texts and in place of them: as the patient likes it, or as the text could not go; each once.</summary>
public sealed class ByEmailTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly MailedClinic _clinic = new();

    private SmtpServer Mail => _clinic.Mail;

    private TwilioServer Twilio => _clinic.Twilio;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [InlineData(ToldBy.Text, 1, 0)]
    [InlineData(ToldBy.Email, 0, 1)]
    [InlineData(ToldBy.Both, 1, 1)]
    public async Task A_patient_is_told_as_they_like_it_each_thing_once(ToldBy by, int texts, int emails)
    {
        var booked = await _clinic.BookAsync(Wednesday, by);

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();
        Assert.Equal((texts, emails), (Twilio.Taken.Count, Mail.Taken.Count));

        await _clinic.PassTimeToAsync(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();
        Assert.Equal((2 * texts, 2 * emails), (Twilio.Taken.Count, Mail.Taken.Count));
        Assert.False((await _clinic.MessageAsync(booked)).NeedsAttention);
    }

    [Fact]
    public async Task Who_likes_e_mails_better_gets_them_though_the_provider_of_the_texts_has_trouble()
    {
        Twilio.Usually = TwilioAnswer.Refuse(401, 20003);
        await _clinic.BookAsync(Wednesday, ToldBy.Text);
        await _clinic.SweepAsync();
        var booked = await _clinic.BookAsync(Wednesday.AddDays(1), ToldBy.Email, "+447700900124");

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Single(Mail.Taken);
        Assert.Equal(MessageState.Sent, (await _clinic.EmailAsync(booked))!.State);
    }

    [Fact]
    public async Task Whoever_stops_all_texts_stops_the_e_mails_too()
    {
        var desk = _clinic.Services.GetRequiredService<SendingDesk>();
        await _clinic.BookAsync(Wednesday, ToldBy.Email);
        Assert.Null(await desk.StopAsync("Wrong times", "Rosa"));
        await _clinic.SweepAsync();
        Assert.Empty(Mail.Taken);

        await desk.StartAsync("Rosa");
        await _clinic.SweepAsync();

        Assert.Single(Mail.Taken);
    }

    [Fact]
    public async Task An_e_mail_says_when_and_with_whom_and_nothing_about_why_and_its_link_opens_the_appointment()
    {
        await _clinic.BookAsync(Wednesday, ToldBy.Email);

        await _clinic.SweepAsync();

        var email = Assert.Single(Mail.Taken);
        Assert.Equal("West Hill Physiotherapy: you are booked for Wednesday 25 November at 9:15am", email.Subject);
        Assert.Equal(MailedClinic.Jo, Assert.Single(email.To.Mailboxes).Address);
        Assert.DoesNotContain("visit", email.Subject + email.TextBody, StringComparison.OrdinalIgnoreCase);
        var link = email.TextBody!.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim();
        using var visitor = _clinic.Visit();
        Assert.Contains("9:15am", (await visitor.OpenAsync(new Uri(link).PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_for_no_texts_is_reminded_by_e_mail_and_the_diary_says_so()
    {
        Twilio.For("+447700900123", TwilioAnswer.Refuse(400, 21610));
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Text);
        await _clinic.SweepAsync();
        Assert.Single(Mail.Taken);

        await _clinic.PassTimeToAsync(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();

        Assert.Equal(2, Mail.Taken.Count);
        Assert.Empty(Twilio.Taken);
        var reminder = await _clinic.MessageAsync(booked, MessageKind.Reminder);
        Assert.Equal("Reminder not texted: they asked for no texts. An e-mail goes instead", TextNews.Of(reminder).Words);
        Assert.Equal(MessageState.Sent, (await _clinic.EmailAsync(booked, MessageKind.Reminder))!.State);
        Assert.Empty(await ToSeeToAsync());
    }

    [Fact]
    public async Task A_note_to_who_takes_no_texts_goes_once_as_an_e_mail_in_receptions_words()
    {
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Text, telephone: "+441322275999");
        var patient = (await _clinic.Services.GetRequiredService<Diary>().ReadAsync(booked, default))!.PatientId;
        var (inbox, form) = (_clinic.Services.GetRequiredService<Inbox>(), Reference.From(new byte[Reference.Bytes]));

        Assert.Null(await inbox.WriteAsync(patient, "West Hill: we have your form.", form, 0, "Rita", emailsGo: true, default));
        Assert.Null(await inbox.WriteAsync(patient, "West Hill: we have your form.", form, 0, "Rita", emailsGo: true, default));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        var note = Assert.Single(Mail.Taken, email => email.Subject == "A message from West Hill Physiotherapy");
        Assert.Equal("West Hill: we have your form.", note.TextBody!.Trim());
        Assert.Empty(Twilio.Taken);
    }

    [Theory]
    [InlineData(DeliveryResult.Undelivered, WhyNotSent.Landline)]
    [InlineData(DeliveryResult.Failed, WhyNotSent.Filtered)]
    public async Task A_text_that_the_network_could_not_deliver_is_followed_by_an_e_mail_once(DeliveryResult result, WhyNotSent why)
    {
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Text);
        await _clinic.SweepAsync();
        var text = await _clinic.MessageAsync(booked);
        var news = _clinic.Services.GetRequiredService<DeliveryNews>();

        await news.HearAsync(text.Ticket!, new DeliveryReport(text.ProviderSid!, result, why, 30006));
        await news.HearAsync(text.Ticket!, new DeliveryReport(text.ProviderSid!, result, why, 30006));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Single(Mail.Taken);
        Assert.False((await _clinic.MessageAsync(booked)).NeedsAttention);
    }

    [Fact]
    public async Task A_number_that_is_no_mobile_gets_an_e_mail_if_there_is_an_address_and_else_a_person_sees_it()
    {
        var withAddress = await _clinic.BookAsync(Wednesday, ToldBy.Text, "+441322275402");
        var without = await _clinic.BookAsync(Wednesday, ToldBy.Email, "+441322275403", email: null);

        await _clinic.SweepAsync();

        Assert.Single(Mail.Taken);
        Assert.False((await _clinic.MessageAsync(withAddress)).NeedsAttention);
        Assert.True((await _clinic.MessageAsync(without)).NeedsAttention);
    }

    [Fact]
    public async Task Two_sweeps_at_once_send_one_e_mail()
    {
        await _clinic.BookAsync(Wednesday, ToldBy.Email);

        await Task.WhenAll(_clinic.SweepAsync(), _clinic.SweepAsync(), _clinic.SweepAsync());

        Assert.Single(Mail.Taken);
    }

    [Theory]
    [InlineData(SmtpMood.BusyForAddress)]
    [InlineData(SmtpMood.DropOnConnect)]
    [InlineData(SmtpMood.RefusePassword)]
    public async Task What_certainly_has_not_gone_goes_later(SmtpMood mood)
    {
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Email);
        Mail.Mood = mood;
        await _clinic.SweepAsync();
        Assert.Equal(MessageState.Pending, (await _clinic.EmailAsync(booked))!.State);

        Mail.Mood = SmtpMood.Accept;
        _clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Single(Mail.Taken);
        Assert.Equal(MessageState.Sent, (await _clinic.EmailAsync(booked))!.State);
    }

    [Theory]
    [InlineData(SmtpMood.DropAfterContent, MessageState.Unknown, 1)]
    [InlineData(SmtpMood.RefuseAddress, MessageState.Failed, 0)]
    public async Task What_may_have_gone_or_never_will_is_never_tried_again_and_a_person_sees_it(
        SmtpMood mood, MessageState state, int taken)
    {
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Email);
        Mail.Mood = mood;
        await _clinic.SweepAsync();

        Mail.Mood = SmtpMood.Accept;
        _clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        await _clinic.SweepAsync();

        Assert.Equal(taken, Mail.Taken.Count);
        Assert.Equal(state, (await _clinic.EmailAsync(booked))!.State);
        Assert.Equal(MessageChannel.Email, Assert.Single(await ToSeeToAsync()).Message.Channel);
    }

    [Fact]
    public async Task A_process_that_dies_with_an_e_mail_in_hand_leaves_it_to_a_person()
    {
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Email);
        await _clinic.SweepAsync();
        await _clinic.MeddleAsync($"UPDATE Messages SET State = {(int)MessageState.Sending}, Due = {_clinic.Clock.UtcNow()} WHERE Channel = 1");

        _clinic.Clock.Advance(TimeSpan.FromMinutes(5));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Single(Mail.Taken);
        Assert.True((await _clinic.EmailAsync(booked))!.NeedsAttention);
    }

    [Fact]
    public async Task No_e_mail_tells_of_what_was_cancelled_meanwhile()
    {
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Email);
        Mail.Mood = SmtpMood.BusyForAddress;
        await _clinic.SweepAsync();
        Mail.Mood = SmtpMood.Accept;
        Assert.Null(await _clinic.Desk.CancelAsync(await _clinic.SeenAsync(booked), "rang", AppointmentEvent.ByPatient, default));

        _clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        await _clinic.SweepAsync();

        Assert.Empty(Mail.Taken);
    }

    private async Task<IReadOnlyList<ListedText>> ToSeeToAsync() =>
        (await _clinic.Services.GetRequiredService<Texts>().ListAsync(TextList.ToSeeTo, after: null, default)).Texts;
}

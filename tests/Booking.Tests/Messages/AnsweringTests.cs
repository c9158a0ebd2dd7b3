using Xunit;

namespace Booking.Tests;

/// <summary>What an answer does to the appointment, to its texts and to its history.</summary>
public sealed class AnsweringTests
{
    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Now = Made.AddDays(1);

    private readonly WestHill _clinic = new();
    private readonly Appointment _booked;

    public AnsweringTests() => _booked = Booked.For(Tuesday, Made, _clinic);

    [Fact]
    public void Confirmed_twice_by_text_it_is_confirmed_once_and_the_text_is_answered()
    {
        Send(MessageKind.Confirmation);

        _booked.ConfirmByText(Signature.OfPatient(Now));
        _booked.ConfirmByText(Signature.OfPatient(Now.AddMinutes(1)));

        Assert.Equal((AppointmentStatus.Confirmed, 2), (_booked.Status, _booked.Version));
        Assert.Equal(("Confirmed by text", "patient"), (Last.What, Last.Who));
        Assert.Equal(2, _booked.History.Count);
        var text = Of(MessageKind.Confirmation);
        Assert.Equal((ReplyWish.Confirm, ReplyWish.Confirm), (text.Answer, text.Standing().Answer));
        Assert.Null(Of(MessageKind.Reminder).Answer);
    }

    [Fact]
    public void An_answer_belongs_to_the_text_that_went_last()
    {
        Send(MessageKind.Confirmation);
        Send(MessageKind.Reminder, Tuesday.AddDays(-1));

        _booked.AskToCancel(Signature.OfPatient(Now.AddDays(6)));

        Assert.Equal(ReplyWish.Cancel, Of(MessageKind.Reminder).Answer);
        Assert.Null(Of(MessageKind.Confirmation).Answer);
        Assert.Equal((AppointmentStatus.Booked, 1, "Asked by text to cancel"), (_booked.Status, _booked.Version, Last.What));
    }

    [Fact]
    public void Cancelled_by_text_the_answer_is_the_text_about_it_and_no_other_goes()
    {
        Send(MessageKind.Confirmation);

        Assert.Null(_booked.CancelByText("It is cancelled.", emailsGo: false, _clinic.Rules, Signature.OfPatient(Now)));

        Assert.Equal((AppointmentStatus.Cancelled, "Cancelled by text"), (_booked.Status, Last.What));
        Assert.Equal((MessageState.Sent, Now), (Of(MessageKind.Cancelled).State, Of(MessageKind.Cancelled).SentAt));
        Assert.DoesNotContain(_booked.Messages, message => message.IsWaiting);

        // They know that it is off: whoever restores it tells them that it is on again.
        _booked.Restore(_clinic.Rules, new Signature("Rita", Now.AddMinutes(1)));
        Assert.Equal(2, _booked.Messages.Count(message => message.Kind == MessageKind.Confirmation));
    }

    [Theory]
    [InlineData(ToldBy.Text, true, 0)]
    [InlineData(ToldBy.Email, true, 1)]
    [InlineData(ToldBy.Both, true, 1)]
    [InlineData(ToldBy.Both, false, 0)]
    public void Who_likes_e_mails_and_cancels_by_text_has_the_cancellation_by_e_mail_too(ToldBy by, bool emailsGo, int emails)
    {
        _booked.Patient.Change(
            _booked.Patient.Details with { Email = "jo@example.com", ToldBy = by }, _booked.Patient.Namesake, "the tests", Made);
        Send(MessageKind.Confirmation);

        _booked.CancelByText("It is cancelled.", emailsGo, _clinic.Rules, Signature.OfPatient(Now));

        var (told, email) = (Of(MessageKind.Cancelled, MessageChannel.Text), _booked.Messages.Where(m => m.Channel == MessageChannel.Email));
        Assert.Equal((MessageState.Sent, "It is cancelled."), (told.State, told.Said));
        Assert.Equal(emails, email.Count(m => m is { Kind: MessageKind.Cancelled, State: MessageState.Pending } && m.Due == Now && m.Version == told.Version));
        Assert.Equal(emails, email.Count());
    }

    [Fact]
    public void Without_an_answer_the_text_about_the_cancellation_goes_as_ever()
    {
        Send(MessageKind.Confirmation);

        _booked.CancelByText(answer: null, emailsGo: false, _clinic.Rules, Signature.OfPatient(Now));

        Assert.Equal((MessageState.Pending, (DateTime?)Now), (Of(MessageKind.Cancelled).State, Of(MessageKind.Cancelled).Due));
    }

    [Fact]
    public void Who_has_had_no_text_and_cancels_is_only_answered()
    {
        _booked.CancelByText("It is cancelled.", emailsGo: false, _clinic.Rules, Signature.OfPatient(Now));

        Assert.DoesNotContain(_booked.Messages, message => message.Kind == MessageKind.Cancelled);
    }

    [Fact]
    public void What_has_begun_is_not_cancelled_by_text() => Assert.Equal(
        Refusal.AlreadyOver, _booked.CancelByText("x", emailsGo: false, _clinic.Rules, Signature.OfPatient(ClinicTime.ToUtc(Tuesday))));

    [Theory]
    [InlineData("1 4821", ReplyOutcome.Confirmed, "answer", false)]
    [InlineData("hello", ReplyOutcome.ForReception, "answer", true)]
    [InlineData("2", ReplyOutcome.AsksToCancel, "answer", true)]
    [InlineData("2", ReplyOutcome.AskedWhich, "answer", false)]
    [InlineData("2", ReplyOutcome.AskedWhich, null, true)]
    [InlineData("2", ReplyOutcome.UnknownCode, null, true)]
    [InlineData("stop", ReplyOutcome.OptedOut, null, false)]
    [InlineData("cancel", ReplyOutcome.OptedOut, null, true)]
    [InlineData("start", ReplyOutcome.OptedIn, null, false)]
    [InlineData("yes", ReplyOutcome.OptedIn, null, true)]
    public void A_person_reads_what_a_machine_could_neither_do_nor_answer(string words, ReplyOutcome outcome, string? answer, bool read)
    {
        var text = new IncomingText("SM1", Telephone.Parse("07700 900123"), words, Reply.Read(words));

        var received = ReceivedText.Of(text, new UnderstoodReply(text.Reply.Wish, outcome, [_booked]), patientId: null, answer, Now);

        Assert.Equal(read, received.HandledAt is null);
    }

    private AppointmentEvent Last => _booked.History[^1];

    private Message Of(MessageKind kind, MessageChannel channel) =>
        _booked.Messages.Single(message => message.Kind == kind && message.Channel == channel);

    private Message Of(MessageKind kind) => _booked.Messages.Single(message => message.Kind == kind);

    private void Send(MessageKind kind, DateTime? at = null)
    {
        var moment = ClinicTime.ToUtc(at ?? ClinicTime.ToWall(Made));
        Assert.True(Of(kind).Claim(moment));
        Of(kind).Try("+447700900123", [1], 1, $"ticket-{kind}");
        Of(kind).Accepted($"SM{kind}", moment);
    }
}

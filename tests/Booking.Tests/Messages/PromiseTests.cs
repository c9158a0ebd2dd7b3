using Xunit;

namespace Booking.Tests;

/// <summary>A page promises a patient what will be sent, and nothing else.</summary>
public sealed class PromiseTests
{
    private const string Ring = "01322 000000";

    private static readonly DateTime Now = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly Appointment _booked = Booked.For(new(2026, 2, 10, 9, 0, 0), Now);

    [Theory]
    [InlineData(ToldBy.Text, null, null, "We text the number ending 0123 to confirm, and to remind you on Monday 9 February at 9:00am. Not your number? Ring us on 01322 000000.")]
    [InlineData(ToldBy.Text, "jo@example.com", null, "We text the number ending 0123 to confirm, and to remind you on Monday 9 February at 9:00am. Not your number? Ring us on 01322 000000.")]
    [InlineData(ToldBy.Email, "jo@example.com", null, "We e-mail you to confirm, and to remind you on Monday 9 February at 9:00am.")]
    [InlineData(ToldBy.Both, "jo@example.com", null, "We text the number ending 0123 and e-mail you to confirm, and to remind you on Monday 9 February at 9:00am. Not your number? Ring us on 01322 000000.")]
    [InlineData(ToldBy.Email, null, null, "We text the number ending 0123 to confirm, and to remind you on Monday 9 February at 9:00am. Not your number? Ring us on 01322 000000.")]
    [InlineData(
        ToldBy.Text,
        "jo@example.com",
        WhyNotSent.OptedOut,
        "You asked us for no more texts, so we send none. We e-mail you to confirm, and to remind you on Monday 9 February at 9:00am.")]
    [InlineData(
        ToldBy.Email,
        null,
        WhyNotSent.OptedOut,
        "You asked us for no more texts, so we send none. Please note down your appointment. If anything changes, we ring you. Questions? Ring 01322 000000.")]
    [InlineData(
        ToldBy.Text,
        null,
        WhyNotSent.Landline,
        "We cannot text the number you gave, which ends 0123. Please note down your appointment. If anything changes, we ring you. Questions? Ring 01322 000000.")]
    public void It_says_by_which_way_and_when_or_that_there_is_none(ToldBy by, string? email, WhyNotSent? refused, string words)
    {
        var patient = Jo(by, email);

        var promise = Promise.To(patient, _booked, refused, sendsEmails: true);

        Assert.Equal(words, promise.About(_booked, Ring));
    }

    [Theory]
    [InlineData(ToldBy.Email, true, "We e-mail you about this appointment.")]
    [InlineData(ToldBy.Email, false, "We text the number ending 0123 about this appointment.")]
    public void Without_a_mail_server_no_e_mail_is_promised(ToldBy by, bool sendsEmails, string words) =>
        Assert.Equal(words, Promise.To(Jo(by, "jo@example.com"), appointment: null, refused: null, sendsEmails).Beforehand);

    [Fact]
    public void A_landline_without_an_address_is_promised_a_call()
    {
        var promise = Promise.To(Jo(ToldBy.Text, email: null, "01322 555123"), appointment: null, refused: null, sendsEmails: true);

        Assert.True(promise.IsNone);
        Assert.StartsWith("We cannot text the number you gave, which ends 5123.", promise.Beforehand, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_gone_is_promised_no_more()
    {
        foreach (var message in _booked.Messages)
        {
            message.Claim(message.Due!.Value);
            message.Try("+447700900123", [1], 1, "ticket");
        }

        Assert.Equal("We text the number ending 0123 if anything changes. Not your number? Ring us on 01322 000000.", Promise.To(Jo(ToldBy.Text, email: null), _booked, null, true).About(_booked, Ring));
    }

    [Theory]
    [InlineData(ToldBy.Text, null)]
    [InlineData(ToldBy.Text, WhyNotSent.OptedOut)]
    [InlineData(ToldBy.Email, null)]
    [InlineData(ToldBy.Email, WhyNotSent.Landline)]
    [InlineData(ToldBy.Both, WhyNotSent.NumberRefused)]
    public void It_is_what_the_sending_decides(ToldBy by, WhyNotSent? refused)
    {
        var patient = Jo(by, "jo@example.com");
        var text = _booked.Messages[0];

        var promise = Promise.To(patient, _booked, refused, sendsEmails: true);

        var why = text.WhyNot(_booked, patient, refused, ClinicTime.ToWall(Now));
        Assert.Equal(why is null && !Message.IsRatherAnEmail(patient, why), promise.ByText);
        text.Skip(why ?? WhyNotSent.ByEmail);
        Assert.Equal((why is null && by == ToldBy.Text) || !text.NeedsAnEmail(Now), promise.Email is null);
    }

    private static Patient Jo(ToldBy by, string? email, string telephone = "07700 900123") => Patient.New(
        new ContactDetails(PersonName.Parse("Jo Bloggs"), Telephone.Parse(telephone), email, DateOfBirth: null, Notes: null, by), 0, Now);
}

using Xunit;

namespace Booking.Tests;

/// <summary>What a text cannot say an e-mail can, once.</summary>
public sealed class ByEmailTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly Appointment _booked = Booked.For(new(2026, 2, 10, 9, 0, 0), Now);

    private Message Text => _booked.Messages[0];

    [Theory]
    [InlineData(WhyNotSent.OptedOut, true)]
    [InlineData(WhyNotSent.NotTextable, true)]
    [InlineData(WhyNotSent.Landline, true)]
    [InlineData(WhyNotSent.ByEmail, true)]
    [InlineData(WhyNotSent.Cancelled, false)]
    [InlineData(WhyNotSent.Moved, false)]
    [InlineData(WhyNotSent.TooLate, false)]
    [InlineData(WhyNotSent.JustBooked, false)]
    public void A_text_that_does_not_go_needs_one_only_if_it_is_because_of_the_telephone(WhyNotSent why, bool needs)
    {
        Text.Skip(why);

        Assert.Equal(needs, Text.NeedsAnEmail(Now));
        Assert.False(Text.NeedsAnEmail(ClinicTime.ToUtc(Text.StartsAt)));
    }

    [Fact]
    public void A_text_that_may_have_gone_needs_none()
    {
        Assert.False(Text.NeedsAnEmail(Now));
        Text.Claim(Now);
        Text.Try("+447700900123", [1], 1, "ticket");
        Text.LoseSight(Now);

        Assert.False(Text.NeedsAnEmail(Now));
    }

    [Fact]
    public void Left_to_an_e_mail_a_text_needs_nobody_any_more()
    {
        Text.Skip(WhyNotSent.OptedOut);
        Assert.True(Text.NeedsAttention);

        Text.LeaveItToTheEmail();

        Assert.False(Text.NeedsAttention);
    }

    [Fact]
    public void An_e_mail_of_which_nobody_knows_whether_it_went_is_for_a_person_at_once()
    {
        var email = Text.ByEmail(Now);
        email.Claim(Now);
        email.Try(to: null, [1], 0, "ticket");
        email.LoseSight(Now);

        Assert.Equal((MessageState.Unknown, null), (email.State, email.Due));
        Assert.True(email.NeedsAttention);
    }

    [Fact]
    public void Without_an_address_there_is_none_and_somebody_is_told()
    {
        var email = Text.ByEmail(Now);

        Assert.Equal(WhyNotSent.NoAddress, email.WhyNot(_booked, _booked.Patient, refused: null, ClinicTime.ToWall(Now)));
    }

    [Fact]
    public void Who_asked_for_no_texts_has_not_asked_for_no_e_mails()
    {
        var details = _booked.Patient.Details with { Email = "jo@example.com" };
        _booked.Patient.Change(details, 0, "Rosa Desk", Now);

        Assert.Null(Text.ByEmail(Now).WhyNot(_booked, _booked.Patient, WhyNotSent.OptedOut, ClinicTime.ToWall(Now)));
    }
}

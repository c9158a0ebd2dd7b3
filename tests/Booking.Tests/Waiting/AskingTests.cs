using Xunit;

namespace Booking.Tests;

/// <summary>Who is asked, and who is left in peace.</summary>
public sealed class AskingTests
{
    private static readonly DateTime Noon = new(2026, 2, 2, 12, 0, 0, DateTimeKind.Utc); // winter: the clinic's clock says the same
    private static readonly DateTime Nine = new(2026, 2, 5, 9, 0, 0);

    private readonly WestHill _clinic = new();

    [Theory]
    [InlineData("07:59", false)]
    [InlineData("08:00", true)]
    [InlineData("20:44", true)]
    [InlineData("20:45", false)] // the time to think would last until nine
    [InlineData("23:00", false)]
    public void Nobody_is_asked_at_night_nor_so_late_that_they_would_answer_at_night(string now, bool asked)
    {
        var utcNow = Noon.Date + TimeOnly.Parse(now, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan();

        Assert.Equal(asked, Entry().WhyNotAsk(null, _clinic.Rules, DateTime.SpecifyKind(utcNow, DateTimeKind.Utc)) is null);
    }

    [Fact]
    public void Nobody_is_asked_two_things_at_once_and_after_an_answer_they_are_asked_again()
    {
        var entry = Entry();
        var offer = entry.Ask(Nine, Noon);
        Assert.NotNull(entry.WhyNotAsk(null, _clinic.Rules, Noon.AddMinutes(14)));
        Assert.Null(entry.WhyNotAsk(null, _clinic.Rules, Noon.AddMinutes(15)));

        offer.Become(OfferState.Declined);

        Assert.Null(entry.WhyNotAsk(null, _clinic.Rules, Noon.AddMinutes(1)));
        Assert.Equal((MessageState.Skipped, WhyNotSent.OfferOver), (offer.Message.State, offer.Message.Why));
    }

    [Fact]
    public void Nobody_is_asked_about_one_time_twice()
    {
        var entry = Entry();
        entry.Ask(Nine, Noon).Become(OfferState.Lapsed);

        Assert.NotNull(entry.WhyNot(Nine));
        Assert.Null(entry.WhyNot(Nine.AddMinutes(15)));
    }

    [Theory]
    [InlineData("01322 555123", null, WhyNotSent.NotTextable)]
    [InlineData("07700 900123", WhyNotSent.OptedOut, WhyNotSent.OptedOut)]
    [InlineData("07700 900123", null, null)]
    public void Whoever_takes_no_texts_is_not_asked(string telephone, WhyNotSent? refused, WhyNotSent? why)
    {
        var entry = Waits.For(_clinic.Sports, telephone: telephone);

        Assert.Equal(why, entry.WhyNoTexts(refused));
        Assert.Equal(why is null, entry.WhyNotAsk(refused, _clinic.Rules, Noon) is null);
    }

    [Theory]
    [InlineData("2026-02-05 09:00", true)]
    [InlineData("2026-02-06 10:00", false)] // the very time that they have
    [InlineData("2026-02-06 11:00", false)]
    public void Who_keeps_an_appointment_is_asked_about_earlier_times_only(string at, bool suits)
    {
        var entry = Waits.For(_clinic.Sports, keeps: Booked.For(new(2026, 2, 6, 10, 0, 0), Waits.Joined, _clinic));

        Assert.Equal(suits, entry.Suits(new FreeTime(WestHill.Slot(at, 45), _clinic.Aisha)));
    }

    [Fact]
    public void Who_keeps_an_appointment_that_they_could_not_move_by_themselves_is_not_asked()
    {
        var entry = Waits.For(_clinic.Sports, keeps: Booked.For(new(2026, 2, 6, 10, 0, 0), Waits.Joined, _clinic));

        Assert.Null(entry.WhyNotAsk(null, _clinic.Rules, new(2026, 2, 5, 9, 45, 0, DateTimeKind.Utc)));
        Assert.NotNull(entry.WhyNotAsk(null, _clinic.Rules, new(2026, 2, 5, 9, 46, 0, DateTimeKind.Utc))); // too late at the end
    }

    [Fact]
    public void A_place_on_the_list_is_over_with_its_last_day_or_with_the_appointment()
    {
        var kept = Booked.For(new(2026, 2, 6, 10, 0, 0), Waits.Joined, _clinic);
        var entry = Waits.For(_clinic.Sports, keeps: kept);
        Assert.Null(entry.WhyOver(WestHill.At("2026-02-05 12:00")));

        Assert.Equal("Their last day has passed", Entry().WhyOver(WestHill.At("2026-04-02 00:00")));
        Assert.Null(kept.Cancel("ill", _clinic.Rules, Signature.OfPatient(Noon)));
        Assert.NotNull(entry.WhyOver(WestHill.At("2026-02-05 12:00")));
    }

    [Theory]
    [InlineData("2026-02-06 12:00", null, false, false)] // it may be going on
    [InlineData("2026-02-07 00:00", null, false, true)]
    [InlineData("2026-02-06 12:00", AppointmentStatus.DidNotAttend, false, true)]
    [InlineData("2026-02-06 12:00", AppointmentStatus.Arrived, true, false)]
    [InlineData("2026-02-06 12:00", AppointmentStatus.Attended, true, false)]
    [InlineData("2026-02-04 12:00", AppointmentStatus.Cancelled, false, true)]
    public void An_appointment_that_the_list_has_found_ends_a_place_only_when_they_have_come_to_it(
        string now, AppointmentStatus? mark, bool isOver, bool isLost)
    {
        var found = Booked.For(new(2026, 2, 6, 10, 0, 0), Waits.Joined, _clinic);
        var entry = Waits.For(_clinic.Sports, keeps: found, found: true);
        var by = new Signature("Rita Desk", ClinicTime.ToUtc(WestHill.At(now)));
        Assert.Null(mark is not { } status ? null
            : status == AppointmentStatus.Cancelled ? found.Cancel("Rang", _clinic.Rules, by) : found.Mark(status, _clinic.Rules, by));

        Assert.Equal((isOver, isLost), (entry.WhyOver(by.Now) is not null, entry.HasLostIt(by.Now)));
    }

    [Fact]
    public void The_text_says_when_until_when_and_where_to_answer_and_nothing_of_why_they_come()
    {
        var offer = Entry().Ask(Nine, Noon);

        const string link = "https://www.westhill.example/waiting/0123456789abcdefghjkmnpqrs";
        var letterhead = new Letterhead("West Hill Physiotherapy", "01322 555123", "1 Tower Road, Dartford", link);
        var words = new Wording(letterhead, _clinic.Clinic, canBeAnswered: true).Write(offer.Message, appointment: null, link);

        Assert.Equal(
            "West Hill Physiotherapy: Thursday 5 February at 9:00am has come free. "
            + "Say yes or no at https://www.westhill.example/waiting/0123456789abcdefghjkmnpqrs by 12:15pm, not by text. "
            + "The first yes has it. Questions? Ring 01322 555123.",
            words);
        Assert.InRange(Gsm7.Parts(words), 1, 2);
        Assert.False(offer.Message.NeedsAttention);
    }

    [Fact]
    public void The_link_to_a_place_goes_once_a_day_however_often_it_is_asked_for_and_not_once_the_place_has_ended()
    {
        var entry = Entry();
        entry.TellLink(Noon);
        entry.TellLink(Noon.AddHours(11));
        var first = Assert.Single(entry.Links);
        entry.TellLink(Noon.AddHours(12)); // past midnight
        Assert.Equal(2, entry.Links.Select(link => link.Key).Distinct().Count());

        entry.End("Left the list", Signature.OfPatient(Noon.AddHours(12)));

        Assert.Equal((MessageState.Skipped, WhyNotSent.LeftTheList), (first.State, first.Why));
    }

    [Fact]
    public void The_text_with_the_link_says_what_it_is_for_and_nothing_of_why_they_come()
    {
        var entry = Entry();
        entry.TellLink(Noon);

        const string link = "https://www.westhill.example/waiting/0123456789abcdefghjkmnpqrs";
        var letterhead = new Letterhead("West Hill Physiotherapy", "01322 555123", "1 Tower Road, Dartford", link);
        var words = new Wording(letterhead, _clinic.Clinic, canBeAnswered: true).Write(entry.Links[0], appointment: null, link);

        Assert.Equal(
            "West Hill Physiotherapy: you are on our waiting list. To see, change or leave your place, "
            + "go to https://www.westhill.example/waiting/0123456789abcdefghjkmnpqrs or ring 01322 555123.",
            words);
        Assert.InRange(Gsm7.Parts(words), 1, 2);
    }

    private WaitingEntry Entry() => Waits.For(_clinic.Sports);
}

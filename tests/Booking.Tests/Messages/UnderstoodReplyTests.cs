using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>What is made of an answer, by the appointments of the telephone that it came from.</summary>
public sealed class UnderstoodReplyTests
{
    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly WestHill _clinic = new();

    [Theory]
    [InlineData(ReplyWish.Confirm, "2026-02-10 08:59", ReplyOutcome.Confirmed)]
    [InlineData(ReplyWish.Cancel, "2026-02-09 09:00", ReplyOutcome.Cancelled)]
    [InlineData(ReplyWish.Cancel, "2026-02-09 09:01", ReplyOutcome.AsksToCancel)]
    [InlineData(ReplyWish.Cancel, "2026-02-10 08:59", ReplyOutcome.AsksToCancel)]
    [InlineData(ReplyWish.Cancel, "2026-02-10 09:00", ReplyOutcome.NothingToCome)]
    [InlineData(ReplyWish.Confirm, "2026-02-10 09:00", ReplyOutcome.NothingToCome)]
    public void With_one_appointment_to_come_no_code_is_needed(ReplyWish wish, string now, ReplyOutcome outcome)
    {
        var visit = Visit(7, Tuesday);

        var understood = Of(new Reply(wish), WestHill.At(now), visit);

        Assert.Equal(outcome, understood.Outcome);
        Assert.Equal(outcome == ReplyOutcome.NothingToCome ? [] : [visit], understood.About);
    }

    [Fact]
    public void With_two_children_on_one_telephone_the_code_picks_and_without_it_we_ask()
    {
        var (ann, ben) = (Visit(7, Tuesday), Visit(8, Tuesday.AddHours(1)));

        Assert.Equal([ben], Of(new Reply(ReplyWish.Confirm, ReplyCode.Of(8)), Tuesday.AddDays(-3), ann, ben).About);
        var asked = Of(new Reply(ReplyWish.Cancel), Tuesday.AddDays(-3), ben, ann);
        Assert.Equal(ReplyOutcome.AskedWhich, asked.Outcome);
        Assert.Equal([ann, ben], asked.About);
    }

    [Fact]
    public void An_appointment_that_is_over_or_cancelled_does_not_make_the_choice_unclear_and_is_said_to_be_so()
    {
        var (over, off, toCome) = (Visit(7, Tuesday.AddDays(-7)), Visit(8, Tuesday), Visit(9, Tuesday));
        off.Cancel("x", _clinic.Rules, new Signature("Rita", Made));

        Assert.Equal([toCome], Of(new Reply(ReplyWish.Confirm), Tuesday.AddDays(-3), over, off, toCome).About);
        Assert.Equal(ReplyOutcome.NotToCome, Of(new Reply(ReplyWish.Confirm, ReplyCode.Of(7)), Tuesday.AddDays(-3), over, off, toCome).Outcome);
        Assert.Equal([off], Of(new Reply(ReplyWish.Cancel, ReplyCode.Of(8)), Tuesday.AddDays(-3), over, off, toCome).About);
        Assert.Equal(ReplyOutcome.UnknownCode, Of(new Reply(ReplyWish.Cancel, ReplyCode.Of(1234)), Tuesday.AddDays(-3), toCome).Outcome);
    }

    [Fact]
    public void Two_appointments_of_one_code_are_asked_about_like_two_without()
    {
        var (one, other) = (Visit(7, Tuesday), Visit(9007, Tuesday.AddHours(1)));

        Assert.Equal(ReplyOutcome.AskedWhich, Of(new Reply(ReplyWish.Cancel, ReplyCode.Of(7)), Tuesday.AddDays(-3), one, other).Outcome);
    }

    [Fact]
    public void Nothing_is_ever_done_to_an_appointment_that_was_not_the_only_one_meant() =>
        Gen.Select(Gen.Int[1, 40].Array[0, 4], Gen.Int[-100, 100].Array[4], Gen.Int[0, 2], Gen.Int[1, 40]).Sample((ids, hours, wish, code) =>
        {
            Appointment[] visits = [.. ids.Distinct().Select((id, at) => Visit(id, Tuesday.AddHours(hours[at])))];
            int? given = wish == 2 ? null : ReplyCode.Of(code);

            var understood = Of(new Reply(wish == 0 ? ReplyWish.Confirm : ReplyWish.Cancel, given), Tuesday, visits);

            if (understood.Outcome is ReplyOutcome.Confirmed or ReplyOutcome.Cancelled or ReplyOutcome.AsksToCancel)
            {
                var meant = Assert.Single(visits, visit => visit.StartsAt > Tuesday && (given is null || visit.Id == code));
                Assert.Equal([meant], understood.About);
            }
        });

    [Fact]
    public void Each_answer_names_clinic_and_telephone_or_time_and_fits_in_two_texts()
    {
        var wording = new ReplyWording("West Hill Physiotherapy", "01322 275 402");
        Appointment[] three = [Visit(7, Tuesday), Visit(8, Tuesday.AddHours(1)), Visit(9, WestHill.At("2026-09-23 12:45"))];
        foreach (var outcome in Enum.GetValues<ReplyOutcome>())
        {
            var about = outcome == ReplyOutcome.AskedWhich ? three : three[2..];
            var answer = wording.Answer(new UnderstoodReply(ReplyWish.Cancel, outcome, about), _clinic.Rules);

            if (outcome is ReplyOutcome.OptedOut or ReplyOutcome.OptedIn)
            {
                Assert.Null(answer);
                continue;
            }

            Assert.StartsWith("West Hill Physiotherapy: ", answer, StringComparison.Ordinal);
            Assert.True(outcome == ReplyOutcome.Confirmed || answer!.Contains("01322 275 402", StringComparison.Ordinal));
            Assert.InRange(Gsm7.Parts(answer!), 1, 2);
            Assert.True(Gsm7.Holds(answer!));
            Assert.DoesNotContain("Sports", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Bloggs", answer, StringComparison.Ordinal);
        }

        Assert.Null(wording.Answer(UnderstoodReply.ForReception with { Wish = ReplyWish.Help }, _clinic.Rules));
    }

    [Fact]
    public void Who_has_several_is_asked_with_the_code_and_time_of_each()
    {
        var asked = Of(new Reply(ReplyWish.Confirm), Tuesday.AddDays(-3), Visit(7, Tuesday), Visit(8, Tuesday.AddHours(1)));

        Assert.Equal(
            $"West Hill: which one? To confirm, reply 1 {ReplyCode.Of(7)} for Tue 10 Feb 9:00am, or 1 {ReplyCode.Of(8)} for Tue 10 Feb 10:00am."
            + " Or ring 01322 275 402.",
            new ReplyWording("West Hill", "01322 275 402").Answer(asked, _clinic.Rules));
    }

    [Fact]
    public void Machines_that_answer_each_other_fall_silent_and_reception_is_promised_once_a_day()
    {
        Assert.True(AnswerPolicy.Allows(ReplyOutcome.Confirmed, 5, lastThanked: null, Made));
        Assert.False(AnswerPolicy.Allows(ReplyOutcome.Confirmed, 6, lastThanked: null, Made));
        Assert.True(AnswerPolicy.Allows(ReplyOutcome.ForReception, 0, Made.AddDays(-1), Made));
        Assert.False(AnswerPolicy.Allows(ReplyOutcome.ForReception, 0, Made.AddDays(-1).AddMinutes(1), Made));
        Assert.True(AnswerPolicy.Allows(ReplyOutcome.Cancelled, 1, Made.AddMinutes(-1), Made));
    }

    private UnderstoodReply Of(Reply reply, DateTime now, params Appointment[] theirs) =>
        UnderstoodReply.Of(reply, theirs, _clinic.Rules, now);

    private Appointment Visit(int id, DateTime startsAt) => Booked.Numbered(id, Booked.For(startsAt, Made, _clinic));
}

using Xunit;

namespace Booking.Tests;

/// <summary>Who asks in their own words not to be texted is noticed, and nobody else.</summary>
public sealed class NoMoreTextsTests
{
    [Theory]
    [InlineData("Stop texting me please")]
    [InlineData("please don't text me any more")]
    [InlineData("Please don’t text me anymore.")]
    [InlineData("pls dont send me these texts")]
    [InlineData("do not text")]
    [InlineData("Do not text this number")]
    [InlineData("never text me again")]
    [InlineData("I don't want any more texts")]
    [InlineData("i dont want to receive your messages")]
    [InlineData("stop sending me reminders")]
    [InlineData("STOP ALL THESE MESSAGES")]
    [InlineData("can you stop texting me?")]
    [InlineData("unsubscribe me")]
    [InlineData("how do I unsubscribe")]
    [InlineData("please opt me out, opt out!")]
    [InlineData("No more texts please")]
    [InlineData("remove my number")]
    [InlineData("2 4821 and stop texting me")]
    public void It_is_a_wish_for_no_more_texts(string typed) => Assert.Equal(new Reply(ReplyWish.NoMoreTexts), Reply.Read(typed));

    [Theory]
    [InlineData("I can't stop to text, will be late")]
    [InlineData("the bus did not stop")]
    [InlineData("Why don't you text me the address?")]
    [InlineData("If you don't text me by 5 I come")]
    [InlineData("I don't text much, please ring")]
    [InlineData("don't text me back, all is fine")]
    [InlineData("don't text me until Monday, I am abroad")]
    [InlineData("stop texting me about my son")]
    [InlineData("please stop texting me so early")]
    [InlineData("I got no texts from you")]
    [InlineData("there were no more appointments")]
    [InlineData("did you get my text")]
    [InlineData("do not cancel, I sent you a text")]
    [InlineData("does the 428 bus stop at your message board")]
    [InlineData("remove me from the 9am please")]
    [InlineData("")]
    public void It_is_not(string typed) => Assert.Equal(ReplyWish.Other, Reply.Read(typed).Wish);

    [Theory]
    [InlineData("STOP", ReplyWish.Stop)]
    [InlineData("unsubscribe", ReplyWish.Stop)]
    [InlineData("2 4821", ReplyWish.Cancel)]
    public void What_is_clear_without_it_stays_as_it_is(string typed, ReplyWish wish) => Assert.Equal(wish, Reply.Read(typed).Wish);

    [Fact]
    public void It_waits_for_a_person_and_stops_nothing()
    {
        var reply = Reply.Read("please stop texting me");

        var understood = UnderstoodReply.Of(reply, [], new WestHill().Rules, new DateTime(2026, 2, 2, 9, 0, 0));

        var text = ReceivedText.Of(
            new IncomingText("SM1", Telephone.Parse("07700 900123"), "please stop texting me", reply), understood, patientId: null, "thanks", default);
        Assert.Equal((ReplyOutcome.AsksForNoTexts, null), (text.Outcome, text.HandledAt));
    }
}

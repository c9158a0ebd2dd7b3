using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>What patients type, and what may be made of it without a person.</summary>
public sealed class ReplyTests
{
    private static readonly Gen<string> Between = AnyOf(" ", "-", ". ", ", ", ":", "\n", "  ", " - ", " \u00a0", "\ufe0f\u20e3 ");
    private static readonly Gen<string> Kind = AnyOf("", "", "please", "Thanks", "thx", "Hi", "ok", "x", "👍");

    [Theory]
    [InlineData("1", ReplyWish.Confirm, null)]
    [InlineData(" 1. ", ReplyWish.Confirm, null)]
    [InlineData("1️⃣", ReplyWish.Confirm, null)]
    [InlineData("2", ReplyWish.Cancel, null)]
    [InlineData("1 4821", ReplyWish.Confirm, 4821)]
    [InlineData("1-4821", ReplyWish.Confirm, 4821)]
    [InlineData("14821", ReplyWish.Confirm, 4821)]
    [InlineData("4821 1", ReplyWish.Confirm, 4821)]
    [InlineData("\"1 4821\"", ReplyWish.Confirm, 4821)]
    [InlineData("１ ４８２１", ReplyWish.Confirm, 4821)]
    [InlineData("yes 1 4821", ReplyWish.Confirm, 4821)]
    [InlineData("Yes please, 4821", ReplyWish.Confirm, 4821)]
    [InlineData("Reply 1 code 4821 thank you x", ReplyWish.Confirm, 4821)]
    [InlineData("2 4821", ReplyWish.Cancel, 4821)]
    [InlineData("2 4821 sorry", ReplyWish.Cancel, 4821)]
    [InlineData("cancel 4821", ReplyWish.Cancel, 4821)]
    public void A_choice_is_read_however_it_is_typed(string typed, ReplyWish wish, int? code) =>
        Assert.Equal(new Reply(wish, code), Reply.Read(typed));

    [Theory]
    [InlineData("can i come at 4 instead thx")]
    [InlineData("not 1 4821")]
    [InlineData("1 4821?")]
    [InlineData("1 4821 but can we make it 2")]
    [InlineData("1 or 2")]
    [InlineData("1 2 4821")]
    [InlineData("1 1 4821")]
    [InlineData("1 4821 4822")]
    [InlineData("cancel 1 4821")]
    [InlineData("yes 2 4821")]
    [InlineData("no 1 4821")]
    [InlineData("no 4821")]
    [InlineData("1/12")]
    [InlineData("2pm")]
    [InlineData("2 pm")]
    [InlineData("10821")]
    [InlineData("4821")]
    [InlineData("1 0821")]
    [InlineData("1 4821s")]
    [InlineData("1st 4821")]
    [InlineData("3 4821")]
    [InlineData("-1 482")]
    [InlineData("confirm")]
    [InlineData("ok")]
    [InlineData("👍")]
    [InlineData("𝐧𝐨𝐭 1 4821")]
    [InlineData("stop texting me about my son")]
    [InlineData("STOP?")]
    [InlineData("cancel please")]
    [InlineData("")]
    [InlineData("\ud800")]
    public void What_may_mean_something_else_is_for_a_person(string typed) => Assert.Equal(default, Reply.Read(typed));

    [Theory]
    [InlineData("STOP", ReplyWish.Stop)]
    [InlineData("stop", ReplyWish.Stop)]
    [InlineData(" Stop! ", ReplyWish.Stop)]
    [InlineData("stop all", ReplyWish.Stop)]
    [InlineData("opt-out", ReplyWish.Stop)]
    [InlineData("Unsubscribe", ReplyWish.Stop)]
    [InlineData("END", ReplyWish.Stop)]
    [InlineData("quit", ReplyWish.Stop)]
    [InlineData("revoke", ReplyWish.Stop)]
    [InlineData("start", ReplyWish.Start)]
    [InlineData("UNSTOP", ReplyWish.Start)]
    [InlineData("help", ReplyWish.Help)]
    public void The_words_that_the_network_obeys_are_obeyed_by_us(string typed, ReplyWish wish) =>
        Assert.Equal(new Reply(wish), Reply.Read(typed));

    [Fact]
    public void Cancel_or_yes_alone_is_obeyed_and_may_be_meant_for_the_clinic()
    {
        Assert.Equal(new Reply(ReplyWish.Stop, MayMeanMore: true), Reply.Read("Cancel"));
        Assert.Equal(new Reply(ReplyWish.Start, MayMeanMore: true), Reply.Read("Yes."));
    }

    [Fact]
    public void A_choice_and_a_code_in_any_order_with_anything_kind_around_them_are_read_right() =>
        Gen.Select(Gen.Int[1, 2], Gen.Int[1000, 9999], Gen.Bool, Between, Kind, Kind).Sample((choice, code, codeFirst, between, before, after) =>
        {
            var typed = codeFirst ? $"{before} {code}{between}{choice} {after}" : $"{before} {choice}{between}{code} {after}";

            Assert.Equal(new Reply(choice == 1 ? ReplyWish.Confirm : ReplyWish.Cancel, code), Reply.Read(typed));
        });

    [Fact]
    public void One_word_more_that_is_not_understood_and_a_person_reads_it() =>
        Gen.Select(Gen.Int[1, 2], Gen.Int[1000, 9999], Gen.Int[0, 2], Gen.Char['a', 'z'].Array[4, 9]).Sample((choice, code, where, letters) =>
        {
            var strange = "q" + new string(letters);
            string[] words = where switch
            {
                0 => [strange, $"{choice}", $"{code}"],
                1 => [$"{choice}", strange, $"{code}"],
                _ => [$"{choice}", $"{code}", strange],
            };

            Assert.Equal(default, Reply.Read(string.Join(' ', words)));
        });

    [Fact]
    public void Whatever_is_typed_there_is_an_answer_and_a_code_is_never_made_up() =>
        Gen.String.Sample(typed =>
        {
            var reply = Reply.Read(typed);

            Assert.True(reply.Code is null or (>= 1000 and <= 9999));
            Assert.False(reply.Wish is ReplyWish.Other && reply.Code is not null);
        });

    private static Gen<string> AnyOf(params string[] some) => Gen.Int[0, some.Length - 1].Select(at => some[at]);
}

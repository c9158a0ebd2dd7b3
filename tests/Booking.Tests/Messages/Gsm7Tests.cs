using CsCheck;
using Xunit;

namespace Booking.Tests;

public sealed class Gsm7Tests
{
    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('€', 152, 2)] // 76 in a part: the 77th would be cut in two
    [InlineData('€', 153, 3)]
    [InlineData('ê', 70, 1)]
    [InlineData('ê', 71, 2)]
    [InlineData('ê', 134, 2)]
    [InlineData('ê', 135, 3)]
    public void A_text_is_charged_by_the_part(char letter, int length, int parts) =>
        Assert.Equal(parts, Gsm7.Parts(new string(letter, length)));

    [Fact]
    public void An_emoji_takes_two_places_and_is_not_cut_in_two()
    {
        Assert.Equal(1, Gsm7.Parts(string.Concat(Enumerable.Repeat("🙂", 35))));
        Assert.Equal(2, Gsm7.Parts(string.Concat(Enumerable.Repeat("🙂", 66))));
        Assert.Equal(3, Gsm7.Parts(string.Concat(Enumerable.Repeat("🙂", 67))));
    }

    [Theory]
    [InlineData("Can’t come? “Ring” us – or don‑t…", "Can't come? \"Ring\" us - or don-t...")]
    [InlineData("9:15\u00a0am", "9:15 am")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    public void Curly_signs_become_plain_ones(string curly, string plain)
    {
        Assert.Equal(plain, Gsm7.Fold(curly));
        Assert.True(Gsm7.Holds(Gsm7.Fold(curly)));
    }

    [Theory]
    [InlineData("Zoë")]
    [InlineData("façade")]
    [InlineData("李")]
    public void Letters_are_not_folded_away(string text)
    {
        Assert.Equal(text, Gsm7.Fold(text));
        Assert.False(Gsm7.Holds(text));
    }

    [Fact]
    public void Every_plain_English_character_is_in_the_phone_alphabet() =>
        Assert.True(Gsm7.Holds(string.Concat(Enumerable.Range(32, 95).Select(code => (char)code)).Replace("`", "", StringComparison.Ordinal)));

    [Fact]
    public void A_longer_text_never_has_fewer_parts() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) => Assert.True(Gsm7.Parts(one + other) >= Gsm7.Parts(one)));
}

using CsCheck;
using Xunit;

namespace Booking.Tests;

public sealed class TelephoneTests
{
    [Theory]
    [InlineData("07700 900123")]
    [InlineData("07700-900-123")]
    [InlineData("07700.900.123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900123")]
    [InlineData("+44(0) 7700 900 123")]
    [InlineData("0044 7700 900123")]
    [InlineData("00447700900123")]
    [InlineData("0044 (0) 7700 900123")]
    [InlineData("447700900123")]
    [InlineData("7700900123 ")]
    [InlineData("(07700) 900123")]
    [InlineData("07700\u00a0900\u2011123")]
    [InlineData("\u202a07700 900123\u202c")]
    [InlineData("０７７００９００１２３")]
    public void However_a_mobile_is_typed_it_is_the_same_number(string typed)
    {
        Assert.True(Telephone.TryParse(typed, out var telephone));
        Assert.Equal("+447700900123", telephone.Text);
        Assert.True(telephone.IsTextable);
        Assert.Equal("07700 900123", telephone.Display);
        Assert.Equal("0123", telephone.LastFour);
    }

    [Theory]
    [InlineData("01322 275 402", "+441322275402", "01322 275402")]
    [InlineData("020 7946 0018", "+442079460018", "020 7946 0018")]
    [InlineData("0161 496 0123", "+441614960123", "0161 496 0123")]
    [InlineData("0113 496 0123", "+441134960123", "0113 496 0123")]
    [InlineData("0300 123 4567", "+443001234567", "0300 123 4567")]
    [InlineData("016977 2345", "+44169772345", "01697 72345")]
    [InlineData("070 1234 5678", "+447012345678", "07012 345678")]
    [InlineData("07640 123456", "+447640123456", "07640 123456")]
    [InlineData("+353 87 123 4567", "+353871234567", "+353871234567")]
    [InlineData("001 212 555 0123", "+12125550123", "+12125550123")]
    public void A_landline_a_pager_a_forwarder_and_a_foreign_number_are_telephones_but_not_texted(
        string typed, string text, string display)
    {
        Assert.True(Telephone.TryParse(typed, out var telephone));
        Assert.Equal(text, telephone.Text);
        Assert.Equal(display, telephone.Display);
        Assert.False(telephone.IsTextable);
    }

    [Fact]
    public void An_Isle_of_Man_mobile_is_texted() => Assert.True(Telephone.Parse("07624 412345").IsTextable);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345")]
    [InlineData("07700 90012")]
    [InlineData("07700 9001234")]
    [InlineData("077OO 900123")]
    [InlineData("07700 900123 ext 4")]
    [InlineData("07700 900123, 07700 900124")]
    [InlineData("0+7700900123")]
    [InlineData("++447700900123")]
    [InlineData("+0447700900123")]
    [InlineData("+44")]
    [InlineData("0044 00 1322 27540")]
    [InlineData("+1234567890123456")]
    [InlineData("999")]
    [InlineData("2125550123")]
    [InlineData("07700\n900123")]
    [InlineData("<b>07700900123</b>")]
    public void What_is_not_a_telephone_number_is_refused(string? typed) =>
        Assert.False(Telephone.TryParse(typed, out _));

    [Fact]
    public void A_refusal_does_not_repeat_the_number() =>
        Assert.DoesNotContain("07700", Assert.Throws<FormatException>(() => Telephone.Parse("07700")).Message);

    [Fact]
    public void A_number_reads_back_as_itself_from_its_text_and_from_what_is_shown() =>
        Gen.Char["0123456789"].Array[10].Select(digits => new string(digits)).Sample(digits =>
        {
            if (Telephone.TryParse("0" + digits, out var telephone))
            {
                Assert.Equal(telephone, Telephone.Parse(telephone.Text));
                Assert.Equal(telephone, Telephone.Parse(telephone.Display));
            }
        });

    [Fact]
    public void Nothing_that_is_typed_breaks_the_reading() =>
        Gen.String.Sample(typed => Assert.True(!Telephone.TryParse(typed, out var telephone) || telephone.Text[0] == '+'));
}

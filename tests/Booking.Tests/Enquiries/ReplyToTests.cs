using Xunit;

namespace Booking.Tests;

public sealed class ReplyToTests
{
    [Theory]
    [InlineData("jo@example.com", "mailto:jo%40example.com")]
    [InlineData("  jo.o'brien+clinic@mail.example.co.uk ", "mailto:jo.o%27brien%2Bclinic%40mail.example.co.uk")]
    [InlineData("01322 275 402", "tel:+441322275402")]
    [InlineData("+44 (0)7700 900123", "tel:+447700900123")]
    public void A_question_can_be_answered_by_email_or_by_telephone(string typed, string link)
    {
        Assert.True(ReplyTo.TryParse(typed, out var replyTo));
        Assert.Equal(typed.Trim(), replyTo.Text);
        Assert.Equal(link, replyTo.Link);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ring me")]
    [InlineData("12345")]
    [InlineData("jo@home")]
    [InlineData("jo@example.")]
    [InlineData("jo@@example.com")]
    [InlineData("jo @example.com")]
    [InlineData("Jo <jo@example.com>")]
    [InlineData("\"jo smith\"@example.com")]
    [InlineData("jo@example.com?bcc=everybody@example.com, x")]
    [InlineData("jo@example.com\r\nBcc: everybody@example.com")]
    public void What_is_neither_an_address_nor_a_number_cannot_be_answered(string? typed) =>
        Assert.False(ReplyTo.TryParse(typed, out _));

    [Fact]
    public void An_address_longer_than_any_real_one_is_not_kept() =>
        Assert.False(ReplyTo.TryParse(new string('a', 250) + "@example.com", out _));
}

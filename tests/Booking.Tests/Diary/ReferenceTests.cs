using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>A patient's link is found by the one reference it was made with, and by nothing like it.</summary>
public sealed class ReferenceTests
{
    private static readonly Gen<byte[]> Random = Gen.Byte.Array[Reference.Bytes];

    [Fact]
    public void A_reference_reads_back_as_itself_in_capitals_too() => Random.Sample(bytes =>
    {
        var reference = Reference.From(bytes);

        Assert.Matches("^[0-7][0-9a-hjkmnp-tv-z]{25}$", reference.Text);
        Assert.True(Reference.TryParse(reference.Text, out var read));
        Assert.Equal(reference, read);
        Assert.True(Reference.TryParse(reference.Text.ToUpperInvariant(), out var shouted));
        Assert.Equal(reference.Hash, shouted.Hash);
    });

    [Fact]
    public void Other_bytes_make_another_reference() => Gen.Select(Random, Gen.Int[0, 127]).Sample((bytes, bit) =>
    {
        var other = (byte[])bytes.Clone();
        other[bit / 8] ^= (byte)(1 << (bit % 8));

        Assert.NotEqual(Reference.From(bytes).Text, Reference.From(other).Text);
        Assert.NotEqual(Reference.From(bytes).Hash, Reference.From(other).Hash);
    });

    [Fact]
    public void Every_byte_counts_so_that_nothing_is_cut_off() => Assert.Equal(
        "7zzzzzzzzzzzzzzzzzzzzzzzzz", Reference.From(Enumerable.Repeat((byte)0xff, 16).ToArray()).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0123456789abcdefghjkmnpqr")] // a letter short
    [InlineData("0123456789abcdefghjkmnpqrst")] // a letter long
    [InlineData("i123456789abcdefghjkmnpqrs")]
    [InlineData("l123456789abcdefghjkmnpqrs")]
    [InlineData("o123456789abcdefghjkmnpqrs")]
    [InlineData("u123456789abcdefghjkmnpqrs")]
    [InlineData("0123456789abcdefghjkmnpqr ")]
    [InlineData("0123456789abcdefghjkmnpqr-")]
    public void What_is_no_reference_opens_nothing(string? text) => Assert.False(Reference.TryParse(text, out _));

    [Fact]
    public void A_reference_is_made_of_sixteen_bytes_and_no_fewer() =>
        Assert.Throws<ArgumentException>(() => Reference.From(new byte[15]));

    [Fact]
    public void A_reference_that_slips_into_a_log_does_not_say_itself() => Random.Sample(bytes =>
        Assert.DoesNotContain(Reference.From(bytes).Text, $"{Reference.From(bytes)}", StringComparison.Ordinal));
}

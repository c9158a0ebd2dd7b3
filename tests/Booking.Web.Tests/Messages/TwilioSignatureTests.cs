using Microsoft.Extensions.Primitives;
using Xunit;

namespace Booking.Web.Tests;

public sealed class TwilioSignatureTests
{
    private const string Token = "12345";

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://example.com/myapp.php?foo=1&bar=2", "+14158675310", "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    public void The_providers_own_examples_are_right(string url, string caller, string signature)
    {
        Assert.True(TwilioSignature.IsRight(new(url), Call(caller), signature, Token));
        Assert.True(TwilioSignature.IsRight(new(url), Call(caller), signature, "the old one", Token));
        Assert.True(TwilioSignature.IsRight(new(url), Call(caller), signature, Token, null));
    }

    [Fact]
    public void A_seal_on_anything_else_is_wrong()
    {
        var url = new Uri("https://mycompany.com/myapp.php?foo=1&bar=2");
        const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

        Assert.False(TwilioSignature.IsRight(url, Call("+14158675310"), Signature, Token));
        Assert.False(TwilioSignature.IsRight(new("https://mycompany.com/myapp.php?foo=1&bar=3"), Call("+14158675309"), Signature, Token));
        Assert.False(TwilioSignature.IsRight(url, Call("+14158675309"), Signature, "54321"));
        Assert.False(TwilioSignature.IsRight(url, Call("+14158675309"), "", Token));
        Assert.False(TwilioSignature.IsRight(url, Call("+14158675309"), "rsOYDt4T1cUTdK1PDd93/VVr8B8=", Token));
    }

    [Fact]
    public void Without_a_token_of_our_own_nothing_is_right() =>
        Assert.False(TwilioSignature.IsRight(
            new("https://example.com/"), [], TwilioSignature.Make(new("https://example.com/"), [], ""), null, ""));

    [Fact]
    public void A_name_that_comes_twice_is_refused_even_under_a_right_seal()
    {
        var url = new Uri("https://example.com/");
        var seal = TwilioSignature.Make(url, [new("A", "12")], Token);

        Assert.True(TwilioSignature.IsRight(url, [new("A", "12")], seal, Token));
        Assert.False(TwilioSignature.IsRight(url, [new("A", new StringValues(["1", "2"]))], seal, Token));
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> Call(string caller) =>
    [
        new("To", "+18005551212"),
        new("CallSid", "CA1234567890ABCDE"),
        new("From", caller),
        new("Caller", caller),
        new("Digits", "1234"),
    ];
}

using Microsoft.AspNetCore.Http;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The server of the tests holds every request against the provider's own description; here is proof that it bites.</summary>
public sealed class TwilioContractTests
{
    [Fact]
    public void A_request_that_the_provider_would_not_understand_is_found_out()
    {
        if (TwilioContract.Instance is not { } contract)
        {
            Assert.Skip(TwilioContract.WhyNot);
            return;
        }

        Assert.Empty(Problems(contract, ("To", "+447700900123"), ("From", "+447700900999"), ("Body", "Hello"), ("ValidityPeriod", "60")));
        Assert.Equal(
            [
                "To is missing.",
                "ValidityPeriod is not a number.",
                "StatusCallback is not an absolute address.",
                "MessagingServiceSid does not look as it should.",
                "From is not in E.164.",
                "Text is not in the description.",
                "One sender is wanted.",
            ],
            Problems(
                contract,
                ("ValidityPeriod", "1h"),
                ("StatusCallback", "webhooks"),
                ("MessagingServiceSid", "SM1"),
                ("From", "07700900123"),
                ("Text", "Hello")));
    }

    private static IEnumerable<string> Problems(TwilioContract contract, params (string Name, string Value)[] form) =>
        contract.Problems(
            new DefaultHttpContext().Request,
            new FormCollection(form.ToDictionary(field => field.Name, field => new Microsoft.Extensions.Primitives.StringValues(field.Value))));
}

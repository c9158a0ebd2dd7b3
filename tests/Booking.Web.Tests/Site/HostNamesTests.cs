using System.Net;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The site answers to its own name, and to whoever looks after it on its own machine.</summary>
public sealed class HostNamesTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Theory]
    [InlineData("westhill.example", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("westhill.example.elsewhere.example", HttpStatusCode.BadRequest)]
    public async Task A_request_for_another_name_is_turned_away(string host, HttpStatusCode status)
    {
        using var visitor = Clinic.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = host;

        using var answer = await visitor.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }
}

using System.Net;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic that the tests visit is the real one, but for its clock.</summary>
public sealed class RunningClinicTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_visitor_finds_the_clinic_open()
    {
        using var visitor = clinic.Visit();

        var home = await visitor.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("West Hill Physiotherapy", home.Text, StringComparison.Ordinal);
    }
}

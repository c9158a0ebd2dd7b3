using Booking.Tests;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The site runs beside others of its kind, and dies when it is killed.</summary>
[Trait(TheSuite.Repeats, TheSuite.Never)]
public sealed class ClinicProcessTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Two_sites_run_side_by_side_and_one_outlives_the_other()
    {
        await using var one = await ClinicProcess.StartAsync(database);
        await using var other = await ClinicProcess.StartAsync(database);
        using var patientOfOne = one.Visit();
        using var patientOfOther = other.Visit();
        await patientOfOne.OpenAsync("/");

        one.Kill();

        await Assert.ThrowsAsync<HttpRequestException>(() => patientOfOne.OpenAsync("/"));
        await patientOfOther.OpenAsync("/");
    }

    [Theory]
    [InlineData("Clinic:PublicBaseUrl", "", "PublicBaseUrl")]
    [InlineData("Clinic:PublicBaseUrl", "clinic.example", "PublicBaseUrl must be a whole address")]
    [InlineData("Clinic:PublicBaseUrl", "localhost:5080", "PublicBaseUrl must be a whole address")]
    [InlineData("Proxy:Addresses:0", "proxy.example", "Proxy:Addresses")]
    public async Task A_site_that_cannot_start_says_why(string setting, string value, string named)
    {
        var trouble = await Assert.ThrowsAsync<InvalidOperationException>(() => ClinicProcess.StartAsync(database, (setting, value)));

        Assert.Contains(named, trouble.Message, StringComparison.Ordinal);
    }
}

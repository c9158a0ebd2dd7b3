using Booking.Tests;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The site runs beside others of its kind, and dies when it is killed.</summary>
[Trait(TheSuite.Repeats, TheSuite.Never)]
public sealed class ClinicProcessTests
{
    [Fact]
    public async Task Two_sites_run_side_by_side_and_one_outlives_the_other()
    {
        await using var one = await ClinicProcess.StartAsync();
        await using var other = await ClinicProcess.StartAsync();
        using var patientOfOne = one.CreateClient();
        using var patientOfOther = other.CreateClient();
        await patientOfOne.GetAsync("/");

        one.Kill();

        await Assert.ThrowsAsync<HttpRequestException>(() => patientOfOne.GetAsync("/"));
        await patientOfOther.GetAsync("/");
    }

    [Fact]
    public async Task A_site_that_cannot_start_says_why()
    {
        await using var first = await ClinicProcess.StartAsync();

        var trouble = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ClinicProcess.StartAsync(("Kestrel:Endpoints:Taken:Url", first.Address.AbsoluteUri)));

        Assert.Contains("address already in use", trouble.Message, StringComparison.Ordinal);
    }
}

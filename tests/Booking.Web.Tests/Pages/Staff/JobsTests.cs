using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Who may see what ran by itself, and when: administrators, wherever they seem to come from.</summary>
public sealed class JobsTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Jobs = "/staff/jobs";

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "::1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task Whoever_says_that_they_come_from_this_machine_has_to_sign_in_like_anybody(string header, string value)
    {
        using var stranger = clinic.Visit();
        await AssertSignInAsync(stranger, header, value);
    }

    [Fact]
    public async Task Behind_a_proxy_on_this_machine_nobody_is_taken_for_this_machine()
    {
        await using var behind = new StaffedClinic();
        behind.Settings.Add(("Proxy:Addresses:0", "127.0.0.1"));
        using var stranger = behind.VisitFromTheWaitingRoom();
        await AssertSignInAsync(stranger, "X-Forwarded-For", "127.0.0.1");
        await AssertSignInAsync(stranger, "X-Forwarded-For", "203.0.113.9, 127.0.0.1");
    }

    [Theory]
    [InlineData(StaffRole.Receptionist)]
    [InlineData(StaffRole.Practitioner)]
    public async Task Others_who_work_here_may_not_see_it(StaffRole role)
    {
        using var desk = await clinic.SignInAsync(role);
        using var answer = await desk.Client.GetAsync(new Uri(Jobs + "/recurring", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Administrators_see_it_under_the_same_strict_rules_for_the_browser_and_can_only_look()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);

        using var answer = await boss.Client.GetAsync(new Uri(Jobs + "/recurring", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        using var trigger = await boss.Client.PostAsync(
            new Uri(Jobs + "/recurring/trigger", UriKind.Relative), new FormUrlEncodedContent([new("jobs[]", "texts")]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("MessageSweep.RunAsync", page, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("font-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Data Source", page, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.NoContent, trigger.StatusCode);
        Assert.False(trigger.IsSuccessStatusCode);
    }

    [Fact]
    public async Task No_other_page_brings_a_font()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        using var answer = await boss.Client.GetAsync(new Uri("/staff/settings", UriKind.Relative));

        Assert.DoesNotContain("font-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task AssertSignInAsync(Visitor stranger, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Jobs);
        request.Headers.Add(header, value);
        using var answer = await stranger.Client.SendAsync(request);
        Assert.Equal("/staff/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }
}

using System.Net;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic's own pages: what a patient reads before they book.</summary>
public sealed class SitePagesTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    public static readonly TheoryData<string> Pages =
        ["/", "/sciatica", "/sports-injuries", "/acupuncture", "/physiotherapy", "/contact", "/contact/thanks", "/privacy", "/accessibility", "/book"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_the_clinic_s_telephone_address_and_map(string address)
    {
        using var visitor = clinic.Visit();

        var page = await visitor.OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("en-GB", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("West Hill Physiotherapy", page.Document.Title, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("01322 275 402", page.Document.QuerySelector("header a[href='tel:+441322275402']")!.TextContent);
        var foot = page.Document.QuerySelector("footer")!;
        Assert.Contains("Tower Road", foot.TextContent, StringComparison.Ordinal);
        Assert.Contains("DA1 2EU", foot.TextContent, StringComparison.Ordinal);
        Assert.Equal("See map", foot.QuerySelector("a[href*=maps]")!.TextContent);
        Assert.NotNull(foot.QuerySelector("a[href='mailto:info@westhillphysio.co.uk']"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_browser_runs_nothing_but_our_own_files(string address)
    {
        using var client = clinic.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        using var visitor = clinic.Visit();
        var page = (await visitor.OpenAsync(address)).Document;
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sciatica")]
    [InlineData("sports-injuries")]
    [InlineData("acupuncture")]
    [InlineData("physiotherapy")]
    public async Task A_service_s_page_leads_to_booking_that_service(string service)
    {
        using var visitor = clinic.Visit();
        var page = await visitor.OpenAsync("/" + service);

        var booking = await visitor.FollowAsync(page, "Book an appointment");

        Assert.Equal($"/book?service={service}", booking.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, booking.Status);
    }

    [Theory]
    [InlineData("unsteady on your feet")]
    [InlineData("walk in a different way")]
    [InlineData("numbness is getting worse")]
    [InlineData("cannot hold it in")]
    [InlineData("hard to start to pee")]
    [InlineData("bladder is full")]
    [InlineData("between your legs")]
    [InlineData("during sex")]
    [InlineData("Both legs")]
    public async Task The_sciatica_page_names_every_sign_that_needs_help_at_once(string sign)
    {
        using var visitor = clinic.Visit();

        var warning = (await visitor.OpenAsync("/sciatica")).Document.QuerySelector(".emergency")!;

        Assert.Contains(sign, warning.TextContent, StringComparison.Ordinal);
        Assert.Equal(["tel:999", "tel:111"], warning.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("A&E", warning.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("01322", warning.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_link_of_the_menus_leads_nowhere()
    {
        using var visitor = clinic.Visit();
        var home = await visitor.OpenAsync("/");

        foreach (var link in home.Document.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct())
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync(link)).Status);
        }
    }
}

using System.Net;
using Booking.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whoever asks a page for something that it cannot do is told that there is no such thing.</summary>
public sealed class UnknownActionTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task No_page_is_shown_for_what_it_cannot_do()
    {
        using var head = await clinic.SignInAsync(StaffRole.Administrator);
        var shown = new List<string>();
        foreach (var page in Pages())
        {
            using var answer = await head.Client.GetAsync(new Uri($"{page}?handler=Nonsense", UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                shown.Add($"{page}: {answer.StatusCode}");
            }
        }

        Assert.Empty(shown);
    }

    [Theory]
    [InlineData("TRACE", "/book")]
    [InlineData("TRACE", "/book/sports-injury")]
    [InlineData("TRACE", "/book/emergency")]
    [InlineData("TRACE", "/contact")]
    public async Task A_verb_that_no_page_knows_is_answered_as_such(string verb, string address)
    {
        using var visitor = clinic.Visit();
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(address, UriKind.Relative));

        using var answer = await visitor.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("POST", answer.Content.Headers.Allow);
        Assert.Contains("That did not work", (await Page.ReadAsync(answer)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff/diary/change?handler=Nonsense")]
    [InlineData("/staff/diary/change")]
    [InlineData("/staff/appointment/{0}?handler=Nonsense")]
    [InlineData("/staff/appointment/{0}")]
    public async Task Nothing_can_be_sent_to_a_page_that_does_nothing_with_it(string address)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Sent Sonja", new(9, 0));

        using var answer = await desk.AskAsync(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, address, booked.Id),
            await desk.TokenAsync(),
            ("Version", "1"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, (await clinic.ReadAsync(booked.Id))!.Version);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Whoever_comes_back_to_the_address_of_a_form_sees_its_page()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Back Beate", new(10, 0));

        var page = await desk.OpenAsync($"/staff/appointment/{booked.Id}?handler=Move");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Back Beate", page.Text, StringComparison.Ordinal);
        await clinic.TidyAsync(booked);
    }

    // All that stand at an address of their own; the error page answers in place of others, whatever they were asked.
    private IEnumerable<string> Pages() => clinic.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: not "/Error" })
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(route => !route.Contains('{', StringComparison.Ordinal))
        .Append("/staff/day/2026-11-24")
        .Append("/staff/diary/2026-11-24")
        .Append("/book/sports-injury")
        .Distinct();
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whatever goes wrong, a person reads what to do and finds the clinic's number.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly RunningClinic _clinic = new();
    private readonly Visitor _visitor;

    public ErrorTests() => _visitor = _clinic.Visit();

    public void Dispose()
    {
        _visitor.Dispose();
        _clinic.Dispose();
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/sciatica/more")]
    [InlineData("/appointment/aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task An_address_that_leads_nowhere_says_so_kindly(string address)
    {
        var page = await _visitor.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("We can't find that page", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='tel:+441322275402']"));
    }

    [Theory]
    [InlineData("/staff/no-such-page")]
    [InlineData("/staff/diary/2026-11-24/more")]
    public async Task An_address_of_the_staffs_that_leads_nowhere_has_ways_back_for_staff_and_nothing_for_patients(string address)
    {
        var page = await _visitor.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("There is no such page", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["/staff/diary", "/staff/patients", "/staff/inbox"],
            page.Document.QuerySelectorAll("main .actions a").Select(link => link.GetAttribute("href")));
        Assert.Null(page.Document.QuerySelector("footer"));
    }

    [Fact]
    public async Task When_the_database_is_gone_patients_are_told_to_try_again_or_ring_and_never_that_nothing_is_free()
    {
        await using var database = _clinic.Database.Open();
        await _visitor.OpenAsync("/book");
        await database.Database.ExecuteSqlRawAsync("DROP TABLE ReminderLeads; DROP TABLE BookingRules");

        foreach (var address in new[] { "/book", "/book/sports-injury" })
        {
            var page = await _visitor.OpenAsync(address);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("Please try again in a few minutes, or ring us", page.Text, StringComparison.Ordinal);
            Assert.Contains("01322 275 402", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_page_is_never_kept_by_a_cache()
    {
        using var answer = await _visitor.Client.GetAsync(new Uri("/no-such-page", UriKind.Relative));

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}

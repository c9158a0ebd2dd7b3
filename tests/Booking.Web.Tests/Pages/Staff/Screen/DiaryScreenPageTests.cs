using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The page of the diary's screen, before any script has run.</summary>
public sealed class DiaryScreenPageTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task Whoever_signs_in_comes_to_the_diary_of_today_and_finds_the_list_from_there()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var page = await desk.OpenAsync("/staff");

        Assert.Equal("/staff/diary/2026-11-23", page.Address.AbsolutePath);
        Assert.Contains("This screen needs JavaScript", page.Document.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("/staff/day/2026-11-23", (await desk.FollowAsync(page, "List")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("/staff/diary/2026-02-30")]
    [InlineData("/staff/diary/someday")]
    [InlineData("/staff/diary/2026-11-24?view=week&with=nobody")]
    public async Task What_is_no_day_or_nobodys_is_not_found(string address)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(address)).Status);
    }
}

using System.Security.Cryptography;
using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>A time that somebody online has stopped typing for is free on the diary's screen as soon as it is free.</summary>
public sealed class DiaryHoldTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private static readonly DateOnly Wednesday = new(2026, 12, 2);

    [Fact]
    public async Task A_hold_that_lapses_fades_by_itself_and_long_before_the_next_reading()
    {
        await HoldAsync(TimeSpan.FromSeconds(25));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.OpenDiaryAsync("/staff/diary/2026-12-02");
        var readings = 0;
        page.Request += (_, request) => readings += request.Url.Contains("/staff/diary/data", StringComparison.Ordinal) ? 1 : 0;
        await Assertions.Expect(page.GetByText("Being booked online").First).ToBeAttachedAsync();

        await page.Clock.FastForwardAsync("00:26"); // the screen reads anew each minute

        await Assertions.Expect(page.GetByText("Being booked online")).ToHaveCountAsync(0);

        Assert.Equal(0, readings);
        window.AssertNothingWentWrong();
    }

    private Task<int> HoldAsync(TimeSpan lasts) => clinic.RememberAsync(async context =>
    {
        var now = clinic.Clock.UtcNow();
        context.Add(new Hold
        {
            ReferenceHash = RandomNumberGenerator.GetBytes(Reference.HashBytes),
            Visitor = RandomNumberGenerator.GetBytes(Reference.HashBytes),
            TreatmentId = await context.Treatments.Where(t => t.Slug == "sports-injury").Select(t => t.Id).SingleAsync(),
            PractitionerId = await context.Practitioners.Where(p => p.Slug == "amy-patel").Select(p => p.Id).SingleAsync(),
            RoomId = null,
            Date = Wednesday,
            Start = new(9, 0),
            Minutes = 45,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = now,
            Expires = now + lasts,
        });
        await context.ChangeDatesAsync([Wednesday], default);
        return await context.SaveChangesAsync();
    });
}

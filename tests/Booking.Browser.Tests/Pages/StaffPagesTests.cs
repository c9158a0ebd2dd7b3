using Booking.Data;
using Booking.Web.Tests;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Each page of the staff's that no other test opens in a browser, on a phone and at a desk.</summary>
public sealed class StaffPagesTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Theory]
    [InlineData("/staff/account")]
    [InlineData("/staff/enquiries")]
    [InlineData("/staff/people")]
    [InlineData("/staff/people/1")]
    [InlineData("/staff/people/invite")]
    [InlineData("/staff/safety-questions")]
    [InlineData("/staff/settings/reminders")]
    [InlineData("/staff/texts")]
    [InlineData("/staff/waiting")]
    [InlineData("/staff/waiting/add")]
    [InlineData("/staff/nowhere")]
    public async Task A_page_has_no_barrier_fits_the_screen_and_keeps_to_its_security_policy(string address)
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk, StaffRole.Administrator);
        await LooksRightAsync(window, address, address.Trim('/').Replace('/', '-'));
    }

    [Fact]
    public async Task An_appointments_own_page_has_no_barrier_and_fits_the_screen()
    {
        var booked = await clinic.BookAsync("Page Paula", new(11, 0), "07700 900581");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        await LooksRightAsync(window, $"/staff/appointment/{booked.Id}", "staff-appointment");
        await clinic.TidyAsync(booked);
    }

    // Signed in once for all three: whoever signs in again and again is told to wait.
    private static async Task LooksRightAsync(Window window, string address, string picture)
    {
        foreach (var screen in new[] { Screen.Narrow, Screen.Phone, Screen.Desk })
        {
            await window.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await window.Page.GotoAsync(address);
            await window.PhotographAsync($"{picture}-at-{screen.Width}");
            await window.AssertFitsAcrossAsync();
            await window.AssertNoBarrierAsync();
        }

        window.AssertNothingWentWrong();
    }
}

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
        foreach (var screen in new[] { Screen.Narrow, Screen.Phone, Screen.Desk })
        {
            await using var window = await chromium.AtTheDeskAsync(clinic, screen, StaffRole.Administrator);

            await window.Page.GotoAsync(address);

            await window.PhotographAsync(address.Trim('/').Replace('/', '-'));
            await window.AssertFitsAcrossAsync();
            await window.AssertNoBarrierAsync();
            window.AssertNothingWentWrong();
        }
    }

    [Fact]
    public async Task An_appointments_own_page_has_no_barrier_and_fits_the_screen()
    {
        var booked = await clinic.BookAsync("Page Paula", new(11, 0), "07700 900581");
        foreach (var screen in new[] { Screen.Narrow, Screen.Phone, Screen.Desk })
        {
            await using var window = await chromium.AtTheDeskAsync(clinic, screen);

            await window.Page.GotoAsync($"/staff/appointment/{booked.Id}");

            await window.PhotographAsync("staff-appointment");
            await window.AssertFitsAcrossAsync();
            await window.AssertNoBarrierAsync();
            window.AssertNothingWentWrong();
        }

        await clinic.TidyAsync(booked);
    }
}

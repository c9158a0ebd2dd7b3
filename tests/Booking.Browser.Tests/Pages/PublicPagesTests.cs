using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Each page that a stranger may open, on a phone and at a desk, by day and by night.</summary>
public sealed class PublicPagesTests(Chromium chromium, RunningClinic clinic) : IClassFixture<RunningClinic>
{
    public static TheoryData<string> Addresses { get; } =
    [
        "/", "/sciatica", "/sports-injuries", "/acupuncture", "/physiotherapy", "/privacy", "/accessibility", "/nowhere",
        "/book", "/book/sciatica-first-visit/check", "/book/emergency", "/book/acupuncture",
        "/contact", "/contact/thanks", "/staff/sign-in",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_has_no_barrier_fits_the_screen_and_keeps_to_its_security_policy(string address)
    {
        await LooksRightAsync(address, Screen.Narrow, ColorScheme.Light);
        await LooksRightAsync(address, Screen.Phone, ColorScheme.Dark);
        await LooksRightAsync(address, Screen.Desk, ColorScheme.Light);
    }

    private async Task LooksRightAsync(string address, Screen screen, ColorScheme light)
    {
        await using var window = await chromium.OpenAsync(clinic.Address, screen);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = light });

        await window.Page.GotoAsync(address);

        await window.PhotographAsync(NameOf(address));
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
        window.AssertNothingWentWrong();
    }

    private static string NameOf(string address) => address == "/" ? "home" : address.Trim('/').Replace('/', '-');
}

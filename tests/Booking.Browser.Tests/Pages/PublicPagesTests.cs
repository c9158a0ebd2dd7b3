using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Each page that a stranger may open, on a phone and at a desk, by day and by night.</summary>
public sealed class PublicPagesTests(Chromium chromium, ListeningClinic clinic) : IClassFixture<ListeningClinic>
{
    public static TheoryData<string> Addresses { get; } =
    [
        "/", "/sciatica", "/sports-injuries", "/acupuncture", "/physiotherapy", "/privacy", "/accessibility", "/nowhere",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_has_no_barrier_and_fits_on_every_screen(string address)
    {
        foreach (var screen in new[] { Screen.Narrow, Screen.Phone, Screen.Desk })
        {
            await using var window = await chromium.OpenAsync(clinic.Address, screen);
            foreach (var light in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = light });
                await window.Page.GotoAsync(address);

                await window.PhotographAsync($"{NameOf(address)}-{light}");
                await window.AssertFitsAcrossAsync();
                await window.AssertNoBarrierAsync();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_keeps_to_its_own_security_policy(string address)
    {
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);

        await window.Page.GotoAsync(address);

        window.AssertNothingWentWrong();
    }

    private static string NameOf(string address) => address == "/" ? "home" : address.Trim('/').Replace('/', '-');
}

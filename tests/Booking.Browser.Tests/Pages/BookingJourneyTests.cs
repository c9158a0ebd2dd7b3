using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>A patient in pain, with one hand on a phone or at a desk, with JavaScript or without.</summary>
public sealed class BookingJourneyTests(Chromium chromium, RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Mobile = "07700 900 123";

    public static TheoryData<Screen, bool> Windows { get; } = new()
    {
        { Screen.Phone, true },
        { Screen.Phone, false },
        { Screen.Desk, true },
        { Screen.Desk, false },
        { Screen.Narrow, false },
        { Screen.Magnified, false },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_patient_with_sciatica_books_from_the_front_page_looks_at_it_and_cancels(Screen screen, bool javaScript)
    {
        await using var window = await chromium.OpenAsync(clinic.Address, screen, javaScript);
        var page = window.Page;

        await page.GotoAsync("/sciatica");
        await page.GetByRole(AriaRole.Main).Locator("a[href^='/book']").First.ClickAsync();
        await SeesAsync("treatments");
        await page.GetByRole(AriaRole.Link, new() { Name = "first visit" }).ClickAsync();
        await SeesAsync("safety");
        await page.GetByLabel("None of these").CheckAsync();
        await PressAsync("Continue");
        await SeesAsync("times");
        await page.Locator("button.time").First.ClickAsync();
        await SeesAsync("details");
        await PressAsync("Book this appointment");
        await SeesAsync("details-wrong");
        await page.GetByLabel("Full name").FillAsync("Siobhán O'Brien-D’Arcy");
        await page.GetByLabel("Mobile number").FillAsync(Mobile);
        await PressAsync("Book this appointment");
        await SeesAsync("booked");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are booked" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Siobhán O'Brien-D’Arcy")).ToBeVisibleAsync();

        await page.GetByText("Cancel this appointment").ClickAsync();
        await PressAsync("Yes, cancel it");
        await SeesAsync("cancelled");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This appointment is cancelled" })).ToBeVisibleAsync();
        window.AssertNothingWentWrong();

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        Task SeesAsync(string name) => LooksRightAsync(window, javaScript ? name : $"{name}-without-script", javaScript);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1440, 900)]
    public async Task A_patient_moves_an_appointment_to_another_time(int width, int height)
    {
        await using var window = await chromium.OpenAsync(clinic.Address, new Screen(width, height));
        var page = window.Page;
        await page.GotoAsync("/book/sports-injury");
        await page.GetByRole(AriaRole.Link, new() { Name = "Later dates" }).ClickAsync();
        await page.Locator("button.time").First.ClickAsync();
        await page.GetByLabel("Full name").FillAsync("Jo Mover");
        await page.GetByLabel("Mobile number").FillAsync($"07700 90{width:0000}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book this appointment" }).ClickAsync();
        var before = await page.Locator(".when").InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Move to another time" }).ClickAsync();
        await LooksRightAsync(window, "move", axe: true);
        await page.Locator("button.time").Nth(3).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are booked" })).ToBeVisibleAsync();
        Assert.NotEqual(before, await page.Locator(".when").InnerTextAsync());
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task Whoever_has_the_link_needs_the_last_four_digits_to_see_more_than_the_time()
    {
        await using var patient = await chromium.OpenAsync(clinic.Address, Screen.Phone);
        await patient.Page.GotoAsync("/book/acupuncture");
        await patient.Page.Locator("button.time").First.ClickAsync();
        await patient.Page.GetByLabel("Full name").FillAsync("Jo Smith");
        await patient.Page.GetByLabel("Mobile number").FillAsync(Mobile);
        await patient.Page.GetByRole(AriaRole.Button, new() { Name = "Book this appointment" }).ClickAsync();
        await patient.Page.ArriveAsync("**/appointment/**");
        var link = patient.Page.Url;

        await using var other = await chromium.OpenAsync(clinic.Address, Screen.Phone);
        await other.Page.GotoAsync(link);
        await LooksRightAsync(other, "locked", axe: true);
        await Assertions.Expect(other.Page.GetByText("Smith")).ToHaveCountAsync(0);
        await other.Page.GetByLabel("Last four digits").FillAsync("0123");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Show my appointment" }).ClickAsync();

        await Assertions.Expect(other.Page.GetByText("Jo Smith")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_yes_to_the_safety_questions_leads_to_the_emergency_advice_and_no_further()
    {
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Phone);
        await window.Page.GotoAsync("/book/sciatica-first-visit");
        await window.Page.GetByLabel("Yes, one or more").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await LooksRightAsync(window, "emergency", axe: true);

        await window.Page.GotoAsync("/book/sciatica-first-visit");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Get medical help now" })).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("button.time")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_patient_books_with_the_keyboard_alone()
    {
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);
        var page = window.Page;
        await page.GotoAsync("/book/sports-injury");

        await TabToAsync("button.time");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/book/details/**");
        await TabToAsync("[name='Input.FullName']");
        await page.Keyboard.TypeAsync("Zoë Li");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("07700900456");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/appointment/**");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are booked" })).ToBeVisibleAsync();

        async Task TabToAsync(string target)
        {
            for (var presses = 0; presses < 40; presses++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>("target => document.activeElement.matches(target)", target))
                {
                    return;
                }
            }

            Assert.Fail($"{target} is not reached by Tab.");
        }
    }

    [Fact]
    public async Task A_mistake_is_announced_and_leads_to_its_field()
    {
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Phone);
        var page = window.Page;
        await page.GotoAsync("/book/sports-injury");
        await page.Locator("button.time").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Book this appointment" }).PressAsync("Enter");

        await Assertions.Expect(page).ToHaveTitleAsync("Error: Your details - West Hill Physiotherapy");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Full name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_patient_whose_phone_is_in_Athens_reads_the_time_in_Dartford()
    {
        await using var athens = await chromium.OpenAsync(clinic.Address, Screen.Phone, timeZone: "Europe/Athens");
        var page = athens.Page;
        await page.GotoAsync("/book/sports-injury?when=Evening");
        await Assertions.Expect(page.GetByText("Times are UK time.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "7:00pm" }).First.ClickAsync();
        await page.GetByLabel("Full name").FillAsync("Eleni Papadaki");
        await page.GetByLabel("Mobile number").FillAsync("07700 900789");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book this appointment" }).ClickAsync();

        await Assertions.Expect(page.Locator(".when")).ToHaveTextAsync("Monday 23 November 20267:00pm");
    }

    private static async Task LooksRightAsync(Window window, string name, bool axe)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        if (axe)
        {
            await window.AssertNoBarrierAsync();
        }
    }
}

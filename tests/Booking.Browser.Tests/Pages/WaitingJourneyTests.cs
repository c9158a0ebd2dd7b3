using System.Security.Cryptography;
using Booking.Data;
using Booking.Web;
using Booking.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>A cancellation is filled from the waiting list: on a phone and at a desk, before the eyes of reception.</summary>
public sealed class WaitingJourneyTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Theory]
    [InlineData(390, 844, "2026-11-25")]
    [InlineData(1440, 900, "2026-11-26")]
    public async Task A_cancellation_fills_from_the_waiting_list(int width, int height, string day)
    {
        var screen = new Screen(width, height);
        clinic.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var evening = await FillEveningAsync(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        await using var window = await chromium.OpenAsync(clinic.Address, screen);
        var page = window.Page;

        await page.GotoAsync($"/book/sports-injury?with=ella-frost&when=Evening&from={day}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Join the waiting list" }).First.ClickAsync();
        await LooksRightAsync(window, "waiting-join");
        await page.GetByLabel("Ella Frost").CheckAsync();
        await page.GetByLabel("Evening, from 5pm").CheckAsync();
        await page.GetByLabel("From (optional)").FillAsync(day);
        await page.GetByLabel("Until (optional)").FillAsync(day);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join the waiting list" }).ClickAsync();
        await LooksRightAsync(window, "waiting-join-wrong");
        await page.GetByLabel("Full name").FillAsync("Willa Waits");
        await page.GetByLabel("Mobile number").FillAsync($"07700 90{width:0000}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join the waiting list" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are on the waiting list" })).ToBeVisibleAsync();
        await LooksRightAsync(window, "waiting-joined");
        await page.GotoAsync("/demo/phone");
        var link = page.Locator("details").Filter(new() { HasText = $"07700 90{width:0000}" })
            .Locator(".bubble").Filter(new() { HasText = "you are on our waiting list" });
        await Assertions.Expect(link).ToHaveCountAsync(1);
        await page.GotoAsync((await link.Locator("a").GetAttributeAsync("href"))!);
        await page.GetByText("Change when you can come").ClickAsync();
        await LooksRightAsync(window, "waiting-place");

        await using var desk = await chromium.AtTheDeskAsync(clinic, screen);
        await desk.Page.GotoAsync("/staff/waiting");
        await LooksRightAsync(desk, "waiting-staff-nothing-offered");
        await desk.Page.GetByText("Offer the times of a day").ClickAsync();
        await LooksRightAsync(desk, "waiting-staff-day");
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await clinic.TidyAsync(evening);
        clinic.Clock.Advance(TimeSpan.FromMinutes(2)); // it can no longer be undone
        await clinic.Services.GetRequiredService<WaitingRound>().RunAsync(default);

        await page.GotoAsync("/demo/phone");
        var text = page.Locator(".bubble").Filter(new() { HasText = $"{evening.Date.Said()} at 5:30pm has come free" });
        await Assertions.Expect(text).ToHaveCountAsync(1);
        await desk.Page.ReloadAsync();
        await LooksRightAsync(desk, "waiting-staff-offered");
        await desk.Page.GotoAsync($"/staff/diary/{day}");
        await Assertions.Expect(desk.Page.GetByText("Kept for an offer until").First).ToBeVisibleAsync();
        await desk.PhotographAsync("waiting-staff-diary");
        await page.GotoAsync((await text.Locator("a").GetAttributeAsync("href"))!);
        await LooksRightAsync(window, "waiting-offer");
        await page.GetByRole(AriaRole.Button, new() { Name = "No thanks" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You said no to this time" })).ToBeVisibleAsync();
        await LooksRightAsync(window, "waiting-declined");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, book it for me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are booked" })).ToBeVisibleAsync();
        await LooksRightAsync(window, "waiting-booked");
        await page.GetByRole(AriaRole.Button, new() { Name = "See, move or cancel it" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Last four digits of your mobile number")).ToBeVisibleAsync();

        await desk.Page.GotoAsync($"/staff/day/{day}");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Willa Waits" })).ToBeVisibleAsync();
        await desk.Page.GotoAsync("/staff/waiting?past=true");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Willa Waits" }).First.ClickAsync();
        await LooksRightAsync(desk, "waiting-staff-place");
        window.AssertNothingWentWrong();
        desk.AssertNothingWentWrong();
    }

    [Fact]
    public async Task Reception_puts_a_patient_on_the_list_and_offers_a_time_by_hand()
    {
        clinic.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var visit = await clinic.BookAsync("Una Under", new DateOnly(2026, 12, 10), new(9, 0), "07700 900888");
        await using var desk = await chromium.AtTheDeskAsync(clinic, Screen.Phone, javaScript: false);
        var page = desk.Page;
        await page.GotoAsync($"/staff/patients/{visit.PatientId}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Put on the waiting list" }).ClickAsync();
        await page.GetByLabel("Treatment").SelectOptionAsync("sports-injury");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose" }).ClickAsync();
        await page.GetByLabel("only what is earlier").CheckAsync();
        await page.GetByLabel("Sunday").CheckAsync(); // nothing suits by itself
        await desk.PhotographAsync("waiting-staff-add");
        await desk.AssertFitsAcrossAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put on the list" }).ClickAsync();
        await page.Locator("button.time").First.ClickAsync();

        await Assertions.Expect(page.GetByText("Asked, until")).ToBeVisibleAsync();
        await desk.PhotographAsync("waiting-staff-asked");
        await desk.AssertFitsAcrossAsync();
    }

    // All of Ella's evening is taken; the one at half past five can be cancelled.
    private async Task<Appointment> FillEveningAsync(DateOnly day)
    {
        var booked = await BookAsync("Evan Early", new(17, 30));
        await BookAsync("Lara Late", new(18, 15));
        await BookAsync("Lena Later", new(19, 0));
        return booked;

        async Task<Appointment> BookAsync(string name, TimeOnly start)
        {
            var diary = clinic.Services.GetRequiredService<Diary>();
            var setUp = await diary.ClinicAsync(default);
            var browser = RandomNumberGenerator.GetBytes(Reference.HashBytes);
            var (held, _) = await diary.HoldAsync(
                new HoldWish(setUp.Treatment("sports-injury")!, setUp.Practitioner("ella-frost")!, false, day, start, browser, null, false), default);
            await diary.BookAsync(held, new PatientDetails(PersonName.Parse(name), Telephone.Parse("07700 900777"), null), default);
            return (await diary.LinkAsync(held, default))!.Appointment;
        }
    }

    private static async Task LooksRightAsync(Window window, string name)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }
}

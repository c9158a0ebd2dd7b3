using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>What a patient sees on a phone when something is in the way: each says what to do, and has no barrier.</summary>
public sealed class PatientInTroubleTests(Chromium chromium, RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task The_time_has_just_been_taken()
    {
        await using var jo = await OpenAsync("/book/sports-injury?with=ben-howard");
        await using var al = await OpenAsync("/book/sports-injury?with=ben-howard");
        await BookAsync(al.Page, "07700 900777");

        await jo.Page.Locator("button.time").First.ClickAsync();

        await LooksRightAsync(jo, "just-taken", "That time has just been taken.");
    }

    [Fact]
    public async Task The_time_to_move_to_has_just_been_taken()
    {
        await using var jo = await OpenAsync("/book/sports-injury?with=chloe-wren&from=2026-12-02");
        await using var al = await OpenAsync("/book/sports-injury?with=chloe-wren&from=2026-12-03");
        await BookAsync(jo.Page, "07700 900124");
        await jo.Page.GotoAsync($"{jo.Page.Url}/move?with=chloe-wren&from=2026-12-03");
        var time = await jo.Page.Locator("button.time").Nth(8).GetAttributeAsync("value");
        await BookAsync(al.Page, "07700 900778", $"button.time[value='{time}']");

        await jo.Page.Locator($"button.time[value='{time}']").ClickAsync();

        await LooksRightAsync(jo, "move-just-taken", "Your appointment stays as it is.");
    }

    [Fact]
    public async Task Nothing_is_free()
    {
        await using var jo = await OpenAsync("/book/acupuncture?with=ben-howard");

        await LooksRightAsync(jo, "nothing-free", "There is nothing free to book online with these choices.");
    }

    [Fact]
    public async Task The_number_is_a_landline()
    {
        await using var jo = await OpenAsync("/book/sports-injury");
        await BookAsync(jo.Page, "01322 275402", arrive: false);

        await LooksRightAsync(jo, "landline", "Book with this number. I get no texts: ring me if anything changes");
    }

    [Fact]
    public async Task There_are_no_tries_left()
    {
        await using var jo = await OpenAsync("/book/sports-injury");
        await BookAsync(jo.Page, "07700 900125");
        await using var thief = await OpenAsync(new Uri(jo.Page.Url).AbsolutePath);
        foreach (var digits in (string[])["9990", "9991", "9992", "9993", "9994"])
        {
            await thief.Page.GetByLabel("Last four digits").FillAsync(digits);
            await thief.Page.GetByRole(AriaRole.Button, new() { Name = "Show my appointment" }).ClickAsync();
        }

        await LooksRightAsync(thief, "no-tries-left", "Too many wrong tries.");
    }

    [Fact]
    public async Task The_page_was_left_open()
    {
        await using var jo = await OpenAsync("/book/sports-injury");
        await BookAsync(jo.Page, "07700 900123");
        clinic.Clock.Advance(TimeSpan.FromMinutes(31));
        await jo.Page.GetByText("Cancel this appointment").ClickAsync();
        await jo.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, cancel it" }).ClickAsync();
        await LooksRightAsync(jo, "asked-again", "Nothing has been changed.");

        await jo.Page.GetByLabel("Last four digits").FillAsync("0123");
        await jo.Page.GetByRole(AriaRole.Button, new() { Name = "Show my appointment" }).ClickAsync();

        await LooksRightAsync(jo, "led-on-to-cancel", "Your time goes to somebody else at once.");
    }

    [Fact]
    public async Task The_visit_is_for_those_who_were_here_before()
    {
        await using var jo = await OpenAsync("/book/sciatica-follow-up");

        await LooksRightAsync(jo, "for-patients", "That visit is for people we have seen before.");
    }

    private async Task<Window> OpenAsync(string address)
    {
        var window = await chromium.OpenAsync(clinic.Address, Screen.Phone);
        await window.Page.GotoAsync(address);
        return window;
    }

    private static async Task BookAsync(IPage page, string mobile, string time = "button.time", bool arrive = true)
    {
        await page.Locator(time).First.ClickAsync();
        await page.GetByLabel("Full name").FillAsync("Jo Bloggs");
        await page.GetByLabel("Mobile number").FillAsync(mobile);
        await page.GetByRole(AriaRole.Button, new() { Name = "Book this appointment" }).ClickAsync();
        if (arrive)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are booked" })).ToBeVisibleAsync();
        }
    }

    private static async Task LooksRightAsync(Window window, string name, string says)
    {
        await Assertions.Expect(window.Page.GetByText(says).First).ToBeVisibleAsync();
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }
}

using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Somebody rings, and reception books with one hand: the panel from the first letter of the name to what was booked.</summary>
public sealed class PhoneBookingTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const int MostKeys = 12;

    [Fact]
    public async Task A_known_patient_is_booked_with_at_most_twelve_keys_besides_the_name()
    {
        await clinic.BookAsync("Known Nora", new(9, 0), "07700 900501");
        await using var window = await OpenAsync(Screen.Desk, "2026-11-24T10:00");
        var panel = PanelOf(window);
        var keys = 0;

        await window.Page.Keyboard.TypeAsync("nor");
        await Assertions.Expect(panel.GetByRole(AriaRole.Option, new() { Name = "Known Nora" })).ToBeVisibleAsync();
        await SeesAsync(window, "phone-found");
        await PressAsync("Enter");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true })).ToBeFocusedAsync();
        await SeesAsync(window, "phone-known");
        await PressAsync("Enter");

        await Assertions.Expect(window.Page.Locator("#toast")).ToContainTextAsync("Booked with Amy Patel, Tue 24 Nov at 10:00am");
        Assert.InRange(keys, 1, MostKeys);
        Assert.Equal(2, await CountAsync("Known Nora"));
        window.AssertNothingWentWrong();

        Task PressAsync(string key)
        {
            keys++;
            return window.Page.Keyboard.PressAsync(key);
        }
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Somebody_new_with_markup_in_their_name_is_taken_down_and_nothing_runs(int width)
    {
        var name = $"<img src=x onerror=alert({width})> عمر 🙂";
        await using var window = await OpenAsync(width == 390 ? Screen.Phone : Screen.Desk, start: null);
        var panel = PanelOf(window);
        var page = window.Page;

        await panel.GetByRole(AriaRole.Combobox, new() { Name = "Patient" }).FillAsync("<img src=x");
        await panel.GetByRole(AriaRole.Option, new() { Name = "New patient" }).ClickAsync();
        await panel.GetByLabel("Full name").FillAsync(name);
        await panel.GetByLabel("Telephone").FillAsync("nonsense");
        await panel.GetByLabel("Treatment").SelectOptionAsync("sports-injury");
        await Assertions.Expect(panel.Locator(".time-to-book").First).ToBeVisibleAsync();
        await panel.GetByLabel("Day").FillAsync(width == 390 ? "2026-11-26" : "2026-11-27");
        await panel.GetByLabel("With").SelectOptionAsync("amy-patel");
        await panel.GetByLabel("Time", new() { Exact = true }).FillAsync("09:00");
        await page.RouteAsync("**/staff/diary/book", route => route.FulfillAsync(new()
        {
            Status = 400,
            ContentType = "application/json",
            Body = """{"refusal":"Bad","kind":"bad","fields":{"Telephone":"Enter a telephone number like 07700 900123"}}""",
        }));
        await panel.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();
        await Assertions.Expect(panel.GetByLabel("Telephone")).ToBeFocusedAsync();
        await SeesAsync(window, "phone-new-wrong");
        Assert.Equal(name, await panel.GetByLabel("Full name").InputValueAsync());
        await page.UnrouteAsync("**/staff/diary/book");
        await panel.GetByLabel("Telephone").FillAsync("07700 900502");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Booked with Amy Patel");
        Assert.Equal(1, await CountAsync(name));
    }

    [Fact]
    public async Task A_lost_connection_loses_nothing_and_the_next_press_books()
    {
        await clinic.BookAsync("Lost Lena", new(13, 0), "07700 900503");
        await using var window = await OpenAsync(Screen.Desk, "2026-11-25T13:00");
        var panel = PanelOf(window);
        await ChooseAsync(panel, "lena");
        await panel.GetByLabel("Note").FillAsync("Bring the scan");
        await window.Page.RouteAsync("**/staff/diary/book", route => route.AbortAsync());
        await panel.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();

        await Assertions.Expect(panel.GetByText("What you typed is still here")).ToBeVisibleAsync();
        Assert.Equal("Bring the scan", await panel.GetByLabel("Note").InputValueAsync());
        await window.Page.UnrouteAsync("**/staff/diary/book");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#toast")).ToContainTextAsync("Booked with Amy Patel");
    }

    [Fact]
    public async Task Who_is_in_the_way_is_said_with_times_near_it_and_an_administrator_books_all_the_same()
    {
        await clinic.BookAsync("There Theo", new(14, 0), "07700 900504");
        await clinic.BookAsync("Keen Kim", new(15, 0), "07700 900505");
        await using var window = await OpenAsync(Screen.Desk, "2026-11-24T14:00");
        var panel = PanelOf(window);
        await ChooseAsync(panel, "keen");
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(panel.GetByText("There Theo is there, 2:00pm to 2:45pm.")).ToBeVisibleAsync();
        await SeesAsync(window, "phone-taken");
        await panel.GetByLabel("Or book it all the same, because").FillAsync("Asked for by Amy");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Book all the same" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator("#toast")).ToContainTextAsync("Booked with Amy Patel");
        Assert.Equal(1, await clinic.RememberAsync(context => context.Appointments.CountAsync(a => a.Lane == 1 && a.Overruled == "Asked for by Amy")));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_course_shows_its_clash_first_and_books_what_is_ticked(int width)
    {
        var hour = width == 390 ? 13 : 9;
        var who = $"Clash C{width}";
        await clinic.BookAsync(who, new DateOnly(2026, 12, 15), new(hour, 15), "07700 900506");
        await clinic.BookAsync(width == 390 ? "Cora Narrow" : "Cora Wide", new DateOnly(2027, 1, 11), new(hour, 0), "07700 900507");
        await using var window = await OpenAsync(width == 390 ? Screen.Phone : Screen.Desk, $"2026-12-01T{hour:00}:00");
        var panel = PanelOf(window);
        var page = window.Page;
        await ChooseAsync(panel, "cora");

        await panel.GetByText("Repeat", new() { Exact = true }).ClickAsync();
        await panel.GetByLabel("How often").FillAsync("3");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).ClickAsync();
        await Assertions.Expect(panel.GetByText($"{who} is there")).ToBeVisibleAsync();
        await panel.GetByLabel("Instead:").CheckAsync();
        await SeesAsync(window, "phone-course");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Book 3 visits" }).ClickAsync();

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Booked 3 visits");
        window.AssertNothingWentWrong();
    }

    private Task<int> CountAsync(string name) =>
        clinic.RememberAsync(context => context.Appointments.CountAsync(a => a.Patient.FullName == name));

    private static async Task ChooseAsync(ILocator panel, string typed)
    {
        await panel.Page.Keyboard.TypeAsync(typed);
        await Assertions.Expect(panel.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await panel.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true })).ToBeFocusedAsync();
    }

    private static async Task SeesAsync(Window window, string name)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }

    // As the diary's screen is asked for it: from a time that was clicked, or from none.
    private async Task<Window> OpenAsync(Screen screen, string? start)
    {
        var window = await chromium.AtTheDeskAsync(clinic, screen, StaffRole.Administrator);
        await window.Page.OpenDiaryAsync($"/staff/diary/{start?[..10] ?? "2026-11-24"}");
        await window.Page.EvaluateAsync(
            "start => { document.dispatchEvent(new CustomEvent('diary:book', { detail: { start, practitioner: start && 'amy-patel' } })); }",
            start);
        return window;
    }

    private static ILocator PanelOf(Window window) => window.Page.Locator("form.booking");
}

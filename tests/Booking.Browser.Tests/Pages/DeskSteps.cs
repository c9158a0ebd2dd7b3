using System.Text.RegularExpressions;
using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;

namespace Booking.Browser.Tests;

/// <summary>What somebody at the desk does with the diary's screen.</summary>
internal static class DeskSteps
{
    private const int PixelsAnHour = 80;

    // Much longer than the calendar asks for: the page may be busy when the finger comes.
    private static readonly TimeSpan LongPress = TimeSpan.FromSeconds(1.5);

    /// <summary>A window in which somebody of this role has signed in and looks at the diary.</summary>
    public static async Task<Window> AtTheDeskAsync(
        this Chromium chromium, StaffedClinic clinic, Screen screen, StaffRole role = StaffRole.Receptionist, bool javaScript = true)
    {
        var member = await clinic.EmployAsync("Rita Desk", role);
        var window = await chromium.OpenAsync(clinic.Address, screen, javaScript);
        await window.Page.SignInAsync(member.Email!);
        return window;
    }

    /// <summary>Takes away an appointment, if it still stands, so that its time is free for the next test.</summary>
    public static async Task TidyAsync(this StaffedClinic clinic, int id)
    {
        if (await clinic.ReadAsync(id) is { Stands: true } appointment)
        {
            await clinic.TidyAsync(appointment);
        }
    }

    public static async Task SignInAsync(this IPage page, string email)
    {
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(StaffedClinic.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ArriveAsync("**/staff/diary/**");
    }

    public static async Task OpenDiaryAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("[data-diary=shown]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("Live");
    }

    /// <summary>The card of somebody's appointment.</summary>
    public static ILocator Card(this IPage page, string patient) => page.Locator(".ec-event.appt [role=button]").Filter(new() { HasText = patient });

    /// <summary>What a card says to whoever listens.</summary>
    public static Task SaysAsync(this ILocator card, string words) => Assertions.Expect(card).ToHaveAccessibleNameAsync(
        new Regex(Regex.Escape(words), RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Presses these while Alt is down: one move of the appointment that has the focus, however slow the machine is.</summary>
    public static async Task NudgeAsync(this IPage page, params string[] keys)
    {
        await page.Keyboard.DownAsync("Alt");
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.UpAsync("Alt");
    }

    /// <summary>Takes a card by the mouse and lets go of it in this column at this hour.</summary>
    public static async Task DragAsync(this IPage page, ILocator card, string column, int hour)
    {
        var from = (await card.BoundingBoxAsync())!;
        var head = (await page.Locator(".ec-col-head").Filter(new() { HasText = column }).BoundingBoxAsync())!;
        var line = (await page.Locator(".ec-sidebar .ec-slot time").Filter(new() { HasText = Said(hour) }).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 50, from.Y + 20, new() { Steps = 4 });
        await page.Mouse.MoveAsync(head.X + (head.Width / 2), line.Y + (line.Height / 2) + 8, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Takes the lower edge of a card by the mouse and pulls it so many minutes down.</summary>
    public static async Task PullAsync(this IPage page, ILocator card, int minutes)
    {
        var from = (await card.BoundingBoxAsync())!;
        var (x, y) = (from.X + (from.Width / 2), from.Y + from.Height - 2);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y + 6, new() { Steps = 4 });
        await page.Mouse.MoveAsync(x, y + (minutes * PixelsAnHour / 60f), new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Puts a finger on a card, waits until it is taken if asked to, and draws it so many minutes down.</summary>
    public static async Task DrawByFingerAsync(this IPage page, ILocator card, int minutes, bool waits)
    {
        var from = (await card.BoundingBoxAsync())!;
        var (x, y) = (from.X + 30, from.Y + 10);
        var finger = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync("touchStart", y);
        await Task.Delay(waits ? LongPress : TimeSpan.Zero);
        for (var step = 1; step <= 10; step++)
        {
            await TouchAsync("touchMove", y + (minutes * PixelsAnHour / 60f * step / 10));
        }

        await finger.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        Task TouchAsync(string type, float at) => finger.SendAsync(
            "Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = new[] { new { x, y = at } } });
    }

    private static string Said(int hour) => hour <= 12 ? $"{hour}{(hour < 12 ? "am" : "pm")}" : $"{hour - 12}pm";
}

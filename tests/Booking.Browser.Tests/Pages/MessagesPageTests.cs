using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>The clinic's texts on a phone and at a desk: no barrier, no script needed, and all of it by keyboard.</summary>
public sealed class MessagesPageTests(Chromium chromium) : IAsyncLifetime
{
    private readonly StaffedClinic _clinic = new();

    public static TheoryData<Screen> Screens { get; } = [Screen.Narrow, Screen.Phone, Screen.Desk];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Texts_to_see_to_have_no_barrier_and_are_seen_to_by_keyboard_without_a_script(Screen screen)
    {
        await FailAsync("Mia Hussain", new(9, 0), MessageState.Undelivered, WhyNotSent.Landline);
        await FailAsync("Oluwaseun Adebayo-Featherstonehaugh the Younger of Dartford", new(10, 0), MessageState.Unknown, WhyNotSent.NotFound);
        await FailAsync("Zoë Shaw", new(11, 0), MessageState.Skipped, WhyNotSent.OptedOut);
        await using var window = await chromium.OpenAsync(_clinic.Address, screen, javaScript: false);
        var page = window.Page;
        await SignInAsync(page);

        await page.GotoAsync("/staff/messages");
        await window.PhotographAsync("messages");
        await window.AssertFitsAcrossAsync();
        await page.Locator("article").Filter(new() { HasText = "Mia Hussain" })
            .GetByRole(AriaRole.Button, new() { Name = "Seen to" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("Mia Hussain")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Did not arrive" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Seen to by Rita Desk")).ToBeVisibleAsync();
        window.AssertNothingWentWrong();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Stopping_and_starting_all_texts_has_no_barrier(Screen screen)
    {
        await FailAsync("Mia Hussain", new(9, 0), MessageState.Unknown, WhyNotSent.NotFound);
        await using var window = await chromium.AtTheDeskAsync(_clinic, screen, StaffRole.Administrator);
        var page = window.Page;

        await page.GotoAsync("/staff/messages");
        await window.AssertNoBarrierAsync();
        await page.GetByText("Stop all texts").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop all texts" }).ClickAsync();
        await LooksRightAsync(window, "messages-no-reason");
        await page.GetByLabel("Reason").FillAsync("The times in them are wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop all texts" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The times in them are wrong")).ToBeVisibleAsync();
        await LooksRightAsync(window, "messages-stopped");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start texts again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The times in them are wrong")).ToHaveCountAsync(0);
        window.AssertNothingWentWrong();
    }

    private async Task FailAsync(string patient, TimeOnly start, MessageState state, WhyNotSent why) =>
        await _clinic.TextBecomesAsync(await _clinic.BookAsync(patient, start), MessageKind.Confirmation, state, why);

    private async Task SignInAsync(IPage page) =>
        await page.SignInAsync((await _clinic.EmployAsync("Rita Desk", StaffRole.Receptionist)).Email!);

    private static async Task LooksRightAsync(Window window, string name)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }
}

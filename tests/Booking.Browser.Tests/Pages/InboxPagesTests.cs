using Booking.Web;
using Booking.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Patients answer by text, and reception sees it: in the diary at once, or in the inbox.</summary>
public sealed class InboxPagesTests(Chromium chromium)
{
    private const string Hard = "Zoë-Siobhán <b>O'Brien-D’Arcy-Wolfeschlegelsteinhausen</b> 李 שרה";

    private static readonly int[] Lengths = [1, 40, 67, 80, 134, 153, 154, 160, 306];

    public static TheoryData<Screen, bool> Windows { get; } = new()
    {
        { Screen.Narrow, true },
        { Screen.Phone, true },
        { Screen.Phone, false },
        { Screen.Desk, true },
    };

    [Fact]
    public async Task A_patient_confirms_by_text_on_the_demos_phone_and_the_diary_shows_it()
    {
        await using var clinic = new StaffedClinic();
        var booked = await clinic.BookAsync("Olivia Shaw", new TimeOnly(9, 0));
        await clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        await using var desk = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        await desk.Page.OpenDiaryAsync("/staff/diary/2026-11-24");
        await desk.Page.Card("Olivia Shaw").SaysAsync("Booked");
        await using var patient = await chromium.OpenAsync(clinic.Address, Screen.Phone);
        await patient.Page.GotoAsync("/demo/phone");

        await patient.Page.GetByLabel("Answer from 07700 900123").FillAsync($"1 {ReplyCode.Of(booked.Id)}");
        await patient.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(patient.Page.Locator(".bubble").Last).ToContainTextAsync("thank you, you are expected on Tuesday 24 November at 9:00am");
        await desk.Page.Card("Olivia Shaw").SaysAsync("Confirmed");
        await desk.Page.Card("Olivia Shaw").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#panel")).ToContainTextAsync("Confirmation answered: confirmed");
        await desk.PhotographAsync("diary-confirmed-by-text");
        await LooksRightAsync(patient, "demo-phone-answered", axe: true);
        desk.AssertNothingWentWrong();
        patient.AssertNothingWentWrong();
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Reception_reads_answers_settles_and_finds_out_who_it_is(Screen screen, bool javaScript)
    {
        await using var clinic = new StaffedClinic();
        await using var window = await chromium.AtTheDeskAsync(clinic, screen, javaScript: javaScript);
        var page = window.Page;
        await page.GotoAsync("/staff/inbox");
        await SeesAsync("inbox-empty");
        await FillAsync(clinic);

        await page.GotoAsync("/staff/inbox");
        await Assertions.Expect(page.Locator("header .count")).ToHaveTextAsync("5 to read");
        await SeesAsync("inbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "Olivia Shaw" }).ClickAsync();
        await SeesAsync("inbox-thread");
        await page.GetByLabel("Answer").FillAsync(new string('x', 307));
        if (javaScript)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("332 letters, 3 texts: too long");
        }

        await PressAsync("Send the text");
        await Assertions.Expect(page.GetByLabel("Answer")).ToHaveValueAsync(new string('x', 307));
        await SeesAsync("inbox-too-long");
        await page.GetByLabel("Answer").FillAsync("A visit is £58.");
        await PressAsync("Send the text");
        await Assertions.Expect(page.GetByLabel("Send it as it is")).Not.ToBeCheckedAsync();
        await SeesAsync("inbox-proofread");
        await page.GetByLabel("Answer").FillAsync("Of course: come at 4:00pm. Rita");
        await PressAsync("Send the text");
        await Assertions.Expect(page.GetByText("Dealt with by Rita Desk")).ToHaveCountAsync(2);
        await SeesAsync("inbox-answered");

        await page.GotoAsync("/staff/inbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "Noah Khan" }).ClickAsync();
        await SeesAsync("inbox-wants-to-cancel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel it" })).ToHaveCountAsync(0);

        await page.GotoAsync("/staff/inbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "07700 900333" }).ClickAsync();
        await SeesAsync("inbox-who");
        await page.GetByRole(AriaRole.Button, new() { Name = "It is Zoë-Siobhán" }).ClickAsync();
        await SeesAsync("inbox-hard");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Hard })).ToBeVisibleAsync();
        window.AssertNothingWentWrong();

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        Task SeesAsync(string name) => LooksRightAsync(window, javaScript ? name : $"{name}-without-script", javaScript);
    }

    [Fact]
    public async Task The_count_beside_the_box_is_the_clinics_own()
    {
        await using var clinic = new StaffedClinic();
        var booked = await clinic.BookAsync("Olivia Shaw", new TimeOnly(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        await window.Page.GotoAsync($"/staff/patients/{booked.PatientId}/texts");
        string[] some = ["", "x", "€", "{}", "“Quoted” – and… dashed", "line\nline", "ë", "🌻", "\u00a0\u2009", "Ünïcode", "[x]^~|\\"];
        foreach (var text in some.SelectMany(one => Lengths.Select(times => string.Concat(Enumerable.Repeat(one, times)) + "!")))
        {
            var parts = await window.Page.EvaluateAsync<int>("text => import('/inbox/parts.js').then(counter => counter.count(text).parts)", text);

            Assert.Equal(Gsm7.Parts(NoteRules.Tidied(text)), parts);
        }

        window.AssertNothingWentWrong();
    }

    private static async Task FillAsync(StaffedClinic clinic)
    {
        await clinic.BookAsync("Olivia Shaw", new TimeOnly(9, 0), "07700 900331");
        await clinic.BookAsync("Noah Khan", new DateOnly(2026, 11, 23), new(10, 0), "07700 900332");
        await clinic.BookAsync(Hard, new TimeOnly(11, 0), "07700 900333");
        await clinic.BookAsync("Ann Other", new TimeOnly(12, 45), "07700 900333");
        await clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        await TextAsync(clinic, "07700 900334", "Is this the physio in Dartford");
        await TextAsync(clinic, "07700 900333", string.Concat(Enumerable.Repeat("Wolfeschlegelsteinhausenbergerdorff", 6)) + "\nשלום 🌻");
        await TextAsync(clinic, "07700 900332", "2");
        await TextAsync(clinic, "07700 900331", "can i come at 4 instead thx");
        await TextAsync(clinic, "07700 900331", "and please stop texting me");
    }

    private static Task<string?> TextAsync(StaffedClinic clinic, string mobile, string words) =>
        clinic.Services.GetRequiredService<TextReceiving>()
            .ReceiveAsync($"SM{Guid.NewGuid():N}", Telephone.Parse(mobile).Text, words, wish: null, default);

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

using Booking.Data;
using Booking.Tests;
using Booking.Web;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>An administrator's settings, and the day on paper, on a phone, at a desk and on A4.</summary>
public sealed class SheetAndSettingsTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    public static TheoryData<Screen> Screens { get; } = [Screen.Phone, Screen.Desk];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_settings_and_the_closed_days_have_no_barrier_and_fit_the_screen(Screen screen)
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, screen, StaffRole.Administrator);
        var page = window.Page;

        await page.GotoAsync("/staff/settings");
        await page.GetByLabel("Bookings for one telephone").FillAsync("8"); // the tests that book set it past what the page allows
        await page.GetByLabel("Notice, in minutes").FillAsync("99999");
        await page.GetByLabel("Time to undo, in seconds").FillAsync("500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await LooksRightAsync(window, "settings-wrong");
        await page.GetByLabel("Notice, in minutes").FillAsync(screen == Screen.Phone ? "240" : "180");
        await page.GetByLabel("Time to undo, in seconds").FillAsync("60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await Assertions.Expect(page.GetByText("by Rita Desk").First).ToBeVisibleAsync();
        await LooksRightAsync(window, "settings");
        await page.GotoAsync("/staff/settings/closures");
        await LooksRightAsync(window, "closures");
        window.AssertNothingWentWrong();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_day_sheet_has_no_barrier_and_prints_on_A4(Screen screen)
    {
        await BookADayAsync(screen == Screen.Phone ? new(2026, 11, 25) : new(2026, 11, 26));
        await using var window = await chromium.AtTheDeskAsync(clinic, screen, StaffRole.Administrator);
        var page = window.Page;

        await page.GotoAsync(screen == Screen.Phone ? "/staff/day/2026-11-25/sheet" : "/staff/day/2026-11-26/sheet");

        await LooksRightAsync(window, "sheet");
        window.AssertNothingWentWrong();
        await page.PdfAsync(new() { Path = Checkout.At("artifacts", "screenshots", $"sheet-{screen.Width}.pdf"), PreferCSSPageSize = true });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Staff" })).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".sheet").First).ToBeVisibleAsync();
        await window.PhotographAsync("sheet-printed");
    }

    [Fact]
    public async Task The_file_that_is_e_mailed_has_no_barrier_and_asks_nobody_for_anything()
    {
        await BookADayAsync(new(2026, 11, 27));
        var diary = clinic.Services.GetRequiredService<Diary>();
        var sheet = await DaySheet.ReadAsync(diary, new(2026, 11, 27), clinic.Clock.Now(), default);
        var email = await clinic.Services.GetRequiredService<DaySheetWriting>().EmailAsync(sheet, "desk@clinic.example");
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);

        await window.Page.SetContentAsync(System.Text.Encoding.UTF8.GetString(email.Files[0].Content));

        await LooksRightAsync(window, "sheet-file");
        window.AssertNothingWentWrong();
        await window.Page.PdfAsync(new() { Path = Checkout.At("artifacts", "screenshots", "sheet-file.pdf"), PreferCSSPageSize = true });
    }

    private async Task BookADayAsync(DateOnly date)
    {
        TimeOnly[] starts = [new(8, 0), new(9, 0), new(10, 0), new(11, 15), new(12, 30), new(13, 30), new(14, 30)];
        string[] names =
        [
            "Mia Hussain", "Siobhán O'Brien-D’Arcy", "Oluwaseun Adebayo-Featherstonehaugh the Younger of Dartford", "张伟",
            "محمد العربي", "Jo Smith", "Ann <b>Bold</b>",
        ];
        foreach (var (start, name) in starts.Zip(names))
        {
            await clinic.BookAsync(name, date, start);
        }

        await clinic.RememberAsync(async context =>
        {
            var ben = await context.Practitioners.SingleAsync(p => p.Slug == "ben-howard");
            context.Add(new Block
            {
                PractitionerId = ben.Id,
                From = date.ToDateTime(new(13, 0)),
                Until = date.ToDateTime(new(14, 0)),
                Reason = "Team meeting",
            });
            return await context.SaveChangesAsync();
        });
    }

    private static async Task LooksRightAsync(Window window, string name)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }
}

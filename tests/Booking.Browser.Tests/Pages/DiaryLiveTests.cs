using System.Diagnostics;
using System.Globalization;
using Booking.Data;
using Booking.Web.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Two receptionists, each at a browser, on two nodes of the site.</summary>
public sealed class DiaryLiveTests(Chromium chromium, TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Each_sees_at_once_what_the_other_changes_on_another_node()
    {
        await using var one = await ClinicProcess.StartAsync(database, ("Clinic:PublicBaseUrl", "http://localhost"));
        await using var other = await ClinicProcess.StartAsync(database, ("Clinic:PublicBaseUrl", "http://localhost"));
        var date = await AWorkingDayAsync();
        await using var rita = await AtTheDeskAsync(one, "Rita Desk", date);
        await using var rosa = await AtTheDeskAsync(other, "Rosa Desk", date);

        await rita.Page.Card("George Ellis").FocusAsync();
        await rita.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(rita.Page.Locator("#toast")).ToContainTextAsync("Moved to");
        var clock = Stopwatch.StartNew();
        await rosa.Page.Card("George Ellis").SaysAsync("8:15am to 9:00am");
        Tell("moved", clock);

        await rosa.Page.Card("George Ellis").FocusAsync();
        await rosa.Page.Keyboard.PressAsync("o");
        await rosa.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("Rings before he comes");
        await rosa.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Assertions.Expect(rosa.Page.Locator("#toast")).ToContainTextAsync("Note kept");
        clock.Restart();
        await rita.Page.Card("George Ellis").ClickAsync();
        await Assertions.Expect(rita.Page.Locator("#panel")).ToContainTextAsync("Rings before he comes");
        Tell("noted", clock);
        rita.AssertNothingWentWrong();
        rosa.AssertNothingWentWrong();
    }

    // For a person to read: how fast the machine is today is no matter of right or wrong.
    private static void Tell(string what, Stopwatch clock) => TestContext.Current.TestOutputHelper!.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{what}: seen at the other node's screen after {clock.ElapsedMilliseconds} ms, to reach 2000 ms"));

    private async Task<DateOnly> AWorkingDayAsync()
    {
        var date = TimeProvider.System.Today().AddDays(7);
        while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.EnglandAndWales.Any(day => day.Date == date))
        {
            date = date.AddDays(1);
        }

        await using var context = database.Open();
        await FullDay.WriteAsync(context, date, practitioners: 1, each: 1);
        return date;
    }

    private async Task<Window> AtTheDeskAsync(ClinicProcess clinic, string name, DateOnly date)
    {
        var member = StaffMember.New(name, $"{name.Replace(' ', '.')}@clinic.example", StaffRole.Receptionist);
        member.PasswordHash = new PasswordHasher<StaffMember>().HashPassword(member, StaffedClinic.Password);
        await using (var context = database.Open())
        {
            context.Add(member);
            await context.SaveChangesAsync();
        }

        var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);
        await window.Page.SignInAsync(member.Email!);
        await window.Page.OpenDiaryAsync($"/staff/diary/{date:yyyy-MM-dd}");
        return window;
    }
}

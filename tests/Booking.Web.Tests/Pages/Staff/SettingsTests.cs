using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Administrators settle how the clinic books, one after the other, and everybody can see who changed what.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private readonly StaffedClinic _clinic = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task What_is_saved_holds_at_once_and_the_history_says_who_changed_what()
    {
        var (jo, _) = await _clinic.SignInAsync(await _clinic.EmployAsync("Jo Desk", StaffRole.Administrator));
        using var administrator = jo;

        var page = await SaveAsync(
            jo, ("Notice, in minutes", "240"), ("Time to undo, in seconds", "30"),
            ("E-mail address for the day sheet (optional)", " desk@clinic.example "), ("The day sheet goes at", "07:15"));

        Assert.Contains("Notice: 120 minutes → 240 minutes, by Jo Desk, Mon 23 Nov", page.Text, StringComparison.Ordinal);
        Assert.Contains("Day sheet to: nobody → desk@clinic.example, by Jo Desk, Mon 23 Nov", page.Text, StringComparison.Ordinal);
        Assert.Contains("Day sheet at: 6:30am → 7:15am", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, await ChangesAsync());
        Assert.Equal("240", page.Typed("Input.NoticeMinutes"));
        var rules = (await _clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Rules;
        Assert.Equal(
            (240, 30, "desk@clinic.example", new TimeOnly(7, 15)),
            (rules.NoticeMinutes, rules.UndoSeconds, rules.DaySheetTo, rules.DaySheetAt));
    }

    [Fact]
    public async Task A_clinic_begins_with_a_minute_to_undo_and_no_e_mail()
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);

        var page = await boss.OpenAsync("/staff/settings");

        Assert.Equal(
            ("60", "", "06:30"),
            (page.Typed("Input.UndoSeconds"), page.Typed("Input.DaySheetTo"), page.Typed("Input.DaySheetAt")));
        Assert.Contains("Nothing has been changed yet.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_change_nothing_is_noted()
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);

        await SaveAsync(boss);

        Assert.Equal(0, await ChangesAsync());
    }

    [Theory]
    [InlineData("Input.GridMinutes", "7", "Choose 5, 10, 15, 20, 30 or 60 minutes")]
    [InlineData("Input.GridMinutes", "", "Choose how often appointments start")]
    [InlineData("Input.NoticeMinutes", "-1", "Enter a notice from 0 to 10080 minutes")]
    [InlineData("Input.NoticeMinutes", "soon", "Enter a notice from 0 to 10080 minutes, which is a week. Use a whole number, in figures")]
    [InlineData("Input.PencePerPart", "4.5", "Enter from 0 to 100 pence for one part of a text. Use a whole number, in figures")]
    [InlineData("Input.TextsAnHour", "many", "Enter from 1 to 100000 texts in an hour, or leave it empty. Use a whole number, in figures")]
    [InlineData("Input.GridMinutes", "seven", "Choose 5, 10, 15, 20, 30 or 60 minutes. Use a whole number, in figures")]
    [InlineData("Input.DaySheetAt", "early", "Enter when the day sheet goes, like 06:30")]
    [InlineData("Input.HorizonDays", "0", "Enter from 1 to 365 days")]
    [InlineData("Input.HoldMinutes", "31", "Enter from 1 to 30 minutes")]
    [InlineData("Input.FreeCancellationHours", "169", "Enter from 0 to 168 hours")]
    [InlineData("Input.PencePerPart", "101", "Enter from 0 to 100 pence")]
    [InlineData("Input.OpenBookingsPerTelephone", "0", "Enter from 1 to 50 bookings")]
    [InlineData("Input.UndoSeconds", "181", "Enter from 0 to 180 seconds")]
    [InlineData("Input.UndoSeconds", "-1", "Enter from 0 to 180 seconds")]
    [InlineData("Input.DaySheetTo", "desk", "Enter one e-mail address")]
    [InlineData("Input.DaySheetTo", "a@clinic.example, b@clinic.example", "Enter one e-mail address")]
    [InlineData("Input.DaySheetAt", "03:59", "Enter a time from 4:00am to 11:00am")]
    [InlineData("Input.DaySheetAt", "11:01", "Enter a time from 4:00am to 11:00am")]
    [InlineData("Input.DaySheetAt", "", "Enter when the day sheet goes, like 06:30")]
    public async Task What_is_badly_filled_in_is_told_beside_its_field_and_changes_nothing(string field, string typed, string words)
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);

        var page = await boss.ForgeAsync(
            await boss.OpenAsync("/staff/settings"), "Save settings", (field, typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Document.QuerySelector(".field.wrong")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll($".summary a[href='#{field.Replace('.', '_')}']"));
        Assert.Equal(typed, page.Typed(field));
        Assert.Equal(0, await ChangesAsync());
        Assert.Equal(
            new BookingRules().Settled(), (await _clinic.Services.GetRequiredService<Settings>().ReadAsync(default)).Settled());
    }

    [Fact]
    public async Task Of_two_who_change_the_settings_the_second_is_told_and_overwrites_nothing()
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);
        using var other = await _clinic.SignInAsync(StaffRole.Administrator);
        var stale = await other.OpenAsync("/staff/settings");
        await SaveAsync(boss, ("Notice, in minutes", "240"));

        var page = await other.PressAsync(stale, "Save settings", ("Days ahead", "90"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Somebody else has changed the settings", page.Text, StringComparison.Ordinal);
        Assert.Contains("Notice: 120 minutes → 240 minutes", page.Text, StringComparison.Ordinal);
        Assert.Equal("90", page.Typed("Input.HorizonDays"));
        var rules = await _clinic.RememberAsync(context => context.Rules.SingleAsync());
        Assert.Equal((240, 60), (rules.NoticeMinutes, rules.HorizonDays));
    }

    [Fact]
    public async Task Of_many_who_save_at_the_same_moment_one_does()
    {
        var settings = _clinic.Services.GetRequiredService<Settings>();
        var seen = (await settings.ReadAsync(default)).Revision;

        var refusals = await Task.WhenAll(Enumerable.Range(61, 8).Select(days => Task.Run(
            () => settings.ChangeAsync(seen, rules => rules.HorizonDays = days, "Jo Desk", default))));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Equal(1, await ChangesAsync());
    }

    [Theory]
    [InlineData("Input.Id", "7")]
    [InlineData("Input.Revision", "7")]
    [InlineData("Seen", "twice")]
    public async Task A_form_that_the_page_does_not_have_changes_nothing(string field, string value)
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);

        var page = await boss.ForgeAsync(await boss.OpenAsync("/staff/settings"), "Save settings", (field, value), ("Input.HoldMinutes", "9"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await ChangesAsync());
    }

    private static async Task<Page> SaveAsync(Visitor boss, params (string Field, string Value)[] typed) =>
        await boss.PressAsync(await boss.OpenAsync("/staff/settings"), "Save settings", typed);

    private Task<int> ChangesAsync() => _clinic.RememberAsync(context => context.SettingChanges.CountAsync());
}

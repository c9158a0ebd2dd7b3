using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The safety questions are changed by making a new version that a clinician has signed off; no version is lost.</summary>
public sealed class SafetyQuestionsTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task A_new_version_is_in_force_at_once_and_the_old_one_is_kept()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var before = await VersionsAsync();

        var page = await SaveAsync(boss, "You cannot feel your feet\r\n\r\n  You cannot stand  ", "Dr Ada Shaw", "2026-11-20");

        Assert.Contains($"Version {before + 1}, signed off by Dr Ada Shaw on Friday 20 November 2026.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1, not signed off", page.Text, StringComparison.Ordinal);
        var inForce = (await clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).RedFlags!;
        Assert.Equal(["You cannot feel your feet", "You cannot stand"], inForce.Lines);
        Assert.Equal(before + 1, await VersionsAsync());
    }

    [Fact]
    public async Task Versions_are_counted_without_a_gap_whatever_number_the_database_gives_a_row()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var before = await VersionsAsync();
        await clinic.RememberAsync(context =>
        {
            context.Add(new RedFlagWording { Id = 1000 + before, Version = before + 1, Signs = "A sign" });
            return context.SaveChangesAsync();
        });

        var page = await SaveAsync(boss, "Another sign", "Dr Ada Shaw", "2026-11-20");

        Assert.Contains($"Version {before + 2}, signed off", page.Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, await VersionsAsync());
    }

    [Theory]
    [InlineData("", "Dr Ada Shaw", "2026-11-20", "Enter at least one sign")]
    [InlineData("A sign", "", "2026-11-20", "Enter who signed it off")]
    [InlineData("A sign", "Dr Ada Shaw", "", "Enter the day on which it was signed off")]
    [InlineData("A sign", "Dr Ada Shaw", "2026-11-24", "That day has not come yet")]
    public async Task Without_words_a_name_and_a_day_there_is_no_new_version(string signs, string by, string on, string words)
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var before = await VersionsAsync();

        var page = await SaveAsync(boss, signs, by, on);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await VersionsAsync());
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_is_told()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var before = await VersionsAsync();
        var stale = await boss.OpenAsync("/staff/safety-questions");
        await SaveAsync(boss, "A sign", "Dr Ada Shaw", "2026-11-20");

        var page = await boss.PressAsync(stale, "Save as a new version", ("Signed off by", "Dr Bo Lee"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Somebody else has just saved a new version", page.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await VersionsAsync());
    }

    private static async Task<Page> SaveAsync(Visitor boss, string signs, string by, string on) => await boss.PressAsync(
        await boss.OpenAsync("/staff/safety-questions"),
        "Save as a new version",
        ("Signs, one a line", signs),
        ("Signed off by", by),
        ("Signed off on", on));

    private Task<int> VersionsAsync() => clinic.RememberAsync(context => context.RedFlagWordings.CountAsync());
}

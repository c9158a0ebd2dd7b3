using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A robot is slowed down, and a family behind one router never notices.</summary>
public sealed class RobotTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task A_robot_that_books_and_books_is_told_to_wait_and_others_are_not()
    {
        using var robot = Clinic.Visit();
        using var jo = Clinic.Visit();
        var times = await robot.TimesAsync("sports-injury", "aisha-khan", "2026-11-24");

        var answers = new List<Page>();
        for (var i = 0; i < 45; i++)
        {
            answers.Add(await robot.ForgeAsync(times, "9:00am", ("At", "2026-11-24T09:07 aisha-khan")));
        }

        Assert.InRange(answers.Count(page => page.Status != HttpStatusCode.TooManyRequests), 30, 40);
        Assert.Contains("Please wait a little", answers[^1].Text, StringComparison.Ordinal);
        Assert.Contains("01322 275 402", answers[^1].Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await jo.BookAsync("2026-11-24 09:00");
    }

    [Fact]
    public async Task A_family_behind_one_address_books_for_all_its_ten_members()
    {
        using var family = Clinic.Visit();
        foreach (var member in Enumerable.Range(0, 10))
        {
            await family.BookAsync(
                $"2026-11-24 {member + 8:00}:00", name: $"Bloggs {(char)('A' + member)}", mobile: $"07700 9001{member:00}");
        }

        Assert.Equal(10, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    [Fact]
    public async Task Guessing_references_is_limited_and_all_guesses_look_alike()
    {
        using var robot = Clinic.Visit();
        var answers = new List<Page>();
        foreach (var id in Enumerable.Range(1, 80))
        {
            answers.Add(await robot.OpenAsync($"/appointment/{id}"));
        }

        var misses = answers.TakeWhile(page => page.Status == HttpStatusCode.NotFound).ToList();
        Assert.InRange(misses.Count, 60, 75);
        Assert.Single(misses.Select(page => page.Text).Distinct());
        Assert.All(answers.Skip(misses.Count + 5), page => Assert.NotEqual(HttpStatusCode.OK, page.Status));
    }
}

using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Administrators settle when patients are reminded.</summary>
public sealed class RemindersTests : IAsyncLifetime
{
    private const string Address = "/staff/settings/reminders";
    private const string Hours = "Hours before the appointment";

    private readonly StaffedClinic _clinic = new();
    private Visitor _boss = null!;

    public async ValueTask InitializeAsync() => _boss = await _clinic.SignInAsync(StaffRole.Administrator);

    public async ValueTask DisposeAsync()
    {
        _boss.Dispose();
        await _clinic.DisposeAsync();
    }

    [Fact]
    public async Task A_clinic_begins_with_a_day_before_and_adds_and_removes_as_it_likes()
    {
        var page = await _boss.OpenAsync(Address);
        Assert.Contains("24 hours before", page.Text, StringComparison.Ordinal);

        page = await _boss.PressAsync(page, "Add", (Hours, "2"));
        Assert.Equal("The reminder is added.", page.Document.QuerySelector("main [role=status]")!.TextContent.Trim());
        Assert.Null((await _boss.OpenAsync(Address)).Document.QuerySelector("main [role=status]"));
        page = await _boss.PressAsync(page, "Remove 24 hours before, All treatments");

        Assert.Equal([(2, null)], await LeadsAsync());
        var settings = await _boss.OpenAsync("/staff/settings");
        Assert.Contains("Reminders: All treatments: 24 hours before → All treatments: 24 hours and 2 hours before, by Robin", settings.Text, StringComparison.Ordinal);
        Assert.Contains("Reminders: All treatments: 24 hours and 2 hours before → All treatments: 2 hours before", settings.Text, StringComparison.Ordinal);
        await _boss.PressAsync(page, "Remove 2 hours before, All treatments");
        Assert.Contains("Nobody is reminded.", (await _boss.OpenAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_treatment_can_have_its_own()
    {
        var treatment = await _clinic.RememberAsync(context => context.Treatments.SingleAsync(t => t.Slug == "sports-injury"));

        var page = await _boss.ForgeAsync(await _boss.OpenAsync(Address), "Add", ("Hours", "48"), ("Treatment", $"{treatment.Id}"));

        Assert.Contains(treatment.Name, page.Document.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal([(24, null), (48, treatment.Id)], await LeadsAsync());
    }

    [Theory]
    [InlineData("", "Enter how many hours before")]
    [InlineData("0", "Enter from 1 to 168 hours before")]
    [InlineData("169", "Enter from 1 to 168 hours before")]
    [InlineData("2.5", "Enter from 1 to 168 hours before, which is a week. Use a whole number, in figures")]
    [InlineData("two", "Enter from 1 to 168 hours before, which is a week. Use a whole number, in figures")]
    [InlineData("24", "Patients are reminded at that time already")]
    public async Task What_cannot_be_is_said_and_what_was_typed_stays(string typed, string words)
    {
        var page = await _boss.PressAsync(await _boss.OpenAsync(Address), "Add", (Hours, typed));

        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.Document.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Document.GetElementById("Hours")!.GetAttribute("value"));
        Assert.Equal([(24, null)], await LeadsAsync());
    }

    [Fact]
    public async Task No_treatment_that_is_not_there_is_taken()
    {
        var page = await _boss.ForgeAsync(await _boss.OpenAsync(Address), "Add", ("Hours", "48"), ("Treatment", "999"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([(24, null)], await LeadsAsync());
    }

    [Fact]
    public async Task Of_two_who_change_them_the_second_is_told()
    {
        var stale = await _boss.OpenAsync(Address);
        await _boss.PressAsync(stale, "Add", (Hours, "48"));

        var page = await _boss.PressAsync(stale, "Add", (Hours, "72"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("48 hours before", page.Text, StringComparison.Ordinal);
        Assert.Equal([(24, null), (48, null)], await LeadsAsync());
        Assert.Equal(HttpStatusCode.OK, (await _boss.PressAsync(page, "Add", (Hours, "72"))).Status);
    }

    private Task<List<(int, int?)>> LeadsAsync() => _clinic.RememberAsync(async context =>
        (await context.Rules.AsNoTracking().SingleAsync()).Reminders.ConvertAll(lead => (lead.HoursBefore, lead.TreatmentId)));
}

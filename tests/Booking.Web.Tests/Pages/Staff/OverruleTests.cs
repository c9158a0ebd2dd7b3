using System.Net;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The right to double-book and to book outside hours is given by an administrator, who always has it.</summary>
public sealed class OverruleTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Right = "May double-book and book outside hours, with a reason";

    [Fact]
    public async Task It_is_given_and_taken_by_a_tick()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var rita = await clinic.EmployAsync("Rita Reception", StaffRole.Receptionist);
        Assert.False(await MayAsync(rita));

        var page = await boss.PressAsync(await boss.OpenAsync($"/staff/people/{rita.Id}"), "Save this right", (Right, "true"));
        Assert.True(page.Document.QuerySelector("#may-overrule")!.HasAttribute("checked"));
        Assert.True(await MayAsync(rita));

        await boss.ForgeAsync(page, "Save this right", ("MayOverrule", null));
        Assert.False(await MayAsync(rita));
    }

    [Fact]
    public async Task An_administrator_always_has_it()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var ada = await clinic.EmployAsync("Ada Admin", StaffRole.Administrator);

        Assert.True(await MayAsync(ada));
        Assert.Contains(
            "An administrator may always double-book", (await boss.OpenAsync($"/staff/people/{ada.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_it_to_themselves()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var rita = await clinic.EmployAsync("Rita Reception", StaffRole.Receptionist);
        var (visitor, _) = await clinic.SignInAsync(rita);
        var form = await boss.OpenAsync($"/staff/people/{rita.Id}");

        var page = await visitor.PressAsync(form, "Save this right", (Right, "true"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.False(await MayAsync(rita));
        visitor.Dispose();
    }

    // What a session of theirs says, renewed as it is each half minute.
    private async Task<bool> MayAsync(StaffMember member)
    {
        await using var scope = clinic.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>();
        var known = await sessions.UserManager.FindByIdAsync($"{member.Id}");
        var may = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>()
            .AuthorizeAsync(await sessions.CreateUserPrincipalAsync(known!), StaffPolicy.Overrule);
        return may.Succeeded;
    }
}

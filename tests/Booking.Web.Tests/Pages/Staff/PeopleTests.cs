using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>An administrator says who may sign in and as what, and it holds within a minute.</summary>
public sealed class PeopleTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Chosen = "lantern walrus forty";

    [Fact]
    public async Task A_newcomer_is_invited_by_a_link_chooses_a_password_and_is_in()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var invited = await InviteAsync(boss, "Nia Newcomer", "nia@clinic.example", "Practitioner");
        Assert.Contains("Invited: link good until", (await boss.OpenAsync("/staff/people")).Text, StringComparison.Ordinal);

        using var nia = clinic.Visit();
        var welcome = await nia.OpenAsync(LinkOn(invited));
        Assert.Contains("Hello Nia Newcomer", welcome.Text, StringComparison.Ordinal);
        var today = await ChooseAsync(nia, welcome);

        Assert.StartsWith("/staff/diary/", today.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await nia.OpenAsync("/staff/people")).Status);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var link = LinkOn(await InviteAsync(boss, "Olu Once", "olu@clinic.example", "Receptionist"));
        using var olu = clinic.Visit();
        using var stranger = clinic.Visit();
        var open = await stranger.OpenAsync(link);
        await ChooseAsync(olu, await olu.OpenAsync(link));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(link)).Status);
        var late = await ChooseAsync(stranger, open);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Contains("This link is no longer good", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_good_for_three_days_and_its_secret_is_kept_nowhere()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var link = LinkOn(await InviteAsync(boss, "Lee Late", "lee@clinic.example", "Receptionist"));
        using var lee = clinic.Visit();

        clinic.Clock.Advance(TimeSpan.FromHours(71));
        Assert.Equal(HttpStatusCode.OK, (await lee.OpenAsync(link)).Status);
        clinic.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NotFound, (await lee.OpenAsync(link)).Status);

        var token = link.Split('/')[^1];
        Assert.DoesNotContain(clinic.Console.Lines, line => line.Contains(token, StringComparison.Ordinal));
        Assert.True(Reference.TryParse(token, out var reference));
        Assert.Contains(await clinic.RememberAsync(c => c.StaffInvitations.Select(i => i.TokenHash).ToListAsync()), reference.Hash.SequenceEqual);
    }

    [Fact]
    public async Task A_new_link_lets_somebody_who_forgot_choose_again_and_voids_the_old_one()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        var first = LinkOn(await boss.PressAsync(await boss.OpenAsync($"/staff/people/{amy.Id}"), "Make a new link"));
        var second = LinkOn(await boss.PressAsync(await boss.OpenAsync($"/staff/people/{amy.Id}"), "Make a new link"));
        using var visitor = clinic.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(first)).Status);
        await ChooseAsync(visitor, await visitor.OpenAsync(second));

        Assert.Equal(HttpStatusCode.BadRequest, (await clinic.SignInAsync(amy)).Page.Status);
        Assert.Equal(HttpStatusCode.OK, (await clinic.SignInAsync(amy, Chosen)).Page.Status);
    }

    [Fact]
    public async Task Two_people_cannot_have_one_address()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);

        var page = await InviteAsync(boss, "Somebody Else", amy.Email!.ToUpperInvariant(), "Receptionist");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Somebody with that e-mail address is on the list already.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x@clinic.example", "Receptionist", "Enter a full name")]
    [InlineData("Amy", "not an address", "Receptionist", "Enter an e-mail address, like name@example.com")]
    [InlineData("Amy", "x@clinic.example", null, "Choose a role")]
    [InlineData("Amy", "x@clinic.example", "99", "Choose a role")]
    public async Task A_bad_invitation_invites_nobody(string name, string email, string? role, string words)
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var before = await CountAsync();

        var page = await boss.ForgeAsync(
            await boss.OpenAsync("/staff/people/invite"), "Invite", ("Person.FullName", name), ("Person.Email", email), ("Role", role));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("PasswordHash", "x")]
    [InlineData("Person.Id", "1")]
    [InlineData("Person.PasswordHash", "x")]
    public async Task A_form_with_a_field_that_the_page_does_not_have_is_refused(string field, string value)
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);

        var page = await boss.ForgeAsync(
            await boss.OpenAsync("/staff/people/invite"), "Invite", ("Person.FullName", "Amy"), ("Role", "Receptionist"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Who_is_shut_out_is_out_within_a_minute_and_comes_in_again_when_let_in()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        var (visitor, _) = await clinic.SignInAsync(amy);

        var page = await boss.PressAsync(await boss.OpenAsync($"/staff/people/{amy.Id}"), "Shut out");
        clinic.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Contains("No, since", page.Text, StringComparison.Ordinal);
        Assert.Equal("/staff/sign-in", (await visitor.OpenAsync("/staff")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.BadRequest, (await clinic.SignInAsync(amy)).Page.Status);
        await boss.PressAsync(page, "Let in again");
        Assert.Equal(HttpStatusCode.OK, (await clinic.SignInAsync(amy)).Page.Status);
        visitor.Dispose();
    }

    [Fact]
    public async Task Who_is_shut_out_cannot_come_back_by_a_link()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        var link = LinkOn(await boss.PressAsync(await boss.OpenAsync($"/staff/people/{amy.Id}"), "Make a new link"));
        await boss.PressAsync(await boss.OpenAsync($"/staff/people/{amy.Id}"), "Shut out");
        using var visitor = clinic.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task A_changed_role_holds_within_a_minute()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Administrator);
        var (visitor, _) = await clinic.SignInAsync(amy);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/staff/people")).Status);

        await boss.PressAsync(await boss.OpenAsync($"/staff/people/{amy.Id}"), "Save role", ("Role", "Practitioner"));
        clinic.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpenAsync("/staff/people")).Status);
        visitor.Dispose();
    }

    [Fact]
    public async Task The_only_administrator_stays()
    {
        await using var small = new StaffedClinic();
        var boss = await small.EmployAsync("Only One", StaffRole.Administrator);
        await small.RememberAsync(context =>
        {
            context.Add(StaffMember.New("Not Yet", "notyet@clinic.example", StaffRole.Administrator));
            return context.SaveChangesAsync();
        });
        var (visitor, _) = await small.SignInAsync(boss);
        var page = await visitor.OpenAsync($"/staff/people/{boss.Id}");

        Page[] answers =
        [
            await visitor.PressAsync(page, "Shut out"),
            await visitor.PressAsync(page, "Save role", ("Role", "Receptionist")),
        ];

        visitor.Dispose();
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        Assert.All(answers, answer => Assert.Contains("This is the only administrator", answer.Text, StringComparison.Ordinal));
        Assert.True(await small.RememberAsync(c => c.Users.AnyAsync(
            m => m.Id == boss.Id && m.DisabledAt == null && m.Role == StaffRole.Administrator)));
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        await using var small = new StaffedClinic();
        var one = await small.EmployAsync("One", StaffRole.Administrator);
        var other = await small.EmployAsync("Other", StaffRole.Administrator);
        var people = small.Services.GetRequiredService<People>();

        var refusals = await Task.WhenAll(people.DisableAsync(one.Id, default), people.ChangeRoleAsync(other.Id, StaffRole.Receptionist, default));

        Assert.Single(refusals, refusal => refusal is not null);
    }

    [Fact]
    public async Task Nobody_has_a_page_who_is_not_on_the_list()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await boss.OpenAsync("/staff/people/999999")).Status);
    }

    private static async Task<Page> InviteAsync(Visitor boss, string name, string email, string role) => await boss.PressAsync(
        await boss.OpenAsync("/staff/people/invite"), "Invite", ("Full name", name), ("E-mail address", email), ("Role", role));

    private static Task<Page> ChooseAsync(Visitor visitor, Page welcome) => visitor.PressAsync(
        welcome, "Save and sign in", ("New password", Chosen), ("The same password again", Chosen));

    private static string LinkOn(Page page) => new Uri(page.Document.QuerySelector("input#link")!.GetAttribute("value")!).PathAndQuery;

    private Task<int> CountAsync() => clinic.RememberAsync(context => context.Users.CountAsync());
}

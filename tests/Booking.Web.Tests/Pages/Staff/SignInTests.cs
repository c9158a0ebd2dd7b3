using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Staff come in with a password of their own, and nobody can shut them out by guessing at it.</summary>
public sealed class SignInTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Wrong = "The e-mail address or the password is not right.";

    [Fact]
    public async Task Who_signs_in_sees_the_day()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);

        var (visitor, page) = await clinic.SignInAsync(amy);

        visitor.Dispose();
        Assert.StartsWith("/staff/diary/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Amy Patel", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_words()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        var newcomer = StaffMember.New("New Comer", "newcomer@clinic.example", StaffRole.Receptionist);
        await clinic.RememberAsync(context =>
        {
            context.Add(newcomer);
            return context.SaveChangesAsync();
        });

        foreach (var email in new[] { amy.Email!, newcomer.Email!, "nobody@clinic.example" })
        {
            using var visitor = clinic.Visit();
            var page = await StaffedClinic.SignInAsync(visitor, email, "not the password at all");

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(Wrong, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("not the password at all", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_typed_is_said_beside_each_field()
    {
        using var visitor = clinic.Visit();
        await clinic.EmployAsync("Amy Patel", StaffRole.Administrator);

        var page = await StaffedClinic.SignInAsync(visitor, "", "");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Enter your e-mail address", page.Document.GetElementById("Email-error")?.TextContent);
        Assert.Equal("Enter your password", page.Document.GetElementById("Password-error")?.TextContent);
    }

    [Fact]
    public async Task Who_was_on_the_way_to_a_page_arrives_there()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Administrator);
        using var visitor = clinic.Visit();

        var door = await visitor.OpenAsync("/staff/people");
        var page = await visitor.PressAsync(door, "Sign in", ("E-mail address", amy.Email!), ("Password", StaffedClinic.Password));

        Assert.Equal("/staff/people", page.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("https://evil.example/staff")]
    [InlineData("//evil.example/staff")]
    [InlineData("/\\evil.example")]
    [InlineData("/book")]
    public async Task Nobody_is_led_out_of_the_clinic_by_a_link_that_begins_at_its_door(string returnUrl)
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Administrator);
        using var visitor = clinic.Visit();

        var door = await visitor.OpenAsync($"/staff/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}");
        var page = await visitor.PressAsync(door, "Sign in", ("E-mail address", amy.Email!), ("Password", StaffedClinic.Password));

        Assert.StartsWith("/staff/diary/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(door.Address.Host, page.Address.Host);
    }

    [Fact]
    public async Task After_five_wrong_tries_that_place_waits_a_quarter_of_an_hour()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        using var stranger = clinic.Visit();
        await TryInVainAsync(stranger, amy, times: 5);

        var page = await StaffedClinic.SignInAsync(stranger, amy.Email!, StaffedClinic.Password);
        Assert.Contains("Too many wrong tries. Wait 15 minutes", page.Text, StringComparison.Ordinal);

        clinic.Clock.Advance(TimeSpan.FromMinutes(16));
        page = await StaffedClinic.SignInAsync(stranger, amy.Email!, StaffedClinic.Password);
        Assert.StartsWith("/staff/diary/", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_at_the_next_desk_cannot_shut_somebody_out_of_their_own_computer()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        using var own = clinic.VisitFromTheWaitingRoom();
        await StaffedClinic.SignInAsync(own, amy.Email!, StaffedClinic.Password);
        await own.PressAsync(await own.OpenAsync("/staff/sign-out"), "Sign out");
        using var stranger = clinic.VisitFromTheWaitingRoom();
        await TryInVainAsync(stranger, amy, times: 5);

        Assert.Contains("Too many", (await StaffedClinic.SignInAsync(stranger, amy.Email!, StaffedClinic.Password)).Text, StringComparison.Ordinal);
        var page = await StaffedClinic.SignInAsync(own, amy.Email!, StaffedClinic.Password);
        Assert.StartsWith("/staff/diary/", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wears_out_the_waiting_rooms_network_leaves_the_desks_own_computer_its_tries()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        using var own = clinic.VisitFromTheWaitingRoom();
        await StaffedClinic.SignInAsync(own, amy.Email!, StaffedClinic.Password);
        await own.PressAsync(await own.OpenAsync("/staff/sign-out"), "Sign out");
        using var stranger = clinic.VisitFromTheWaitingRoom();
        var door = await stranger.OpenAsync("/staff/sign-in");
        for (var number = 1; number <= 25; number++)
        {
            await stranger.ForgeAsync(door, "Sign in", ("Email", $"somebody{number}@clinic.example"), ("Password", "a guess of a stranger"));
        }

        Assert.Equal(
            HttpStatusCode.TooManyRequests, (await stranger.ForgeAsync(door, "Sign in", ("Email", amy.Email), ("Password", StaffedClinic.Password))).Status);
        var page = await StaffedClinic.SignInAsync(own, amy.Email!, StaffedClinic.Password);
        Assert.StartsWith("/staff/diary/", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_sent_at_once_are_no_more_than_tries_sent_in_turn()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        using var stranger = clinic.Visit();
        var door = await stranger.OpenAsync("/staff/sign-in");

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(number => stranger.ForgeAsync(
            door, "Sign in", ("Email", amy.Email), ("Password", $"guess number {number} of twelve"))));

        Assert.Equal(5, answers.Count(page => page.Text.Contains(Wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Merely_opening_a_page_signs_nobody_out()
    {
        using var amy = await clinic.SignInAsync(StaffRole.Receptionist);

        var page = await amy.OpenAsync("/staff/sign-out");
        Assert.StartsWith("/staff/diary/", (await amy.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);

        await amy.PressAsync(page, "Sign out");
        Assert.Equal("/staff/sign-in", (await amy.OpenAsync("/staff")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_copy_of_the_session_opens_nothing_once_its_owner_has_signed_out()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        using var own = clinic.Visit();
        using var thief = clinic.Visit();
        await StaffedClinic.SignInAsync(own, amy.Email!, StaffedClinic.Password);
        await StaffedClinic.SignInAsync(thief, amy.Email!, StaffedClinic.Password);
        Assert.StartsWith("/staff/diary/", (await thief.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);

        await own.PressAsync(await own.OpenAsync("/staff/sign-out"), "Sign out");
        clinic.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("/staff/sign-in", (await thief.OpenAsync("/staff")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_session_that_nobody_uses_for_eight_hours_ends()
    {
        using var amy = await clinic.SignInAsync(StaffRole.Receptionist);

        clinic.Clock.Advance(TimeSpan.FromHours(7));
        Assert.StartsWith("/staff/diary/", (await amy.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromHours(7));
        Assert.StartsWith("/staff/diary/", (await amy.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal("/staff/sign-in", (await amy.OpenAsync("/staff")).Address.AbsolutePath);
    }

    [Fact]
    public async Task The_log_says_who_came_in_by_number_and_never_by_name()
    {
        var amy = await clinic.EmployAsync("Zebedee Quill", StaffRole.Receptionist);
        using var visitor = clinic.Visit();
        await TryInVainAsync(visitor, amy, times: 1);
        await StaffedClinic.SignInAsync(visitor, amy.Email!, StaffedClinic.Password);

        Assert.Contains($"Staff member {amy.Id} signed in", clinic.Console.Lines);
        Assert.Contains($"A wrong password was given for staff member {amy.Id}", clinic.Console.Lines);
        Assert.DoesNotContain(clinic.Console.Lines, line => line.Contains("Zebedee", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_tries_are_counted_no_address_is_kept()
    {
        using var stranger = clinic.Visit();
        await StaffedClinic.SignInAsync(stranger, "somebody@clinic.example", "not the password at all");

        var keys = await clinic.RememberAsync(context => context.SignInTries.Select(tries => tries.Key).ToListAsync());
        Assert.All(keys, key => Assert.Equal(SignInTries.KeyBytes, key.Length));
    }

    private static async Task TryInVainAsync(Visitor visitor, StaffMember member, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var page = await StaffedClinic.SignInAsync(visitor, member.Email!, "not the password at all");
            Assert.Contains(Wrong, page.Text, StringComparison.Ordinal);
        }
    }
}

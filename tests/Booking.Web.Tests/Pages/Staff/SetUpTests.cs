using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic's first administrator is set up once, by whoever can read the console.</summary>
public sealed class SetUpTests : IAsyncDisposable
{
    private readonly StaffedClinic _clinic = new();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task The_console_says_where_to_go_and_the_page_there_needs_only_a_person()
    {
        using var owner = _clinic.Visit();

        var page = await owner.OpenAsync(LinkOnTheConsole());
        var today = await owner.PressAsync(page, "Set up", Owner());

        Assert.Equal("/staff/diary/2026-11-23", today.Address.AbsolutePath);
        Assert.Contains("Jo Owner", today.Text, StringComparison.Ordinal);
        var owners = await PeopleAsync();
        Assert.Equal(("Jo Owner", StaffRole.Administrator), (Assert.Single(owners).FullName, owners[0].Role));
    }

    [Fact]
    public async Task Whoever_comes_to_sign_in_before_anybody_can_is_led_to_the_set_up()
    {
        using var owner = _clinic.Visit();

        var door = await owner.OpenAsync("/staff");

        Assert.Equal("/staff/set-up", (await owner.FollowAsync(door, "Set up the first administrator")).Address.AbsolutePath);
    }

    [Fact]
    public async Task After_the_first_administrator_the_page_is_gone_and_the_console_silent()
    {
        using var owner = _clinic.Visit();
        using var stranger = _clinic.Visit();
        var page = await stranger.OpenAsync(LinkOnTheConsole());
        await owner.PressAsync(await owner.OpenAsync(LinkOnTheConsole()), "Set up", Owner());

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(LinkOnTheConsole())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PressAsync(page, "Set up", Owner())).Status);
        Assert.Null(await First.NewTokenAsync(default));
        Assert.Single(await PeopleAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdefghjkmnpqrs")]
    [InlineData("let me in")]
    public async Task Without_the_right_token_nobody_is_set_up(string token)
    {
        using var stranger = _clinic.Visit();

        var page = await stranger.PressAsync(
            await stranger.OpenAsync("/staff/set-up"), "Set up", [("Token", token), .. Owner()]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("There is a problem", page.Text, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task A_token_of_yesterday_is_too_old()
    {
        using var owner = _clinic.Visit();
        var page = await owner.OpenAsync(LinkOnTheConsole());

        _clinic.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PressAsync(page, "Set up", Owner())).Status);
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task Any_process_takes_the_token_of_another()
    {
        using var owner = _clinic.Visit();
        var other = await First.NewTokenAsync(default);

        var today = await owner.PressAsync(
            await owner.OpenAsync("/staff/set-up"), "Set up", [("Token", other!.Value.Text), .. Owner()]);

        Assert.Equal(HttpStatusCode.OK, today.Status);
    }

    [Fact]
    public async Task Of_many_who_come_at_once_one_is_the_first()
    {
        using var owner = _clinic.Visit();
        var page = await owner.OpenAsync(LinkOnTheConsole());

        await Task.WhenAll(Enumerable.Range(1, 8).Select(
            number => owner.ForgeAsync(page, "Set up", Typed($"owner{number}@clinic.example"))));

        Assert.Single(await PeopleAsync());
    }

    [Theory]
    [InlineData("Full name", "", "Enter a full name")]
    [InlineData("Full name", "123", "Enter a name with letters in it")]
    [InlineData("E-mail address", "jo", "Enter an e-mail address, like name@example.com")]
    [InlineData("New password", "short", "Use 15 characters or more")]
    [InlineData("New password", "westhillphysiotherapy1", "too easy to guess")]
    [InlineData("The same password again", "something else", "The two passwords are not the same")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept_but_for_passwords(string field, string typed, string words)
    {
        using var owner = _clinic.Visit();
        (string, string)[] wrong = field == "New password" ? [(field, typed), ("The same password again", typed)] : [(field, typed)];

        var page = await owner.PressAsync(await owner.OpenAsync(LinkOnTheConsole()), "Set up", [.. Owner(), .. wrong]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(StaffedClinic.Password, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(field == "Full name" ? "owner@clinic.example" : "Jo Owner", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
    }

    private FirstAdministrator First => _clinic.Services.GetRequiredService<FirstAdministrator>();

    private static (string, string)[] Owner() =>
    [
        ("Full name", "Jo Owner"),
        ("E-mail address", "owner@clinic.example"),
        ("New password", StaffedClinic.Password),
        ("The same password again", StaffedClinic.Password),
    ];

    private static (string, string?)[] Typed(string email) =>
    [
        ("Person.FullName", "Jo Owner"),
        ("Person.Email", email),
        ("Chosen.Password", StaffedClinic.Password),
        ("Chosen.Again", StaffedClinic.Password),
    ];

    private string LinkOnTheConsole()
    {
        Assert.NotNull(_clinic.Address);
        var line = _clinic.Console.Lines.Single(line => line.Contains("No administrator yet", StringComparison.Ordinal));
        return new Uri(line.Split(' ')[^1]).PathAndQuery;
    }

    private Task<List<StaffMember>> PeopleAsync() => _clinic.RememberAsync(context => context.Users.ToListAsync());
}

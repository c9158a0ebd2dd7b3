using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A link opens one appointment a little, the telephone's last digits open it whole, and looking changes nothing.</summary>
public sealed class LinkTests(TestClinic clinic) : ClinicTests(clinic)
{
    private static readonly string[] OnlyForThePatient =
        ["Featherstonehaugh", "Aisha", "Sciatica", "Sports", "900123", "£58", "Cancel this appointment"];

    private const string Name = "Marmaduke Featherstonehaugh";

    [Fact]
    public async Task A_forwarded_link_shows_the_first_name_and_the_time_and_no_more()
    {
        using var friend = Clinic.Visit();
        var link = await BookAsync();

        var page = await friend.OpenAsync(link);

        Assert.Contains("Hello Marmaduke", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tuesday 24 November 9:00am", page.When());
        Assert.All(
            OnlyForThePatient,
            more => Assert.DoesNotContain(more, page.Document.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Hello Marmaduke", (await friend.OpenAsync($"{link}?handler=Calendar")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123")]
    [InlineData(" 01 23 ")]
    public async Task The_last_four_digits_of_the_mobile_open_the_rest_for_half_an_hour(string digits)
    {
        using var jo = Clinic.Visit();
        var link = await BookAsync();

        var opened = await jo.PressAsync(await jo.OpenAsync(link), "Show my appointment", ("LastFour", digits));
        Clinic.Clock.Advance(TimeSpan.FromMinutes(29));
        var still = await jo.OpenAsync(link);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        var shut = await jo.OpenAsync(link);

        Assert.Equal((Name, Name), (opened.Fact("Who"), still.Fact("Who")));
        Assert.Contains("Hello Marmaduke", shut.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_digits_open_nothing()
    {
        using var thief = Clinic.Visit();
        using var jo = Clinic.Visit();
        var link = await BookAsync();
        var hers = await jo.OpenAsync(link);
        var page = await thief.OpenAsync(link);
        for (var i = 0; i < 5; i++)
        {
            var wrong = await thief.PressAsync(page, "Show my appointment", ("LastFour", $"999{i}"));
            Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        }

        var right = await jo.PressAsync(hers, "Show my appointment", ("LastFour", "0123"));

        Assert.Contains("Too many wrong tries. To see or cancel your appointment, ring us", right.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Those are not the last four digits", right.Text, StringComparison.Ordinal);
        Assert.Null(right.Document.QuerySelector(".summary a"));
        Assert.DoesNotContain("Featherstonehaugh", right.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Featherstonehaugh", (await jo.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_sent_at_once_do_not_get_more_than_five()
    {
        using var thief = Clinic.Visit();
        var link = await BookAsync();
        var page = await thief.OpenAsync(link);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            thief.PressAsync(page, "Show my appointment", ("LastFour", $"9{i:000}"))));

        Assert.Equal(5, await Clinic.LookAsync(context => context.AppointmentLinks.Select(l => l.WrongTries).SingleAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12345")]
    [InlineData("abcd")]
    [InlineData("٠١٢٣")]
    public async Task What_is_not_four_digits_is_no_try(string typed)
    {
        using var jo = Clinic.Visit();
        var link = await BookAsync();

        var again = await jo.PressAsync(await jo.OpenAsync(link), "Show my appointment", ("LastFour", typed));

        Assert.Contains("Enter the last four digits", again.Document.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.LookAsync(context => context.AppointmentLinks.Select(l => l.WrongTries).SingleAsync()));
    }

    [Fact]
    public async Task One_character_changed_is_not_found()
    {
        using var guesser = Clinic.Visit();
        var link = await BookAsync();
        var reference = link.Split('/')[^1];
        foreach (var at in Enumerable.Range(0, 26))
        {
            var changed = $"{reference[..at]}{(reference[at] == '0' ? '1' : '0')}{reference[(at + 1)..]}";
            Assert.Equal(HttpStatusCode.NotFound, (await guesser.OpenAsync($"/appointment/{changed}")).Status);
        }
    }

    [Fact]
    public async Task A_link_stops_working_a_month_after_the_appointment()
    {
        using var jo = Clinic.Visit();
        var link = await BookAsync();

        Clinic.WindTo("2026-12-24 09:44");
        Assert.Equal(HttpStatusCode.OK, (await jo.OpenAsync(link)).Status);
        Clinic.WindTo("2026-12-24 09:45");
        Assert.Equal(HttpStatusCode.NotFound, (await jo.OpenAsync(link)).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_mail_scanner_that_opens_every_link_changes_nothing(string method)
    {
        using var jo = Clinic.Visit();
        using var scanner = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00", name: Name);
        var held = await jo.HoldAsync("2026-11-25 09:00", "aisha-khan");
        var before = await DumpAsync();

        foreach (var visitor in new[] { scanner, jo })
        {
            foreach (var page in new[] { booked.Address.AbsolutePath, held.Address.AbsolutePath })
            {
                foreach (var address in new[] { page, $"{page}?handler=Cancel", $"{page}?handler=Calendar", $"{page}?handler=Switch" })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
                    using var answer = await visitor.Client.SendAsync(request);
                }
            }

            foreach (var link in booked.Document.QuerySelectorAll("a[href^='/']"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(link.GetAttribute("href")!, UriKind.Relative));
                using var answer = await visitor.Client.SendAsync(request);
            }
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task The_reference_itself_stands_nowhere_in_the_database()
    {
        var reference = (await BookAsync()).Split('/')[^1];

        var everything = await DumpAsync();

        Assert.Contains(Name, everything, StringComparison.Ordinal);
        Assert.True(Reference.TryParse(reference, out var parsed));
        Assert.Contains(Convert.ToHexString(parsed.Hash), everything, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(reference)), everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_with_somebodys_appointment_is_kept_by_no_cache()
    {
        using var jo = Clinic.Visit();
        var link = await BookAsync();

        using var answer = await jo.Client.GetAsync(new Uri(link, UriKind.Relative));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    private async Task<string> BookAsync()
    {
        using var jo = Clinic.Visit();
        return (await jo.BookAsync("2026-11-24 09:00", name: Name)).Address.AbsolutePath;
    }

    /// <summary>Every value of every row of every table, bytes as hexadecimal digits.</summary>
    private Task<string> DumpAsync() => Clinic.LookAsync(async context =>
    {
        var values = new List<string>();
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Order())
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name of a table of ours
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                values.AddRange(Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)
                    .Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}"));
            }
        }

        return string.Join('\n', values);
    });
}

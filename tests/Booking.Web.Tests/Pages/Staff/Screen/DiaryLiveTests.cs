using System.Diagnostics;
using System.Globalization;
using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whoever looks at a day is told when it has changed, whichever node changed it.</summary>
public sealed class DiaryLiveTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_number_comes_at_once_and_is_the_one_of_the_data()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var news = await ListenAsync(desk, "from=2026-11-24");

        Assert.Equal((await desk.DiaryAsync("from=2026-11-24")).Text("number"), await NextAsync(news));
    }

    [Fact]
    public async Task A_change_that_another_process_has_made_arrives()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var day = await ListenAsync(desk, "from=2026-12-01");
        using var week = await ListenAsync(desk, "from=2026-11-30&days=7");
        var (before, weekBefore) = (await NextAsync(day), await NextAsync(week));

        // As another node writes: past this one's own memory.
        await using (var context = clinic.Database.Open())
        {
            await context.ChangeDatesAsync([new DateOnly(2026, 12, 1)], default);
        }

        Assert.NotEqual(before, await NextAsync(day));
        Assert.NotEqual(weekBefore, await NextAsync(week));
    }

    [Fact]
    public async Task Sixty_screens_are_all_told()
    {
        var desks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => clinic.SignInAsync(StaffRole.Receptionist)));
        var screens = await Task.WhenAll(Enumerable.Range(0, 60).Select(screen => ListenAsync(desks[screen % 5], "from=2026-12-03")));
        await Task.WhenAll(screens.Select(NextAsync));

        var booked = await clinic.BookAsync("Sixty Sid", new DateOnly(2026, 12, 3), new(9, 0));
        var clock = Stopwatch.StartNew();

        foreach (var screen in screens)
        {
            string told;
            do
            {
                told = await NextAsync(screen); // the hold before the booking is news too, and so is what follows from it
            }
            while (told != (await desks[0].DiaryAsync("from=2026-12-03")).Text("number"));
            screen.Dispose();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"60 screens told, and the number read anew for each, within {clock.ElapsedMilliseconds} ms"));
        Array.ForEach(desks, desk => desk.Dispose());
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Of_one_persons_many_screens_the_latest_are_told_and_other_peoples_all()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var other = await clinic.SignInAsync(StaffRole.Receptionist);
        using var others = await ListenAsync(other, "from=2026-12-04");
        using var first = await ListenAsync(desk, "from=2026-12-04");
        var later = new List<StreamReader>();
        for (var screen = 0; screen < DiaryWatch.MostScreens; screen++)
        {
            later.Add(await ListenAsync(desk, "from=2026-12-04"));
            await NextAsync(later[^1]);
        }

        Assert.EndsWith("retry: 30000\n\n", await first.ReadToEndAsync(new CancellationTokenSource(Patience).Token), StringComparison.Ordinal);
        await NextAsync(others);
        await using (var context = clinic.Database.Open())
        {
            await context.ChangeDatesAsync([new DateOnly(2026, 12, 4)], default);
        }

        await Task.WhenAll(later.Append(others).Select(NextAsync));
        later.ForEach(screen => screen.Dispose());
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_and_hears_nothing()
    {
        using var stranger = clinic.Visit();

        using var answer = await stranger.Client.GetAsync(new Uri("/staff/diary/live?from=2026-11-24", UriKind.Relative));

        Assert.Equal("/staff/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task No_day_at_all_cannot_be_listened_to()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        using var answer = await desk.Client.GetAsync(new Uri("/staff/diary/live?from=whenever", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<StreamReader> ListenAsync(Visitor desk, string query)
    {
        var answer = await desk.Client.GetAsync(
            new Uri($"/staff/diary/live?{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task<string> NextAsync(StreamReader news)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await news.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line[6..];
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }
}

using System.Text.RegularExpressions;
using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>
/// The clinic of the examples with Cara, who comes for one visit on the Tuesday, the Wednesday and the Thursday: what she is
/// asked for by name is soon all gone. It texts by a provider of its own.
/// </summary>
public sealed partial class WaitingClinic : TestClinic
{
    public const string Cara = "Cara Lowe";

    /// <summary>What the clinic's clock shows when a test begins: nobody is asleep.</summary>
    public const string Ten = "2026-11-23 10:00";

    /// <summary>The times of Cara's three visits.</summary>
    public const string Tuesday = "2026-11-24 09:00";
    public const string Wednesday = "2026-11-25 09:00";
    public const string Thursday = "2026-11-26 09:00";

    private int _begun;
    private int _read;

    public TwilioServer Twilio { get; private set; } = null!;

    public WaitingList Waiting => Services.GetRequiredService<WaitingList>();

    public override async ValueTask InitializeAsync()
    {
        Twilio = await TwilioServer.StartAsync(Clock);
        await base.InitializeAsync();
        await ChangeAsync(async context =>
        {
            var treatments = await context.Treatments.Where(t => t.Slug != "acupuncture").ToListAsync();
            var cara = new Practitioner { Slug = "cara-lowe", FullName = Cara, Treatments = treatments };
            cara.Changes.AddRange(Enumerable.Range(24, 3).Select(day =>
                new DayChange { Date = new(2026, 11, day), Start = new(9, 0), End = new(9, 45) }));
            context.Add(cara);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Twilio.DisposeAsync();
    }

    /// <summary>An empty diary and an empty list, at ten on the Monday.</summary>
    public async Task BeginAsync()
    {
        await StartAfreshAsync();
        await ChangeAsync(async context =>
        {
            var rules = await context.Rules.SingleAsync();
            (rules.OffersAtOnce, rules.OfferMinutes) = (BookingRules.UsuallyOffered, BookingRules.UsuallyOfferedMinutes);
            await context.RefusedNumbers.ExecuteDeleteAsync();
            await context.FreedDays.ExecuteDeleteAsync();
        });
        WindTo(Ten);
        (_begun, _read) = (Twilio.Taken.Count, Twilio.Taken.Count);
    }

    /// <summary>The round and the texts of one minute; how many people something is offered to.</summary>
    public async Task<int> GoRoundAsync()
    {
        var offered = await Waiting.GoRoundAsync(default);
        await Services.GetRequiredService<MessageSweep>().RunAsync(default);
        return offered;
    }

    /// <summary>All who wait find that the week was given back since they joined: everybody had been away.</summary>
    public Task FreeAsync() => ChangeAsync(async context =>
    {
        var now = Clock.UtcNow();
        foreach (var entry in await context.WaitingEntries.Select(e => new { e.Id, e.JoinedAt }).ToListAsync())
        {
            await context.WaitingEntries.Where(e => e.Id == entry.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(e => e.JoinedAt, entry.JoinedAt.AddMinutes(-10)));
        }

        foreach (var practitioner in await context.Practitioners.Select(p => p.Id).ToListAsync())
        {
            var away = new Block { PractitionerId = practitioner, From = new(2026, 11, 23), Until = new(2026, 11, 29), Reason = "Away" };
            away.Remove(new Signature("Rita Desk", now.AddMinutes(-5)));
            context.Add(away);
        }
    });

    /// <summary>The texts that came since this was asked last, but for the links to places on the list.</summary>
    public IReadOnlyList<SentText> NewTexts()
    {
        var texts = Twilio.Taken.Skip(_read).ToList();
        _read += texts.Count;
        return texts.FindAll(text => !IsLink(text));
    }

    /// <summary>The texts of this test with the link to a place on the list that went to this number.</summary>
    public IReadOnlyList<SentText> LinksTo(string number) =>
        [.. Twilio.Taken.Skip(_begun).Where(text => IsLink(text) && text.To == number)];

    public Task<WaitingEntry> PlaceOfAsync(string name) => LookAsync(context => context.WaitingEntries.AsNoTracking()
        .Include(e => e.Offers).Include(e => e.History).Include(e => e.Kept)
        .OrderByDescending(e => e.Id).FirstAsync(e => e.JoinedAs == name));

    public Task<List<string>> FaultsAsync() =>
        LookAsync(async context => (await DiaryChecker.FaultsAsync(context, Clock.UtcNow())).ToList());

    /// <summary>Where the link in this text leads, on this machine.</summary>
    public static string LinkIn(SentText text) => LinkIn(text.Body);

    public static string LinkIn(string words) => LinkOfTheList().Match(words).Value is { Length: > 0 } link
        ? link
        : throw new InvalidOperationException("The text leads nowhere.");

    private static bool IsLink(SentText text) => text.Body.Contains("you are on our waiting list", StringComparison.Ordinal);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in Twilio.Settings)
        {
            builder.UseSetting(name, value);
        }
    }

    [GeneratedRegex("/waiting/[a-z0-9]{26}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkOfTheList();
}

/// <summary>Tests in one clinic, each of which finds the diary and the list empty on a Monday at ten.</summary>
public abstract class WaitingTests(WaitingClinic clinic) : IClassFixture<WaitingClinic>, IAsyncLifetime
{
    protected WaitingClinic Clinic => clinic;

    public async ValueTask InitializeAsync() => await clinic.BeginAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

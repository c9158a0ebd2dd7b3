using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Three processes of the site on one database, sending by one provider, and a day for each race.</summary>
public class ThreeNodes : IAsyncLifetime
{
    private static readonly TimeSpan TextsTake = TimeSpan.FromSeconds(30);

    private readonly TestDatabase _database = new();
    private readonly List<Contender> _people = [];
    private TwilioServer _twilio = null!;
    private DateOnly _day = TimeProvider.System.Today().AddDays(2);

    public ClinicProcess[] Nodes { get; private set; } = [];

    internal FrontDoor FrontDoor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var context = Open())
        {
            await PrepareAsync(context);
        }

        _twilio = await TwilioServer.StartAsync();
        Nodes = await Task.WhenAll(StartNodeAsync(), StartNodeAsync(), StartNodeAsync());
        FrontDoor = new FrontDoor(Nodes);
    }

    public async ValueTask DisposeAsync()
    {
        _people.ForEach(one => one.Dispose());
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await _twilio.DisposeAsync();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    public BookingDbContext Open() => _database.Open();

    public Task<ClinicProcess> StartNodeAsync() =>
        ClinicProcess.StartAsync(_database, [.. _twilio.Settings.Select(setting => (setting.Key, setting.Value!))]);

    /// <summary>A day on which nothing is written yet, and which no other race gets.</summary>
    internal async Task<DateOnly> NewDayAsync()
    {
        await using var context = Open();
        do
        {
            _day = _day.AddDays(1);
        }
        while (await context.Closures.AnyAsync(closure => closure.FirstDay <= _day && _day <= closure.LastDay)
            || await context.Appointments.AnyAsync(a => a.Date == _day)
            || await context.Blocks.AnyAsync(b => b.Until > _day.ToDateTime(TimeOnly.MinValue) && b.From < _day.AddDays(1).ToDateTime(TimeOnly.MinValue)));

        return _day;
    }

    /// <summary>A member of staff in this role, signed in.</summary>
    internal async Task<Visitor> SignInAsync(StaffRole role)
    {
        var member = StaffMember.New("Rosa Desk", $"rosa.{Guid.NewGuid():N}@clinic.example", role);
        member.PasswordHash = new PasswordHasher<StaffMember>().HashPassword(member, StaffedClinic.Password);
        await using var context = Open();
        context.Add(member);
        await context.SaveChangesAsync();
        var desk = FrontDoor.Visit();
        await StaffedClinic.SignInAsync(desk, member.Email!, StaffedClinic.Password);
        return desk;
    }

    /// <summary>So many people, each looking at the times of this day with the next of these practitioners.</summary>
    internal async Task<IReadOnlyList<Contender>> CrowdAsync(int size, string treatment, DateOnly day, params string?[] with)
    {
        Contender[] crowd = [.. Enumerable.Range(0, size).Select(_ => new Contender(FrontDoor))];
        _people.AddRange(crowd);
        await Task.WhenAll(crowd.Select((one, index) => one.LookAsync(treatment, day, with.Length == 0 ? null : with[index % with.Length])));
        return crowd;
    }

    /// <summary>Lets each of them get as far as the details for this time, one after the other, all of their holds lapsed.</summary>
    internal async Task<IReadOnlyList<Contender>> AtDetailsAsync(IReadOnlyList<Contender> crowd, TimeOnly start)
    {
        await using var context = Open();
        foreach (var one in crowd)
        {
            await one.ChooseAsync(start);
            Assert.True(one.Holds, one.Page.Text);
            await LetHoldsLapseAsync(context);
        }

        return crowd;
    }

    /// <summary>As if five minutes had passed, on every node's clock.</summary>
    internal static async Task LetHoldsLapseAsync(BookingDbContext context)
    {
        var past = DateTime.UtcNow.AddMinutes(-1);
        await context.ChangeDatesAsync(await context.WrittenDatesAsync(), CancellationToken.None);
        await context.Holds.ExecuteUpdateAsync(row => row.SetProperty(hold => hold.Expires, past));
        await context.DiaryClaims.Where(claim => claim.Expires != null)
            .ExecuteUpdateAsync(row => row.SetProperty(claim => claim.Expires, past));
    }

    /// <summary>Nothing in the diary is wrong, all of these are in it, and no text went twice.</summary>
    internal async Task AssertInOrderAsync(IEnumerable<Contender> booked)
    {
        await using var context = Open();
        Assert.Empty(await DiaryChecker.FaultsAsync(context, DateTime.UtcNow));
        Assert.Empty(await DiaryChecker.LostAsync(context, booked.Select(one => one.Reference)));
        var planned = await context.Messages.Where(message => message.Tries > 0).Select(message => message.To).ToListAsync();
        Assert.All(
            _twilio.Taken.GroupBy(text => text.To),
            texts => Assert.InRange(texts.Count(), 1, planned.Count(to => to == texts.Key)));
    }

    /// <summary>The texts to this number, as soon as there is one.</summary>
    internal async Task<IReadOnlyList<SentText>> TextsToAsync(string mobile)
    {
        var number = Telephone.Parse(mobile).Text;
        using var patience = new CancellationTokenSource(TextsTake);
        while (!_twilio.Taken.Any(text => text.To == number))
        {
            await Task.Delay(100, patience.Token);
        }

        return [.. _twilio.Taken.Where(text => text.To == number)];
    }

    /// <summary>The database as it is before the first node starts.</summary>
    protected virtual Task PrepareAsync(BookingDbContext context) => CrowdedClinic.SetUpAsync(context);
}

/// <summary>The races share the three nodes, and so run one after the other.</summary>
[CollectionDefinition]
public sealed class Races : ICollectionFixture<ThreeNodes>;

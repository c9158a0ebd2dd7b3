using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>
/// The running clinic of the examples, as it runs for patients and not as a demo. Aisha treats backs and sports injuries,
/// Ben sports injuries and with needles, for which there is one room. Monday to Friday 08:00-20:00, Saturday 08:00-13:00.
/// </summary>
public class TestClinic : RunningClinic, IAsyncLifetime
{
    /// <summary>A Monday in winter at seven: with four hours' notice the first time that day is eleven.</summary>
    public const string MondayMorning = "2026-11-23 07:00";

    public ClinicLog Log { get; } = new();

    public virtual async ValueTask InitializeAsync()
    {
        _ = Address; // the database is made when the site starts
        await ChangeAsync(async context =>
        {
            (await context.Rules.SingleAsync()).NoticeMinutes = 240;
            context.AddRange(Practitioners());
            context.Add(new Room { Name = "Quiet room", Kind = "Needles" });
        });
    }

    /// <summary>An empty diary, as on that Monday morning; the set-up stays.</summary>
    public async Task StartAfreshAsync()
    {
        WindTo(MondayMorning);
        await using var context = Database.Open();
        await context.ChangeDatesAsync(await context.WrittenDatesAsync(), CancellationToken.None);
        await context.WaitingLinks.ExecuteDeleteAsync();
        await context.TelephoneDays.ExecuteDeleteAsync();
        await context.Offers.ExecuteDeleteAsync();
        await context.Set<WaitingEvent>().ExecuteDeleteAsync();
        await context.Messages.ExecuteDeleteAsync();
        await context.WaitingEntries.ExecuteDeleteAsync();
        await context.ReceivedTexts.ExecuteDeleteAsync();
        await context.SendingStatus.ExecuteDeleteAsync(); // wound back, the clock would seem to have been away
        await context.Set<AppointmentEvent>().ExecuteDeleteAsync();
        await context.AppointmentLinks.ExecuteDeleteAsync();
        await context.Appointments.ExecuteDeleteAsync();
        await context.DiaryClaims.ExecuteDeleteAsync();
        await context.Holds.ExecuteDeleteAsync();
        await context.Blocks.ExecuteDeleteAsync();
        await context.PatientMerges.ExecuteDeleteAsync();
        await context.Set<PatientEvent>().ExecuteDeleteAsync();
        await context.Patients.ExecuteDeleteAsync();
    }

    /// <summary>Winds the clock, on or back, to what the clinic's wall shows then.</summary>
    public void WindTo(string wall) =>
        Clock.AdjustTime(new DateTimeOffset(ClinicTime.ToUtc(DateTime.Parse(wall, CultureInfo.InvariantCulture))));

    /// <summary>Changes what the clinic remembers past its pages: its set-up, or what another node has done.</summary>
    public async Task ChangeAsync(Func<BookingDbContext, Task> change)
    {
        await using var context = Database.Open();
        await change(context);
        await context.SaveDiaryAsync();
    }

    /// <summary>A new version of the safety questions, as staff save one.</summary>
    public Task NewWordingAsync(string signs) => ChangeAsync(async context => context.Add(new RedFlagWording
    {
        Version = 1 + await context.RedFlagWordings.MaxAsync(wording => wording.Version),
        Signs = signs,
    }));

    public async Task<T> LookAsync<T>(Func<BookingDbContext, Task<T>> look)
    {
        await using var context = Database.Open();
        return await look(context);
    }

    /// <summary>How much the diary holds: equal before and after what is refused.</summary>
    public Task<string> TallyAsync() => LookAsync(async context => string.Join(", ",
        $"{await context.Appointments.CountAsync()} appointments",
        $"{await context.Appointments.SumAsync(a => a.Version)} changes",
        $"{await context.Holds.CountAsync()} holds",
        $"{await context.DiaryClaims.CountAsync()} claims",
        $"{await context.Patients.CountAsync()} patients",
        $"{await context.AppointmentLinks.CountAsync()} links",
        $"{await context.Messages.CountAsync()} messages"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        builder.UseSetting("Clinic:PublicBaseUrl", "http://westhill.example");
        builder.UseSetting("Jobs:Run", "false");
        builder.ConfigureLogging(logging => logging.AddProvider(Log));
    }

    private static IEnumerable<Practitioner> Practitioners()
    {
        var backs = new Service { Slug = "sciatica", Name = "Sciatica and back pain", Position = 1, NeedsRedFlagCheck = true };
        var injuries = new Service { Slug = "sports-injuries", Name = "Sports injuries", Position = 2 };
        var needles = new Service { Slug = "acupuncture", Name = "Acupuncture", Position = 3 };
        var first = New("sciatica-first-visit", "Sciatica or back pain, first visit", backs, minutes: 45);
        var followUp = New("sciatica-follow-up", "Sciatica or back pain, follow-up", backs, minutes: 30);
        var sports = New("sports-injury", "Sports injury", injuries, minutes: 45);
        var sportsFollowUp = New("sports-follow-up", "Sports injury, follow-up", injuries, minutes: 30);
        var acupuncture = New("acupuncture", "Acupuncture", needles, minutes: 30);
        var byPhone = New("sports-by-phone", "Sports injury, for reception to book", injuries, minutes: 45);
        (followUp.OpenToNewPatients, sportsFollowUp.OpenToNewPatients, byPhone.BookableOnline) = (false, false, false);
        (acupuncture.TurnaroundMinutes, acupuncture.RoomKind) = (10, "Needles");
        yield return Works("Aisha Khan", first, followUp, sports, sportsFollowUp, byPhone);
        yield return Works("Ben Howard", sports, sportsFollowUp, acupuncture);
    }

    /// <summary>Somebody who works the clinic's whole week.</summary>
    public static Practitioner Works(string name, params Treatment[] gives)
    {
        var practitioner = new Practitioner
        {
            Slug = name.ToLowerInvariant().Replace(' ', '-'),
            FullName = name,
            Sessions = [.. Enum.GetValues<DayOfWeek>().Except([DayOfWeek.Saturday, DayOfWeek.Sunday])
                .Select(day => new Session { Day = day, Start = new(8, 0), End = new(20, 0) })],
            Treatments = [.. gives],
        };
        practitioner.Sessions.Add(new Session { Day = DayOfWeek.Saturday, Start = new(8, 0), End = new(13, 0) });
        return practitioner;
    }

    private static Treatment New(string slug, string name, Service service, int minutes) =>
        new() { Slug = slug, Name = name, Service = service, Minutes = minutes, PricePence = 5800 };
}

using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The running clinic with a provider of its own that it texts through, and appointments made without pages.</summary>
public class TextingClinic : RunningClinic, IAsyncLifetime
{
    public const string Site = "http://clinic.example";

    /// <summary>A Monday noon: nobody is asleep.</summary>
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0);

    public TwilioServer Twilio { get; private set; } = null!;

    protected virtual IEnumerable<KeyValuePair<string, string?>> More => Twilio.Settings;

    public async ValueTask InitializeAsync()
    {
        WindTo(Noon);
        Twilio = await TwilioServer.StartAsync(Clock);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Twilio.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Winds the clock on to what the clinic's wall shows then.</summary>
    public void WindTo(DateTime wall) => Clock.SetUtcNow(new DateTimeOffset(ClinicTime.ToUtc(wall)));

    public Task SweepAsync() => Services.GetRequiredService<MessageSweep>().RunAsync(CancellationToken.None);

    /// <summary>Books and returns the appointment's id; the claims are other tests' business.</summary>
    public async Task<int> BookAsync(DateTime startsAt, string telephone = "+447700900123", string name = "Jo Bloggs")
    {
        _ = Services; // the database is made when the site starts
        await using var context = Database.Open();
        var appointment = await AppointmentAsync(context, startsAt, telephone, name, Clock.UtcNow());
        await context.SaveChangesAsync();
        return appointment.Id;
    }

    /// <summary>Sets how long before an appointment its patient is reminded.</summary>
    public async Task RemindAsync(params int[] hours)
    {
        _ = Services;
        await using var context = Database.Open();
        context.RemoveRange(await context.Set<ReminderLead>().ToListAsync());
        context.AddRange(hours.Select(before => new ReminderLead { RulesId = 1, HoursBefore = before }));
        await context.SaveChangesAsync();
    }

    public async Task<Message> MessageAsync(int appointment, MessageKind kind = MessageKind.Confirmation)
    {
        await using var context = Database.Open();
        return await context.Messages.SingleAsync(m => m.AppointmentId == appointment && m.Kind == kind
            && m.Channel == MessageChannel.Text && m.Why != WhyNotSent.Replaced);
    }

    /// <summary>Changes a row past the site, as a crash, another node or a person with a database tool would leave it.</summary>
    public async Task MeddleAsync(FormattableString sql)
    {
        await using var context = Database.Open();
        Assert.True(await context.Database.ExecuteSqlAsync(sql) > 0);
    }

    public static async Task<Appointment> AppointmentAsync(
        BookingDbContext context, DateTime startsAt, string telephone, string name, DateTime now)
    {
        var treatment = await context.Treatments.FirstAsync();
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = treatment.Id,
            PractitionerId = await context.Practitioners.Select(p => p.Id).FirstAsync(),
            RoomId = null,
            Date = DateOnly.FromDateTime(startsAt),
            Start = TimeOnly.FromDateTime(startsAt),
            Minutes = treatment.Minutes,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = now,
            Expires = now,
        };
        var (who, number) = (PersonName.Parse(name), Telephone.Parse(telephone));
        var patient = context.Patients.Local.FirstOrDefault(p => p.FullName == name && p.Telephone == telephone)
            ?? await context.Patients.SingleOrDefaultAsync(p => p.FullName == name && p.Telephone == telephone)
            ?? Patient.New(who, number, email: null, namesake: 0, now);
        var appointment = Appointment.Book(hold, roomId: null, patient, treatment.PricePence, await context.Rules.SingleAsync(), now);
        context.Add(appointment);
        return appointment;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Clinic:PublicBaseUrl", Site);
        builder.UseSetting("Jobs:Run", "false");
        foreach (var (name, value) in More)
        {
            builder.UseSetting(name, value);
        }
    }
}

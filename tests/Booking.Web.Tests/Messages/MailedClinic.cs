using System.Text;
using Booking.Data;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic that texts, with a mail server of its own too.</summary>
public class MailedClinic : TextingClinic
{
    public const string Jo = "jo@example.com";

    public SmtpServer Mail { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> More =>
        base.More.Concat(Mail.Settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));

    public Desk Desk => Services.GetRequiredService<Desk>();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Books for Jo, who has an address and likes to be told so.</summary>
    public async Task<int> BookAsync(DateTime startsAt, ToldBy by, string telephone = "+447700900123", string? email = Jo)
    {
        var id = await BookAsync(startsAt, telephone);
        await using var context = Database.Open();
        var patient = await context.Patients.Include(p => p.Words).SingleAsync(p => p.Telephone == telephone);
        patient.Change(patient.Details with { Email = email, ToldBy = by }, patient.Namesake, "the tests", Clock.UtcNow());
        await context.SaveChangesAsync();
        return id;
    }

    public async Task<Message?> EmailAsync(int appointment, MessageKind kind = MessageKind.Confirmation)
    {
        await using var context = Database.Open();
        return await context.Messages.SingleOrDefaultAsync(
            m => m.AppointmentId == appointment && m.Kind == kind && m.Channel == MessageChannel.Email);
    }

    public async Task<List<Message>> EmailsAsync()
    {
        await using var context = Database.Open();
        return await context.Messages.Where(m => m.Channel == MessageChannel.Email).ToListAsync();
    }

    /// <summary>Books this many patients of their own who like to be told so.</summary>
    public async Task BookManyAsync(int count, ToldBy by, DateTime startsAt)
    {
        for (var i = 0; i < count; i++)
        {
            await BookAsync(startsAt, by, $"+4477009003{i:00}");
        }
    }

    /// <summary>Time goes on, and every few hours somebody looks for what is due: nobody was away.</summary>
    public async Task PassTimeToAsync(DateTime wall)
    {
        for (var next = Clock.Now().AddHours(5); next < wall; next = next.AddHours(5))
        {
            WindTo(next);
            await SweepAsync();
        }

        WindTo(wall);
    }

    public async Task<string> ReadyAsync()
    {
        using var visitor = Visit();
        return await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
    }

    /// <summary>How the desk sees it now.</summary>
    public async Task<Seen> SeenAsync(int appointment)
    {
        await using var context = Database.Open();
        return new Seen(appointment, await context.Appointments.Where(a => a.Id == appointment).Select(a => a.Version).SingleAsync());
    }

    /// <summary>What an e-mail tells the patient's calendar.</summary>
    public static (string Method, CalendarEvent Visit) Calendar(MimeMessage email)
    {
        var part = Assert.Single(email.Attachments.OfType<MimePart>());
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(content.ToArray()))!;
        Assert.Equal(calendar.Method, part.ContentType.Parameters["method"]);
        return (calendar.Method!, Assert.Single(calendar.Events));
    }
}

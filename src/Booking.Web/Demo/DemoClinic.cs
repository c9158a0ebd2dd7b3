using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>West Hill Physiotherapy as it might be: who works there, when, and what they give. For Development only.</summary>
internal static class DemoClinic
{
    private const string TreatmentRoom = "Treatment room";
    private const string AcupunctureRoom = "Acupuncture room";

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Fills an empty clinic; one that has any treatment is left alone.</summary>
    public static async Task SeedAsync(IDbContextFactory<BookingDbContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Treatments.AnyAsync(cancellation))
        {
            return;
        }

        context.AddRange(
            new Room { Name = "Room 1", Kind = TreatmentRoom },
            new Room { Name = "Room 2", Kind = TreatmentRoom },
            new Room { Name = "Room 3", Kind = TreatmentRoom },
            new Room { Name = "Quiet room", Kind = AcupunctureRoom });
        context.AddRange(Practitioners(Treatments()));
        await context.SaveChangesAsync(cancellation);
    }

    private static Treatment[] Treatments()
    {
        var sciatica = new Service { Slug = "sciatica", Name = "Sciatica and back pain", Position = 1, NeedsRedFlagCheck = true };
        var sports = new Service { Slug = "sports-injuries", Name = "Sports injuries", Position = 2 };
        var acupuncture = new Service { Slug = "acupuncture", Name = "Acupuncture", Position = 3 };
        var physiotherapy = new Service { Slug = "physiotherapy", Name = "Physiotherapy", Position = 4, NeedsRedFlagCheck = true };
        return
        [
            New("sciatica-first-visit", "Sciatica or back pain, first visit", sciatica, 45, 5800, TreatmentRoom),
            New("sciatica-follow-up", "Sciatica or back pain, follow-up", sciatica, 30, 4200, TreatmentRoom, firstVisit: false),
            New("sports-injury", "Sports injury", sports, 45, 5800, TreatmentRoom),
            New("acupuncture", "Acupuncture", acupuncture, 30, 4800, AcupunctureRoom, turnaround: 10),
            New("physiotherapy-first-visit", "Physiotherapy, first visit", physiotherapy, 45, 5800, TreatmentRoom),
            New("physiotherapy-follow-up", "Physiotherapy, follow-up", physiotherapy, 30, 4200, TreatmentRoom, firstVisit: false),
        ];
    }

    private static Treatment New(
        string slug, string name, Service service, int minutes, int pence, string room, int turnaround = 0, bool firstVisit = true) =>
        new()
        {
            Slug = slug,
            Name = name,
            Service = service,
            Minutes = minutes,
            TurnaroundMinutes = turnaround,
            PricePence = pence,
            RoomKind = room,
            OpenToNewPatients = firstVisit,
        };

    private static IEnumerable<Practitioner> Practitioners(Treatment[] all)
    {
        var needles = all.Where(treatment => treatment.Slug == "acupuncture").ToArray();
        var hands = all.Except(needles).ToArray();
        yield return Works("Amy Patel", "Physiotherapist", all, new(8, 0), new(16, 0), lunch: new(12, 0), saturday: true);
        yield return Works("Ben Howard", "Sports physiotherapist", hands, new(12, 0), new(20, 0), lunch: new(16, 0));
        yield return Works("Chloe Wren", "Physiotherapist and acupuncturist", all, new(9, 0), new(17, 30), lunch: new(13, 0));
        yield return Works("Dan Osei", "Physiotherapist", hands, new(8, 0), new(14, 0), lunch: new(11, 0), saturday: true);
        yield return Works("Ella Frost", "Physiotherapist", hands, new(14, 0), new(20, 0), lunch: new(17, 0));
    }

    private static Practitioner Works(
        string name, string role, Treatment[] gives, TimeOnly from, TimeOnly until, TimeOnly lunch, bool saturday = false)
    {
        var practitioner = new Practitioner
        {
            Slug = name.ToLowerInvariant().Replace(' ', '-'),
            FullName = name,
            Role = role,
            Sessions = [.. Weekdays.Select(day => new Session { Day = day, Start = from, End = until })],
            Breaks = [.. Weekdays.Select(day => new WeeklyBreak { Day = day, Start = lunch, End = lunch.AddMinutes(30) })],
            Treatments = [.. gives],
        };
        if (saturday)
        {
            practitioner.Sessions.Add(new Session { Day = DayOfWeek.Saturday, Start = new(9, 0), End = new(13, 0) });
        }

        return practitioner;
    }
}

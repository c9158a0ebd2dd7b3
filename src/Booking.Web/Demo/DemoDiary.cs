using System.Security.Cryptography;
using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>
/// A diary that looks like one in use, so that somebody who tries the product finds a clinic at work. Every name is invented
/// and every number is of those that Ofcom keeps for drama.
/// </summary>
internal static class DemoDiary
{
    private const int Days = 12;
    private const int Fullness = 65;

    private static readonly string[] First =
    [
        "Olivia", "Noah", "Isla", "Oscar", "Mia", "Leo", "Ava", "Arthur", "Grace", "George", "Freya", "Harry", "Amelia", "Theo",
        "Zoë", "Siobhán", "Ravi", "Fatima", "Kwame", "Ngozi", "Wei", "Ines", "Tomasz", "Aoife",
    ];

    private static readonly string[] Last =
    [
        "Shaw", "Khan", "Burton", "Pike", "Hussain", "Grant", "Doyle", "Webb", "Lowe", "Ellis", "Long", "Reed", "Okafor", "Nowak",
        "O'Brien", "Costa", "Singh", "Mensah", "Li", "Hughes",
    ];

    private static readonly string[] Notes = ["Stairs are hard: use Room 1", "Brings a scan", "Prefers to be rung", "Daughter drives"];

    /// <summary>Fills the days from today on; a diary in which anything is written is left alone.</summary>
    public static async Task SeedAsync(
        IDbContextFactory<BookingDbContext> contexts, Diary diary, TimeProvider clock, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Appointments.AnyAsync(cancellation))
        {
            return;
        }

        var clinic = await diary.ClinicAsync(cancellation);
        var people = People(clock.UtcNow());
        foreach (var date in Enumerable.Range(0, Days).Select(clock.Today().AddDays).Where(date => clinic.ClosureOn(date) is null))
        {
            var booked = Day(clinic, date, people, clock).ToList();
            context.AddRange(booked);
            await context.SaveChangesAsync(cancellation);
            context.AddRange(booked.SelectMany(appointment => appointment.Claims()));
            await context.SaveChangesAsync(cancellation);
            await context.ChangeDatesAsync([date], cancellation);
        }
    }

    // Nobody comes twice on one day.
    private static IEnumerable<Appointment> Day(Clinic clinic, DateOnly date, Patient[] people, TimeProvider clock)
    {
        RandomNumberGenerator.Shuffle(people.AsSpan());
        var waiting = new Queue<Patient>(people);
        var taken = new Occupancy();
        foreach (var practitioner in clinic.Practitioners)
        {
            var treatments = clinic.Treatments.Where(practitioner.Gives).ToArray();
            foreach (var start in practitioner.HoursOn(date).Ticks().Where(tick => tick % 3 == 0).Select(TickSet.TimeOf))
            {
                var treatment = Pick(treatments);
                var day = new DiaryDay(clinic, practitioner, date, taken, date.ToDateTime(TimeOnly.MinValue), atDesk: true);
                if (day.WhyNot(treatment, start) is null && Chance(Fullness))
                {
                    var place = new Place(treatment, practitioner, day.RoomFor(treatment, start), date, start, treatment.Minutes);
                    var booked = Book(clinic, place, waiting.Dequeue(), clock);
                    Take(taken, booked);
                    yield return booked;
                }
            }
        }
    }

    private static void Take(Occupancy taken, Appointment booked)
    {
        var whole = booked.Slot.Lengthened(booked.TurnaroundMinutes);
        taken.Take(Resource.Practitioner(booked.PractitionerId), whole);
        if (booked.RoomId is { } room)
        {
            taken.Take(Resource.Room(room), whole);
        }
    }

    private static Appointment Book(Clinic clinic, Place place, Patient patient, TimeProvider clock)
    {
        var wording = place.Treatment.Service.NeedsRedFlagCheck ? clinic.RedFlags?.Version : null;
        var note = Chance(12) ? Pick(Notes) : null;
        var appointment = Appointment.BookAtDesk(
            place, patient, Chance(15), wording, note, clinic.Rules, new Signature("Rosa at the desk", clock.UtcNow().AddDays(-2)));
        foreach (var text in appointment.Messages.Where(text => text.Kind == MessageKind.Confirmation))
        {
            Deliver(text);
        }

        var now = clock.Now();
        var by = new Signature("Rosa at the desk", clock.UtcNow());
        _ = now > place.Slot.EndsAt ? appointment.Mark(Chance(8) ? AppointmentStatus.DidNotAttend : AppointmentStatus.Attended, clinic.Rules, by)
            : now > place.Slot.StartsAt.AddMinutes(-5) ? appointment.Mark(AppointmentStatus.Arrived, clinic.Rules, by)
            : Chance(30) ? appointment.Mark(AppointmentStatus.Confirmed, clinic.Rules, by)
            : null;
        return appointment;
    }

    private static void Deliver(Message text)
    {
        var moment = text.Due!.Value;
        var ticket = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes)).Text;
        text.Claim(moment);
        text.Try("+447700900000", [], 1, ticket);
        text.Hear(new DeliveryReport($"SM{ticket}", DeliveryResult.Delivered), moment);
    }

    private static Patient[] People(DateTime utcNow) =>
    [
        .. Enumerable.Range(0, 120).Select(number => Patient.New(
            PersonName.Parse($"{First[number % First.Length]} {Last[number * 7 % Last.Length]}"),
            Telephone.Parse($"07700 900{number:000}"),
            email: null,
            namesake: 0,
            utcNow)),
    ];

    private static T Pick<T>(T[] some) => some[RandomNumberGenerator.GetInt32(some.Length)];

    private static bool Chance(int percent) => RandomNumberGenerator.GetInt32(100) < percent;
}

using System.Net;
using System.Security.Cryptography;
using Booking.Data;
using Booking.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Those who were offered one time say yes at once, on three nodes: one has it, and the others are where they were.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class WaitingRaceTests(ThreeNodes clinic)
{
    private const string Yes = "Yes, book it for me";

    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public async Task A_freed_time_is_offered_to_three_on_the_waiting_list_and_all_say_yes_within_a_second_one_is_booked_and_two_are_told_they_are_still_on_the_list()
    {
        var day = await clinic.NewDayAsync();
        var people = await OfferAsync(day, 3);

        await Task.WhenAll(people.Select(one => one.SayYesAsync()));

        var booked = Assert.Single(people, one => one.IsBooked);
        Assert.All(people.Where(one => one != booked), one =>
        {
            Assert.Equal(HttpStatusCode.Conflict, one.Page.Status);
            Assert.Contains("You are still on the waiting list", one.Page.Text, StringComparison.Ordinal);
        });
        await AssertOneHasItAsync(day, people, booked);
    }

    [Fact]
    public async Task Of_three_who_would_swap_their_appointment_one_does_and_the_others_keep_theirs_untouched()
    {
        var (day, later) = (await clinic.NewDayAsync(), await clinic.NewDayAsync());
        var people = await OfferAsync(day, 3, keptOn: later);

        await Task.WhenAll(people.Concat(people).Select(one => one.SayYesAsync())); // each presses twice

        var booked = Assert.Single(people, one => one.Answers.Any(page => page.Text.Contains("You are booked", StringComparison.Ordinal)));
        await AssertOneHasItAsync(day, people, booked);
        await using var context = clinic.Open();
        var kept = await context.Appointments.AsNoTracking().Where(a => a.Date == later).ToListAsync();
        Assert.Equal(2, kept.Count);
        Assert.All(kept, a => Assert.Equal((1, true), (a.Version, a.Stands)));
    }

    [Fact]
    public async Task A_node_that_is_killed_while_they_say_yes_leaves_the_time_with_one_or_with_nobody()
    {
        var day = await clinic.NewDayAsync();
        var people = await OfferAsync(day, 3);
        await using (var node = await clinic.StartNodeAsync())
        {
            clinic.FrontDoor.LeadTo(node);
            var answers = people.Select(one => one.TryYesAsync()).ToList();
            await Task.WhenAny(answers);
            node.Kill();
            await Task.WhenAll(answers);
            clinic.FrontDoor.LeadTo(clinic.Nodes);
        }

        await Task.WhenAll(people.Select(one => one.SayYesAsync()));

        await AssertOneHasItAsync(day, people, Assert.Single(people, one => one.IsBooked));
    }

    private async Task AssertOneHasItAsync(DateOnly day, IReadOnlyList<Asked> people, Asked booked)
    {
        await using var context = clinic.Open();
        var appointment = await context.Appointments.AsNoTracking().SingleAsync(a => a.Date == day && a.Status != AppointmentStatus.Cancelled);
        Assert.Equal(booked.PatientId, appointment.PatientId);
        var offers = await context.Offers.AsNoTracking().Include(o => o.Entry).Where(o => o.Date == day).ToListAsync();
        Assert.All(offers, offer => Assert.Equal(
            offer.Entry.PatientId == booked.PatientId ? (OfferState.Accepted, false) : (OfferState.Gone, true),
            (offer.State, offer.Entry.IsWaiting)));
        await clinic.AssertInOrderAsync([]);
        await context.WaitingEntries.ExecuteUpdateAsync(row => row.SetProperty(e => e.EndedAt, DateTime.UtcNow)); // for the next race
    }

    // As a round by day does it: at night there is none.
    private async Task<IReadOnlyList<Asked>> OfferAsync(DateOnly day, int count, DateOnly? keptOn = null)
    {
        await using var context = clinic.Open();
        var by = new Signature(WaitingEvent.ByItself, DateTime.UtcNow);
        var treatment = await context.Treatments.SingleAsync(t => t.Slug == CrowdedClinic.HalfHour);
        var ava = await context.Practitioners.SingleAsync(p => p.Slug == "ava");
        var hold = HoldOf(treatment, ava, day, Nine, by.At);
        context.Add(hold);
        await context.ChangeDatesAsync([day], default);
        await context.SaveChangesAsync();
        context.AddRange(hold.Claims());
        var people = new List<Asked>();
        for (var number = 0; number < count; number++)
        {
            var (name, mobile) = ($"Wait {day:MMMM} {(char)('A' + number)}", $"07700 90{day.Day:00}{day.Month % 10}{number}");
            var patient = Patient.New(PersonName.Parse(name), Telephone.Parse(mobile), null, 0, by.At);
            context.Add(patient);
            await context.SaveChangesAsync();
            var kept = keptOn is { } date ? await BookAsync(context, treatment, ava, date, Nine.AddMinutes(30 * number), patient) : null;
            var nothingElse = new Wishes([9999], [], [], day, day);
            var entry = WaitingEntry.Join(patient, name, treatment, nothingElse, kept?.Id, null, by);
            context.Add(entry);
            await context.SaveChangesAsync();
            var offer = Offer.Of(entry, hold, by);
            var link = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
            context.Add(offer);
            await context.SaveChangesAsync();
            context.Add(new WaitingLink { Hash = link.Hash, MessageId = offer.MessageId });
            await context.SaveChangesAsync();
            people.Add(new Asked(clinic.FrontDoor.Visit(), patient.Id));
            await people[^1].LookAsync(link);
        }

        return people;
    }

    private static async Task<Appointment> BookAsync(
        BookingDbContext context, Treatment treatment, Practitioner with, DateOnly date, TimeOnly start, Patient patient)
    {
        await context.ChangeDatesAsync([date], default);
        var hold = HoldOf(treatment, with, date, start, DateTime.UtcNow);
        var rules = await context.Rules.SingleAsync();
        var appointment = Appointment.Book(hold, roomId: null, patient, treatment.PricePence, rules, DateTime.UtcNow);
        context.Add(appointment);
        await context.SaveChangesAsync();
        context.AddRange(appointment.Claims());
        await context.SaveChangesAsync();
        return appointment;
    }

    private static Hold HoldOf(Treatment treatment, Practitioner with, DateOnly date, TimeOnly start, DateTime utcNow) => new()
    {
        ReferenceHash = RandomNumberGenerator.GetBytes(Reference.HashBytes),
        Visitor = RandomNumberGenerator.GetBytes(Reference.HashBytes),
        TreatmentId = treatment.Id,
        PractitionerId = with.Id,
        RoomId = null,
        Date = date,
        Start = start,
        Minutes = treatment.Minutes,
        TurnaroundMinutes = treatment.TurnaroundMinutes,
        RedFlagVersion = null,
        MadeAt = utcNow,
        Expires = utcNow.AddMinutes(15),
    };

    /// <summary>Somebody with the link of an offer before them, and what they were told.</summary>
    private sealed class Asked(Visitor browser, int patientId)
    {
        private Page _offer = null!;

        public int PatientId => patientId;

        public List<Page> Answers { get; } = [];

        public Page Page => Answers[^1];

        public bool IsBooked => Page.Text.Contains("You are booked", StringComparison.Ordinal);

        public async Task LookAsync(Reference link) => _offer = await browser.OpenAsync($"/waiting/{link.Text}");

        public async Task SayYesAsync()
        {
            var answer = await browser.PressAsync(_offer, Yes);
            lock (Answers)
            {
                Answers.Add(answer);
            }
        }

        public async Task TryYesAsync()
        {
            try
            {
                await SayYesAsync();
            }
            catch (HttpRequestException)
            {
                // The node was killed before it answered.
            }
        }
    }
}

using System.Globalization;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What the desk does to the diary, together with what patients do: claims, texts and history go with it or nothing does.</summary>
public sealed class DeskTests(TestClinic clinic) : ClinicTests(clinic)
{
    private const string Rosa = "Rosa Desk";

    private Desk Desk => Clinic.Services.GetRequiredService<Desk>();

    [Fact]
    public async Task A_moved_appointment_gives_its_old_time_back_and_takes_the_new_one()
    {
        var seen = await BookAsync("2026-11-24 09:00");

        Assert.Null(await MoveAsync(seen, "2026-11-25 10:05", "ben-howard"));

        Assert.Null(await TryAsync("2026-11-24 09:00", "aisha-khan"));
        Assert.Equal("Jo Bloggs is there, 10:05am to 10:50am.", (await TryAsync("2026-11-25 10:30", "ben-howard"))!.Words);
        await AssertInOrderAsync();
    }

    [Fact]
    public async Task An_appointment_moves_over_its_own_old_time()
    {
        var seen = await BookAsync("2026-11-24 09:00");

        Assert.Null(await MoveAsync(seen, "2026-11-24 09:15", "aisha-khan"));
        Assert.Null(await MoveAsync(seen.Next, "2026-11-24 09:00", "aisha-khan", minutes: 90));

        Assert.Equal(90, (await ReadAsync(seen.Id)).Minutes);
        await AssertInOrderAsync();
    }

    [Theory]
    [InlineData("2026-11-24 13:00", "ben-howard", "sports-by-phone", "Ben Howard does not give this treatment.")]
    [InlineData(
        "2026-11-24 13:00", "aisha-khan", "sciatica-first-visit",
        "The safety questions have not been asked for this treatment. Cancel this and book it anew.")]
    [InlineData("2026-11-24 19:30", "aisha-khan", null, "Aisha Khan does not work then.")]
    [InlineData("2026-12-25 09:00", "aisha-khan", null, "The clinic is closed on that day: Christmas Day.")]
    [InlineData("2026-11-23 06:00", "aisha-khan", null, "That time is over.")]
    public async Task Where_it_cannot_go_the_reason_is_told_and_nothing_changes(
        string wall, string with, string? treatment, string words)
    {
        var seen = await BookAsync("2026-11-24 09:00");
        var before = await Clinic.TallyAsync();

        Assert.Equal(words, (await MoveAsync(seen, wall, with, treatment: treatment))!.Words);

        Assert.Equal(before, await Clinic.TallyAsync());
    }

    [Fact]
    public async Task A_patient_is_not_moved_to_where_they_have_another_appointment()
    {
        var seen = await BookAsync("2026-11-24 09:00");
        await BookAsync("2026-11-24 11:00", "ben-howard");

        Assert.Equal("Jo Bloggs is with Ben Howard then, 11:00am to 11:45am.", (await MoveAsync(seen, "2026-11-24 11:15", "aisha-khan"))!.Words);
    }

    [Fact]
    public async Task The_one_needle_room_is_told_to_be_the_obstacle()
    {
        await Clinic.ChangeAsync(async context =>
        {
            var aisha = await context.Practitioners.Include(p => p.Treatments).SingleAsync(p => p.Slug == "aisha-khan");
            aisha.Treatments.Add(await context.Treatments.SingleAsync(t => t.Slug == "acupuncture"));
        });
        await BookAsync("2026-11-24 11:00", "ben-howard", "acupuncture", "Ann Other");

        Assert.Equal(Refusal.NoRoom, await TryAsync("2026-11-24 11:30", "aisha-khan", "acupuncture"));
    }

    [Fact]
    public async Task Of_two_who_change_one_appointment_the_second_is_told()
    {
        var seen = await BookAsync("2026-11-24 09:00");
        await Desk.NoteAsync(seen, "Stairs are hard", Rosa, default);

        Assert.Equal(Refusal.ChangedMeanwhile, await MoveAsync(seen, "2026-11-24 10:00", "aisha-khan"));
        Assert.Equal(Refusal.ChangedMeanwhile, await Desk.CancelAsync(seen, "Ill", Rosa, default));
        Assert.Equal(Refusal.ChangedMeanwhile, await Desk.UndoAsync([seen], Rosa, default));
    }

    [Fact]
    public async Task Ten_at_once_move_ten_appointments_onto_one_time_and_one_gets_it()
    {
        var all = new List<Seen>();
        for (var index = 0; index < 10; index++)
        {
            all.Add(await BookAsync($"2026-11-{24 + (index / 5):00} {9 + (2 * (index % 5)):00}:00", patient: $"Jo {(char)('A' + index)}"));
        }

        var told = await Task.WhenAll(all.Select(seen => MoveAsync(seen, "2026-11-27 12:00", "aisha-khan")));

        Assert.Single(told, refusal => refusal is null);
        Assert.All(told.OfType<Refusal>(), refusal => Assert.Equal(Refusal.Taken, refusal.General));
        await AssertInOrderAsync();
    }

    [Fact]
    public async Task Patients_and_the_desk_reach_for_one_time_and_one_gets_it()
    {
        var seen = await BookAsync("2026-11-24 09:00");
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-26 12:00", "aisha-khan");

        Assert.Equal("Somebody is booking that time online at this moment.", (await MoveAsync(seen, "2026-11-26 12:15", "aisha-khan"))!.Words);
        await jo.ConfirmAsync(details, "Pat Quick", "07700 900555");

        Assert.Equal("Pat Quick is there, 12:00pm to 12:45pm.", (await MoveAsync(seen, "2026-11-26 12:15", "aisha-khan"))!.Words);
        await AssertInOrderAsync();
    }

    [Fact]
    public async Task A_deliberate_double_booking_goes_to_a_lane_of_its_own_and_two_of_them_to_two()
    {
        await BookAsync("2026-11-24 09:00", patient: "First Fay");
        await BookAsync("2026-11-24 09:15", patient: "Second Sid", overrule: "In great pain");
        await BookAsync("2026-11-24 09:30", patient: "Third Thea", overrule: "Asked by Aisha");

        var day = await Clinic.LookAsync(context => context.Appointments.OrderBy(a => a.Start).ToListAsync());
        Assert.Equal([(0, null), (1, "In great pain"), (2, "Asked by Aisha")], day.Select(a => (a.Lane, a.Overruled)));
        Assert.NotNull(await TryAsync("2026-11-24 09:15", "aisha-khan"));
        Assert.Empty(await Clinic.LookAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow())));
    }

    [Fact]
    public async Task A_reason_given_where_no_rule_objects_marks_nothing()
    {
        var seen = await BookAsync("2026-11-24 09:00", overrule: "Just in case");

        var booked = await ReadAsync(seen.Id);
        Assert.Equal((0, null), (booked.Lane, booked.Overruled));
    }

    [Fact]
    public async Task An_undo_brings_a_move_back_and_says_who_is_there_when_it_cannot()
    {
        var seen = await BookAsync("2026-11-24 09:00");
        await MoveAsync(seen, "2026-11-24 15:00", "ben-howard");
        Assert.Null(await Desk.UndoAsync([seen.Next], Rosa, default));
        var back = await ReadAsync(seen.Id);
        Assert.Equal(("aisha-khan", new TimeOnly(9, 0)), (back.Practitioner.Slug, back.Start));

        await MoveAsync(seen.Next.Next, "2026-11-24 15:00", "ben-howard");
        await BookAsync("2026-11-24 09:30", patient: "Ann Other");

        Assert.Equal("Ann Other is there, 9:30am to 10:15am.", (await Desk.UndoAsync([seen.Next.Next.Next], Rosa, default))!.Words);
        await AssertInOrderAsync();
    }

    [Fact]
    public async Task An_undo_of_two_that_changed_places_brings_both_back()
    {
        var one = await BookAsync("2026-11-24 09:00", patient: "One Una");
        var two = await BookAsync("2026-11-24 10:00", patient: "Two Tim");
        await MoveAsync(one, "2026-11-24 12:00", "aisha-khan");
        await MoveAsync(two, "2026-11-24 09:00", "aisha-khan");

        Assert.Null(await Desk.UndoAsync([one.Next, two.Next], Rosa, default));

        Assert.Equal(new TimeOnly(9, 0), (await ReadAsync(one.Id)).Start);
        Assert.Equal(new TimeOnly(10, 0), (await ReadAsync(two.Id)).Start);
        await AssertInOrderAsync();
    }

    [Fact]
    public async Task A_course_is_booked_whole_or_not_at_all()
    {
        await BookAsync("2026-12-08 17:30", patient: "Ann Other");
        var starts = Enumerable.Range(0, 3).Select(week => new DateTime(2026, 12, 1, 17, 30, 0).AddDays(7 * week)).ToList();

        var (booked, refusal) = await Desk.BookAsync(await WishAsync("Cora Course", starts), Rosa, default);
        Assert.Empty(booked);
        Assert.Equal("Tuesday 8 December at 5:30pm: Ann Other is there, 5:30pm to 6:15pm.", refusal!.Words);

        (booked, _) = await Desk.BookAsync(await WishAsync("Cora Course", [starts[0], starts[2]]), Rosa, default);

        Assert.Equal(2, booked.Count);
        Assert.Equal([true, false], (await Task.WhenAll(booked.Select(one => ReadAsync(one.Id)))).Select(a => a.FirstVisit));
        await AssertInOrderAsync();
    }

    [Fact]
    public async Task Back_pain_is_booked_at_the_desk_only_when_the_safety_questions_were_asked()
    {
        var wish = await WishAsync("Beth Back", [new(2026, 11, 24, 9, 0, 0)], treatment: "sciatica-first-visit");

        var (_, refusal) = await Desk.BookAsync(wish with { RedFlagVersion = null }, Rosa, default);
        Assert.Equal(Refusal.CheckNeeded, refusal!.General);

        var (booked, _) = await Desk.BookAsync(wish, Rosa, default);
        Assert.NotNull((await ReadAsync(booked[0].Id)).RedFlagVersion);
    }

    [Fact]
    public async Task Answers_to_safety_questions_that_were_changed_meanwhile_do_not_count()
    {
        var wish = await WishAsync("Beth Back", [new(2026, 11, 24, 9, 0, 0)], treatment: "sciatica-first-visit");
        await Clinic.NewWordingAsync("Something new");
        var before = await Clinic.TallyAsync();

        var (_, refusal) = await Desk.BookAsync(wish, Rosa, default);

        Assert.Equal("The safety questions have been changed meanwhile. Ask the new ones before you book this.", refusal!.Words);
        Assert.Equal(before, await Clinic.TallyAsync());
        var now = (await SetUpAsync()).RedFlags!.Version;
        var (booked, _) = await Desk.BookAsync(wish with { RedFlagVersion = now }, Rosa, default);
        Assert.Equal(now, (await ReadAsync(booked[0].Id)).RedFlagVersion);
    }

    private async Task<Seen> BookAsync(
        string wall, string with = "aisha-khan", string treatment = "sports-injury", string patient = "Jo Bloggs", string? overrule = null)
    {
        var wish = await WishAsync(patient, [DateTime.Parse(wall, CultureInfo.InvariantCulture)], with, treatment);
        var (booked, refusal) = await Desk.BookAsync(wish with { Overrule = overrule }, Rosa, default);
        Assert.Null(refusal);
        return booked[0];
    }

    /// <summary>Whether somebody else could have it; books nothing.</summary>
    private async Task<Refusal?> TryAsync(string wall, string with, string treatment = "sports-injury")
    {
        var wish = await WishAsync("Try Out", [DateTime.Parse(wall, CultureInfo.InvariantCulture)], with, treatment);
        var (booked, refusal) = await Desk.BookAsync(wish, Rosa, default);
        Assert.Null(booked.Count > 0 ? await Desk.UndoAsync(booked, Rosa, default) : null);
        return refusal;
    }

    private async Task<DeskBooking> WishAsync(
        string patient, IReadOnlyList<DateTime> starts, string with = "aisha-khan", string treatment = "sports-injury")
    {
        var setUp = await SetUpAsync();
        return new DeskBooking(
            null,
            new PatientDetails(PersonName.Parse(patient), Telephone.Parse("07700 900123"), null),
            setUp.Treatment(treatment)!,
            [.. starts.Select(start => (start, setUp.Practitioner(with)!))],
            RedFlagVersion: setUp.RedFlags?.Version);
    }

    private async Task<Refusal?> MoveAsync(Seen seen, string wall, string with, int? minutes = null, string? treatment = null)
    {
        var setUp = await SetUpAsync();
        var start = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        var wish = new MoveWish(setUp.Practitioner(with)!, start, minutes, treatment is null ? null : setUp.Treatment(treatment));
        return await Desk.MoveAsync(seen, wish, Rosa, default);
    }

    private Task<Clinic> SetUpAsync() => Clinic.Services.GetRequiredService<Data.Diary>().ClinicAsync(default);

    private async Task<Appointment> ReadAsync(int id) => (await Clinic.Services.GetRequiredService<Data.Diary>().ReadAsync(id, default))!;

    private async Task AssertInOrderAsync() =>
        Assert.Empty(await Clinic.LookAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow())));
}

using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>Which times are put to whom.</summary>
public sealed class OfferPlanTests
{
    private const int AtOnce = 3;
    private const int Days = 5;

    private static readonly DateOnly Tuesday = new(2026, 2, 3);

    private static readonly Gen<Wishes> SomeWishes = Gen.Select(
        Gen.Int[1, 2].List[0, 2], Gen.Enum<DayOfWeek>().List[0, 3], Gen.Enum<PartOfDay>().List[0, 2], Gen.Int[0, 4], Gen.Int[0, 4],
        (with, days, parts, from, more) => new Wishes(
            with, days, parts, WestHill.Monday.AddDays(from), WestHill.Monday.AddDays(from + more)));

    private static readonly Gen<(int Treatment, int After, Wishes Wishes)> Person =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 300], SomeWishes, (treatment, after, wishes) => (treatment, after, wishes));

    private static readonly Gen<(Resource Who, Slot Slot)> Taken = Gen.Select(
        Gen.Int[1, 2], Gen.Int[0, Days], Gen.Int[96, 230], Gen.Int[6, 90],
        (who, day, tick, ticks) => (Resource.Practitioner(who), new Slot(WestHill.Monday.AddDays(day), TickSet.TimeOf(tick), ticks * 5)));

    private static readonly Dictionary<string, int> NeverAsked = [];

    private readonly WestHill _clinic = new();

    public OfferPlanTests() => _clinic.Now = WestHill.At("2026-02-02 12:15"); // when what is offered at noon lapses

    [Fact]
    public void One_time_is_put_to_the_three_who_have_waited_longest()
    {
        OneTimeIsLeft();
        var waiting = Enumerable.Range(0, 5).Reverse().Select(place => Waits.For(_clinic.SciaticaFirst, 10 + place, after: place)).ToList();

        var planned = Assert.Single(Plan(waiting));

        Assert.Equal("Tue 3 Feb, 9:00am, Aisha Khan", planned.Place.Said);
        Assert.Equal([10, 11, 12], planned.To.Select(entry => entry.Id));
    }

    [Fact]
    public void Whoever_has_been_asked_about_it_lets_the_next_have_their_turn()
    {
        OneTimeIsLeft();
        var asked = Waits.For(_clinic.SciaticaFirst, 1);
        asked.Ask(WestHill.At("2026-02-03 09:00"), Waits.Joined).Become(OfferState.Declined);
        var next = Waits.For(_clinic.SciaticaFirst, 2, after: 5);

        Assert.Equal([next], Assert.Single(Plan([asked, next])).To);
        Assert.Empty(Plan([asked]));
    }

    [Fact]
    public void Nobody_is_asked_to_be_in_two_places_but_what_they_would_give_up_is_no_obstacle()
    {
        OneTimeIsLeft();
        _clinic.Taken.Take(Resource.Patient(1), WestHill.Slot("2026-02-03 09:30", 45));
        _clinic.Taken.Take(Resource.Patient(2), WestHill.Slot("2026-02-03 09:30", 45));
        var elsewhere = Waits.For(_clinic.SciaticaFirst, 1);
        var earlier = Waits.For(
            _clinic.SciaticaFirst, 2, keeps: Booked.For(WestHill.At("2026-02-03 09:30"), Waits.Joined, _clinic, _clinic.SciaticaFirst));

        Assert.Equal([earlier], Assert.Single(Plan([elsewhere, earlier])).To);
    }

    [Theory]
    [InlineData(45, false)]
    [InlineData(60, true)]
    public void A_visit_that_was_made_longer_is_put_where_the_whole_of_it_fits_and_to_nobody_with_a_shorter_one(int free, bool fits)
    {
        _clinic.Take(_clinic.Aisha, "2026-02-03 08:00", 60);
        _clinic.Take(_clinic.Aisha, $"2026-02-03 {new TimeOnly(9, 0).AddMinutes(free):HH:mm}", 660 - free);
        var longer = Waits.For(_clinic.SciaticaFirst, 1, keeps: Longer(60));
        var usual = Waits.For(_clinic.SciaticaFirst, 2, after: 1);

        var planned = Plan([longer, usual]);

        Assert.Equal(fits ? (60, longer) : (45, usual), (planned[0].Place.Minutes, Assert.Single(planned[0].To)));
        Assert.Single(planned);
    }

    private Appointment Longer(int minutes)
    {
        var kept = Booked.For(WestHill.At("2026-02-05 09:00"), Waits.Joined, _clinic, _clinic.SciaticaFirst);
        var place = new Place(_clinic.SciaticaFirst, _clinic.Aisha, null, kept.Date, kept.Start, minutes);
        Assert.Null(kept.Move(place, _clinic.Rules, new Signature("Rita Desk", Waits.Joined)));
        return kept;
    }

    [Fact]
    public void One_person_who_waits_for_two_treatments_is_asked_about_one()
    {
        var first = Waits.For(_clinic.SciaticaFirst, 1, patient: 7);
        var second = Waits.For(_clinic.Acupuncture, 2, after: 1, patient: 7);

        Assert.Equal([first], Assert.Single(Plan([first, second])).To);
    }

    [Fact]
    public void The_one_room_for_needles_is_put_to_people_once()
    {
        _clinic.Locums.Add(WestHill.Works(3, "Lee Locum", _clinic.Acupuncture));
        var early = new Wishes([], [], [PartOfDay.Morning], Tuesday, Tuesday);
        var waiting = Enumerable.Range(1, 9).Select(id => Waits.For(_clinic.Acupuncture, id, id, early)).ToList();

        var planned = Plan(waiting);

        Assert.Equal(3, planned.Count);
        Assert.All(
            planned.SelectMany(one => planned.Where(other => other != one), (one, other) => (one.Place, other.Place)),
            pair => Assert.False(pair.Item1.Slot.Lengthened(10).Overlaps(pair.Item2.Slot)));
    }

    [Fact]
    public void What_was_free_all_along_since_they_joined_is_not_offered()
    {
        OneTimeIsLeft();

        Assert.Empty(Plan([Waits.For(_clinic.SciaticaFirst, 1)], freed: []));
        Assert.Empty(Plan([Waits.For(_clinic.SciaticaFirst, 1)], [GivenBack(1, "2026-02-03 09:00", after: 0)])); // as they joined
        Assert.Single(Plan([Waits.For(_clinic.SciaticaFirst, 1)], [GivenBack(1, "2026-02-03 09:00", after: 1)]));
    }

    [Theory]
    [InlineData(1, "2026-02-03 09:30", true)] // a part of it is enough
    [InlineData(1, "2026-02-03 09:45", false)]
    [InlineData(2, "2026-02-03 09:00", false)] // a colleague's
    public void What_is_offered_touches_what_was_given_back(int practitioner, string at, bool offered)
    {
        OneTimeIsLeft();

        Assert.Equal(offered, Plan([Waits.For(_clinic.SciaticaFirst, 1)], [GivenBack(practitioner, at, after: 1)]).Count == 1);
    }

    [Fact]
    public void A_room_that_a_colleague_gives_back_is_freed_too()
    {
        var freed = new FreedTime(
            1, _clinic.NeedleRoom.Id, WestHill.Slot("2026-02-03 19:00", 30), DateTime.MinValue, Waits.Joined.AddHours(1));

        Assert.Equal("Ben Howard", Assert.Single(Plan([Waits.For(_clinic.Acupuncture, 1)], [freed])).Place.Practitioner.FullName);
        Assert.Empty(Plan([Waits.For(_clinic.Sports, 2)], [freed with { PractitionerId = 9 }])); // needs no room
    }

    [Fact]
    public void What_somebody_held_when_they_joined_is_freed_and_what_was_held_only_later_is_not()
    {
        OneTimeIsLeft();
        var held = GivenBack(1, "2026-02-03 09:00", after: 5);

        Assert.Single(Plan([Waits.For(_clinic.SciaticaFirst, 1)], [held with { From = Waits.Joined }]));
        Assert.Empty(Plan([Waits.For(_clinic.SciaticaFirst, 1)], [held with { From = Waits.Joined.AddMinutes(1) }]));
    }

    [Fact]
    public void A_day_that_could_not_be_booked_yet_when_they_joined_is_offered_when_it_comes_into_reach()
    {
        OneTimeIsLeft();
        _clinic.Rules.HorizonDays = 1; // when they joined, until Monday

        Assert.Single(Plan([Waits.For(_clinic.SciaticaFirst, 1)], freed: []));
    }

    [Fact]
    public void One_telephone_is_asked_three_times_a_day_whoever_joined_by_it()
    {
        var waiting = Enumerable.Range(1, 5).Select(id => Waits.For(_clinic.Sports, id, id, telephone: "07700 900123")).ToList();

        Assert.Equal(3, Plan(waiting).Count); // three times, each put to one of them
        Assert.Equal(
            [waiting[0]],
            Assert.Single(Plan(waiting, asked: new Dictionary<string, int> { ["+447700900123"] = 2 })).To);
        Assert.Empty(Plan(waiting, asked: new Dictionary<string, int> { ["+447700900123"] = 3 }));
    }

    private static FreedTime GivenBack(int practitioner, string at, int after) => new(
        practitioner, null, WestHill.Slot(at, 15), DateTime.MinValue, Waits.Joined.AddMinutes(after));

    /// <remarks>Whoever waits, whatever they wish and whatever is taken.</remarks>
    [Fact]
    public void Every_offer_is_bookable_suits_all_who_get_it_and_passes_nobody_over() =>
        Gen.Select(Person.List[0, 12], Taken.List[0, 40]).Sample((people, taken) =>
        {
            var clinic = new WestHill { Now = WestHill.At("2026-02-02 12:15") };
            taken.ForEach(entry => clinic.Taken.Take(entry.Who, entry.Slot));
            Treatment[] treatments = [clinic.SciaticaFirst, clinic.Sports, clinic.Acupuncture];
            var waiting = people.Select((person, index) =>
                Waits.For(treatments[person.Treatment], index + 1, person.After, person.Wishes)).ToList();
            var before = clinic.Open(WestHill.Monday, Days);
            var free = treatments.ToDictionary(treatment => treatment.Id, treatment => before.Dates
                .SelectMany(date => before.Clinic.WhoGive(treatment).SelectMany(with => before.On(date, treatment, with))).ToList());

            var planned = new OfferPlan(
                before.Clinic, clinic.Taken, Waits.Freed(WestHill.Monday, Days), WestHill.Monday, Days, clinic.Now)
                .For(waiting, AtOnce, NeverAsked).ToList();

            var asked = planned.SelectMany(offer => offer.To).ToList();
            Assert.Equal(asked.Count, asked.Distinct().Count());
            Assert.All(planned, offer =>
            {
                var time = new FreeTime(offer.Place.Slot, offer.Place.Practitioner);
                Assert.Contains(time, free[offer.Place.Treatment.Id]);
                Assert.InRange(offer.To.Count, 1, AtOnce);
                Assert.All(offer.To, entry => Assert.True(entry.Suits(time) && entry.TreatmentId == offer.Place.Treatment.Id));
                Assert.DoesNotContain(waiting.Except(asked), entry => entry.TreatmentId == offer.Place.Treatment.Id
                    && entry.Suits(time) && (offer.To.Count < AtOnce || entry.JoinedAt < offer.To.Max(one => one.JoinedAt)));
            });
            Assert.All(planned.Zip(planned.Skip(1)), pair => Assert.True(pair.First.To[0].JoinedAt <= pair.Second.To[0].JoinedAt));
            Assert.DoesNotContain(
                planned.SelectMany((one, index) => planned.Skip(index + 1), (one, other) => (one.Place, other.Place)),
                pair => pair.Item1.Practitioner.Id == pair.Item2.Practitioner.Id && Whole(pair.Item1).Overlaps(Whole(pair.Item2)));
        }, iter: 200);

    private static Slot Whole(Place place) => place.Slot.Lengthened(place.Treatment.TurnaroundMinutes);

    private List<PlannedOffer> Plan(
        IEnumerable<WaitingEntry> waiting, IEnumerable<FreedTime>? freed = null, IReadOnlyDictionary<string, int>? asked = null) =>
    [
        .. new OfferPlan(_clinic.Open(Tuesday).Clinic, _clinic.Taken, freed ?? Waits.Freed(Tuesday, 1), Tuesday, 1, _clinic.Now)
            .For(waiting, AtOnce, asked ?? NeverAsked),
    ];

    // Tuesday at nine with Aisha, who alone does first visits.
    private void OneTimeIsLeft()
    {
        _clinic.Take(_clinic.Aisha, "2026-02-03 08:00", 60);
        _clinic.Take(_clinic.Aisha, "2026-02-03 09:45", 11 * 60);
    }
}

using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>What is listed, what is saved and what the rules say minute by minute are one and the same, in any clinic.</summary>
public sealed class ListAndSaveTests
{
    private const int Clinics = 150;

    [Fact]
    public void A_save_refuses_exactly_what_the_rules_forbid() => RandomClinic.Any.Sample(random =>
    {
        var naive = random.Naively();
        Assert.All(random.Clinic.Practitioners, practitioner => Assert.Equal(
            AllDay.Where(start => naive.CanStart(random.Clinic.Treatments[0], practitioner, random.Date.ToDateTime(start))),
            Saved(random, practitioner)));
    }, iter: Clinics);

    [Fact]
    public void The_list_shows_exactly_what_a_save_accepts() => RandomClinic.Any.Sample(random =>
        Assert.All(random.Clinic.Practitioners, practitioner => Assert.Equal(
            Saved(random, practitioner),
            random.Open().On(random.Date, random.Clinic.Treatments[0], practitioner).Select(time => time.Slot.Start))),
        iter: Clinics);

    [Fact]
    public void Anyone_means_whoever_of_them_could_be_booked() => RandomClinic.Any.Sample(random =>
    {
        var saved = random.Clinic.Practitioners.ToDictionary(practitioner => practitioner, who => Saved(random, who));
        var anyone = random.Open().On(random.Date, random.Clinic.Treatments[0]).ToList();

        Assert.Equal(saved.SelectMany(each => each.Value).Distinct().Order(), anyone.Select(time => time.Slot.Start));
        Assert.All(anyone, time => Assert.Contains(time.Slot.Start, saved[time.Practitioner]));
    }, iter: Clinics);

    [Fact]
    public void Whatever_may_be_booked_in_a_room_finds_one_that_is_free() => RandomClinic.Any.Sample(random =>
    {
        var (open, treatment) = (random.Open(), random.Clinic.Treatments[0]);
        foreach (var time in open.On(random.Date, treatment))
        {
            var room = open.Day(time.Practitioner, random.Date).RoomFor(treatment, time.Slot.Start);
            Assert.Equal(treatment.RoomKind, room?.Kind);
            var busy = time.Slot.Lengthened(treatment.TurnaroundMinutes).Ticks().ToHashSet();
            Assert.DoesNotContain(random.Entries, entry => room is not null
                && entry.Who == Resource.Room(room.Id) && entry.Slot.Ticks().Any(tick => busy.Contains(tick) && Today(tick, random)));
        }
    }, iter: Clinics);

    [Theory]
    [InlineData(7)]
    [InlineData(9.5)]
    public void A_start_between_two_ticks_is_never_booked(double minutesPastNine)
    {
        var clinic = new WestHill();
        var start = new TimeOnly(9, 0).Add(TimeSpan.FromMinutes(minutesPastNine));

        Assert.Equal(Refusal.OffGrid, clinic.Open(WestHill.Monday).Day(clinic.Aisha, WestHill.Monday).WhyNot(clinic.Sports, start));
    }

    private static IEnumerable<TimeOnly> AllDay => Enumerable.Range(0, TickSet.TicksADay).Select(TickSet.TimeOf);

    private static List<TimeOnly> Saved(RandomClinic random, Practitioner practitioner)
    {
        var day = random.Open().Day(practitioner, random.Date);
        return [.. AllDay.Where(start => day.WhyNot(random.Clinic.Treatments[0], start) is null)];
    }

    private static bool Today(int tick, RandomClinic random) => tick / TickSet.TicksADay == random.Date.DayNumber;
}

using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>A patient who does not mind whom they see is given to those who are free in a fair way.</summary>
public sealed class FairnessTests
{
    private readonly WestHill _clinic = new();

    [Fact]
    public void Whoever_has_least_to_do_that_day_is_offered()
    {
        _clinic.Take(_clinic.Aisha, "2026-02-02 15:00", 45);

        Assert.All(Monday().Where(time => time.Slot.End <= new TimeOnly(15, 0)), time => Assert.Equal(_clinic.Ben, time.Practitioner));
    }

    [Fact]
    public void A_time_at_which_one_of_them_is_busy_is_offered_with_the_other()
    {
        _clinic.Take(_clinic.Ben, "2026-02-02 10:00", 15);
        _clinic.Take(_clinic.Aisha, "2026-02-02 15:00", 45);

        Assert.Equal(_clinic.Aisha, Monday().Single(time => time.Slot.Start == new TimeOnly(10, 0)).Practitioner);
    }

    /// <remarks>By whatever numbers the database knows them, and however many of them there are.</remarks>
    [Fact]
    public void Those_who_have_equally_little_to_do_are_offered_equally_often() =>
        Gen.Select(Gen.Int[1, 40].ArrayUnique[2, 5], Gen.OneOf(5, 10, 15, 20, 30, 60)).Sample((ids, grid) =>
        {
            var clinic = new WestHill();
            clinic.Locums.AddRange(ids.Select(id => WestHill.Works(100 + id, "Lee Locum", clinic.SciaticaFollowUp)));
            clinic.Aisha.Treatments.Clear();
            clinic.Rules.GridMinutes = grid;
            var offered = Enumerable.Range(0, 30).Select(WestHill.Monday.AddDays)
                .SelectMany(date => clinic.Open(date).On(date, clinic.SciaticaFollowUp))
                .CountBy(time => time.Practitioner.Id)
                .Select(count => count.Value)
                .ToList();

            Assert.Equal(ids.Length, offered.Count);
            Assert.InRange(offered.Max() - offered.Min(), 0, offered.Sum() / 10);
        }, iter: 30);

    [Fact]
    public void Each_time_is_offered_once()
    {
        var starts = Monday().Select(time => time.Slot.Start).ToList();

        Assert.Equal(starts.Distinct().Order(), starts);
    }

    private List<FreeTime> Monday() => [.. _clinic.Open(WestHill.Monday).On(WestHill.Monday, _clinic.Sports)];
}

using Xunit;

namespace Booking.Tests;

/// <summary>What time off takes out of the diary, and whom it puts out.</summary>
public sealed class TimeOffTests
{
    private static readonly DateTime Now = new(2026, 2, 9, 7, 0, 0);
    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);
    private static readonly Signature Desk = new("Rosa Desk", new(2026, 2, 9, 7, 0, 0, DateTimeKind.Utc));

    private readonly WestHill _clinic = new();

    [Fact]
    public void Lunch_each_week_for_two_people_is_a_block_of_each_every_week()
    {
        var lunch = new TimeOff([_clinic.Aisha, _clinic.Ben], Tuesday, Tuesday.AddMinutes(30), "Lunch", RepeatEach.Week, 3);

        var blocks = lunch.Blocks(Guid.NewGuid(), Desk).ToList();

        Assert.Equal(6, blocks.Count);
        Assert.Single(blocks.DistinctBy(block => block.Series));
        Assert.Equal(
            [Tuesday, Tuesday.AddDays(7), Tuesday.AddDays(14)],
            blocks.Where(block => block.PractitionerId == _clinic.Ben.Id).Select(block => block.From));
        Assert.All(blocks, block => Assert.Equal(("Lunch", "Rosa Desk", 30), (block.Reason, block.MadeBy, block.Slot.Minutes)));
    }

    [Fact]
    public void Lunch_each_day_past_the_change_of_the_clocks_stays_at_one_by_the_wall()
    {
        var lunch = new TimeOff(
            [_clinic.Aisha], new(2026, 3, 28, 13, 0, 0), new(2026, 3, 28, 13, 30, 0), "Lunch", RepeatEach.Day, 3);

        Assert.All(lunch.Blocks(Guid.NewGuid(), Desk), block => Assert.Equal(new TimeOnly(13, 0), block.Slot.Start));
    }

    [Theory]
    [InlineData("2026-02-10 09:00", "2026-02-10 09:00", "Never", 1, "It must end after it begins.")]
    [InlineData("2026-02-10 09:03", "2026-02-10 10:00", "Never", 1, "Times are in steps of 5 minutes.")]
    [InlineData("2026-02-08 09:00", "2026-02-09 07:00", "Never", 1, "That time is over already.")]
    [InlineData("2026-02-08 09:00", "2026-02-09 07:05", "Never", 1, null)]
    [InlineData("2026-02-10 00:00", "2026-05-13 00:00", "Never", 1, null)]
    [InlineData("2026-02-10 00:00", "2026-05-13 00:05", "Never", 1, "Make it 92 days or less; for longer, change when they work.")]
    [InlineData("2026-02-10 09:00", "2026-02-10 10:00", "Day", 0, "It can come 1 to 60 times.")]
    [InlineData("2026-02-10 09:00", "2026-02-10 10:00", "Day", 61, "It can come 1 to 60 times.")]
    [InlineData("2026-02-10 00:00", "2026-02-11 00:00", "Day", 5, null)]
    [InlineData("2026-02-10 00:00", "2026-02-11 00:05", "Day", 5, "It is too long to come again that soon.")]
    [InlineData("2026-02-10 00:00", "2026-02-17 00:00", "Week", 5, null)]
    public void Time_off_that_cannot_be_is_refused(string from, string until, string repeat, int times, string? words)
    {
        var off = new TimeOff([_clinic.Aisha], WestHill.At(from), WestHill.At(until), "Leave", Enum.Parse<RepeatEach>(repeat), times);

        Assert.Equal(words, off.WhyNot(Now)?.Words);
    }

    [Theory]
    [InlineData("2026-02-10 08:00", "2026-02-10 09:00", false)] // ends as it begins
    [InlineData("2026-02-10 08:00", "2026-02-10 09:05", true)]
    [InlineData("2026-02-10 09:40", "2026-02-10 12:00", true)]
    [InlineData("2026-02-10 09:45", "2026-02-10 12:00", false)] // begins as it ends
    [InlineData("2026-02-09 00:00", "2026-02-14 00:00", true)]
    public void Whoever_would_be_seen_in_that_time_is_put_out(string from, string until, bool putOut)
    {
        var booked = Booked.For(Tuesday, Desk.At, _clinic);

        Assert.Equal(putOut, new TimeOff([_clinic.Aisha], WestHill.At(from), WestHill.At(until), "Leave").PutsOut(booked, Now));
        Assert.False(new TimeOff([_clinic.Ben], WestHill.At(from), WestHill.At(until), "Leave").PutsOut(booked, Now));
    }

    [Fact]
    public void Who_has_been_or_does_not_come_any_more_is_not_put_out()
    {
        var day = new TimeOff([_clinic.Aisha], Tuesday.Date, Tuesday.Date.AddDays(1), "Off sick");
        var booked = Booked.For(Tuesday, Desk.At, _clinic);

        Assert.True(day.PutsOut(booked, Tuesday.AddMinutes(40)));
        Assert.False(day.PutsOut(booked, Tuesday.AddMinutes(45)));

        booked.Cancel("Ill", _clinic.Rules, Desk);
        Assert.False(day.PutsOut(booked, Now));
    }

    [Fact]
    public void A_block_that_is_removed_remembers_who_made_and_who_removed_it()
    {
        var block = Assert.Single(new TimeOff([_clinic.Aisha], Tuesday, Tuesday.AddHours(1), "Meeting").Blocks(Guid.NewGuid(), Desk));

        block.Remove(new Signature("Ruth Desk", Desk.At.AddHours(1)));

        Assert.False(block.Stands);
        Assert.Equal(("Rosa Desk", "Ruth Desk", Desk.At.AddHours(1)), (block.MadeBy, block.RemovedBy, block.RemovedAt));
    }
}

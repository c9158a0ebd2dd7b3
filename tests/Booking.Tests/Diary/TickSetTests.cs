using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>A set of ticks is the 288 yes-or-no answers it stands for, whatever is done with it.</summary>
public sealed class TickSetTests
{
    private static readonly Gen<(int First, int End)> Stretch = Gen.Select(Gen.Int[-10, 300], Gen.Int[-10, 300]);

    private static readonly Gen<bool[]> Naive = Stretch.Array[0, 12].Select(stretches =>
    {
        var ticks = new bool[TickSet.TicksADay];
        foreach (var tick in Enumerable.Range(0, ticks.Length))
        {
            ticks[tick] = Array.Exists(stretches, stretch => stretch.First <= tick && tick < stretch.End);
        }

        return ticks;
    });

    [Fact]
    public void Ticks_put_in_come_out_in_order_and_are_counted() => Naive.Sample(ticks =>
    {
        var set = Of(ticks);
        var expected = Enumerable.Range(0, ticks.Length).Where(tick => ticks[tick]).ToList();

        Assert.Equal(expected, set.Ticks());
        Assert.Equal(expected.Count, set.Count);
        Assert.Equal(expected.Count == 0, set.IsEmpty);
        Assert.All(Enumerable.Range(0, ticks.Length), tick => Assert.Equal(ticks[tick], set.Contains(tick)));
    });

    [Fact]
    public void A_stretch_is_its_ticks_that_lie_in_the_day() => Stretch.Sample((first, end) => Assert.Equal(
        Enumerable.Range(0, TickSet.TicksADay).Where(tick => first <= tick && tick < end),
        TickSet.Between(first, end).Ticks()));

    [Fact]
    public void And_or_and_not_are_asked_of_each_tick() => Gen.Select(Naive, Naive).Sample((one, other) =>
    {
        Assert.Equal(Of(Each(tick => one[tick] && other[tick])), Of(one) & Of(other));
        Assert.Equal(Of(Each(tick => one[tick] || other[tick])), Of(one) | Of(other));
        Assert.Equal(Of(Each(tick => !one[tick])), ~Of(one));
    });

    [Fact]
    public void Sets_of_the_same_ticks_are_equal_however_they_were_made() => Gen.Select(Naive, Naive).Sample((one, other) =>
    {
        Assert.Equal(one.AsSpan().SequenceEqual(other), Of(one) == Of(other));
        Assert.True(~~Of(one) == Of(one) && !(Of(one) != Of(one)));
        Assert.Equal(Of(one).GetHashCode(), (~~Of(one)).GetHashCode());
    });

    [Fact]
    public void A_run_begins_where_all_its_ticks_are_in_the_set() => Gen.Select(Naive, Gen.Int[1, 60]).Sample((ticks, length) =>
        Assert.Equal(
            Of(Each(tick => tick + length <= ticks.Length && ticks.AsSpan(tick, length).IndexOf(false) < 0)),
            Of(ticks).StartsOfRuns(length)));

    [Fact]
    public void A_stretch_is_clear_where_none_of_its_ticks_is_in_the_set_and_midnight_does_not_stop_it() =>
        Gen.Select(Naive, Gen.Int[1, 60]).Sample((ticks, length) => Assert.Equal(
            Of(Each(tick => ticks.AsSpan(tick, Math.Min(length, ticks.Length - tick)).IndexOf(true) < 0)),
            Of(ticks).StartsClearOf(length)));

    [Fact]
    public void Each_nth_tick_counts_from_midnight() => Gen.Int[1, 288].Sample(n =>
        Assert.Equal(Of(Each(tick => tick % n == 0)), TickSet.Every(n)));

    [Fact]
    public void A_tick_is_five_minutes_of_the_clock()
    {
        Assert.Equal(288, TickSet.All.Count);
        Assert.Equal(108, TickSet.TickOf(new TimeOnly(9, 4, 59)));
        Assert.All(Enumerable.Range(0, 288), tick => Assert.Equal(tick, TickSet.TickOf(TickSet.TimeOf(tick))));
    }

    [Fact]
    public void A_stretch_that_ends_at_midnight_runs_to_the_end_of_the_day() =>
        Assert.Equal(TickSet.From(276), TickSet.Union([(new(23, 0), new(0, 0))]));

    private static TickSet Of(bool[] ticks) => Enumerable.Range(0, ticks.Length)
        .Where(tick => ticks[tick])
        .Aggregate(TickSet.None, (set, tick) => set | TickSet.Between(tick, tick + 1));

    private static bool[] Each(Func<int, bool> answer) => [.. Enumerable.Range(0, TickSet.TicksADay).Select(answer)];
}

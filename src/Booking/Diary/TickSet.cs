using System.Numerics;
using System.Runtime.CompilerServices;

namespace Booking;

/// <summary>Some of the 288 five-minute ticks of one clinic day.</summary>
public readonly struct TickSet : IEquatable<TickSet>
{
    public const int MinutesATick = 5;
    public const int TicksADay = 24 * 60 / MinutesATick;

    private const int WordBits = 64;

    private readonly Words _words;

    private TickSet(Words words) => _words = words;

    public static TickSet None => default;

    public static TickSet All { get; } = Between(0, TicksADay);

    public bool IsEmpty => this == None;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in (ReadOnlySpan<ulong>)_words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>The tick in which this time lies.</summary>
    public static int TickOf(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerMinute) / MinutesATick;

    public static TimeOnly TimeOf(int tick) => TimeOnly.MinValue.AddMinutes(tick * MinutesATick);

    /// <summary>The ticks from the first up to but not including the end; what lies outside the day is left out.</summary>
    public static TickSet Between(int first, int end)
    {
        var words = default(Words);
        for (var tick = Math.Max(first, 0); tick < Math.Min(end, TicksADay);)
        {
            var upTo = Math.Min(Math.Min(end, TicksADay), ((tick / WordBits) + 1) * WordBits);
            words[tick / WordBits] |= (ulong.MaxValue >> (WordBits - (upTo - tick))) << (tick % WordBits);
            tick = upTo;
        }

        return new TickSet(words);
    }

    public static TickSet From(int first) => Between(first, TicksADay);

    /// <summary>Each n-th tick from midnight on.</summary>
    public static TickSet Every(int n)
    {
        var words = default(Words);
        for (var tick = 0; tick < TicksADay; tick += n)
        {
            words[tick / WordBits] |= 1UL << (tick % WordBits);
        }

        return new TickSet(words);
    }

    /// <summary>All ticks of these stretches; an end at 00:00 is midnight at the end of the day.</summary>
    public static TickSet Union(IEnumerable<(TimeOnly Start, TimeOnly End)> stretches)
    {
        var union = None;
        foreach (var (start, end) in stretches)
        {
            union |= Between(TickOf(start), end == TimeOnly.MinValue ? TicksADay : TickOf(end));
        }

        return union;
    }

    public bool Contains(int tick) => (_words[tick / WordBits] >> (tick % WordBits) & 1) == 1;

    /// <summary>The ticks with which a run of this many ticks, all in the set, begins.</summary>
    public TickSet StartsOfRuns(int length) => (~this).StartsClearOf(length) & Between(0, TicksADay - length + 1);

    /// <summary>The ticks from which this many ticks, perhaps past midnight, meet none in the set.</summary>
    public TickSet StartsClearOf(int length)
    {
        var meets = this;
        for (var have = 1; have < length;)
        {
            var step = Math.Min(have, length - have);
            meets |= meets.Earlier(step);
            have += step;
        }

        return ~meets;
    }

    /// <summary>The ticks in the set, earliest first.</summary>
    public IEnumerable<int> Ticks()
    {
        for (var index = 0; index < Words.Length; index++)
        {
            for (var word = _words[index]; word != 0; word &= word - 1)
            {
                yield return (index * WordBits) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>The stretches of ticks that follow one another, earliest first; the end is the first tick after it, 288 at midnight.</summary>
    public IEnumerable<(int First, int End)> Runs()
    {
        (int First, int End)? run = null;
        foreach (var tick in Ticks())
        {
            if (run is { } ended && ended.End != tick)
            {
                yield return ended;
                run = null;
            }

            run = (run?.First ?? tick, tick + 1);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }

    public static TickSet operator &(TickSet left, TickSet right)
    {
        var words = default(Words);
        for (var i = 0; i < Words.Length; i++)
        {
            words[i] = left._words[i] & right._words[i];
        }

        return new TickSet(words);
    }

    public static TickSet operator |(TickSet left, TickSet right)
    {
        var words = default(Words);
        for (var i = 0; i < Words.Length; i++)
        {
            words[i] = left._words[i] | right._words[i];
        }

        return new TickSet(words);
    }

    public static TickSet operator ~(TickSet set)
    {
        var words = default(Words);
        for (var i = 0; i < Words.Length; i++)
        {
            words[i] = ~set._words[i] & All._words[i];
        }

        return new TickSet(words);
    }

    public static bool operator ==(TickSet left, TickSet right) => left.Equals(right);

    public static bool operator !=(TickSet left, TickSet right) => !left.Equals(right);

    public bool Equals(TickSet other) =>
        ((ReadOnlySpan<ulong>)_words).SequenceEqual(other._words);

    public override bool Equals(object? obj) => obj is TickSet other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_words[0], _words[1], _words[2], _words[3], _words[4]);

    public override string ToString() => string.Join(' ', Ticks().Select(tick => $"{TimeOf(tick):HH:mm}"));

    /// <summary>Every tick moved this many ticks (fewer than 288) towards midnight.</summary>
    private TickSet Earlier(int by)
    {
        var words = default(Words);
        var (skip, shift) = (by / WordBits, by % WordBits);
        for (var i = 0; i + skip < Words.Length; i++)
        {
            var above = shift > 0 && i + skip + 1 < Words.Length ? _words[i + skip + 1] << (WordBits - shift) : 0;
            words[i] = (_words[i + skip] >> shift) | above;
        }

        return new TickSet(words);
    }

    [InlineArray(Length)]
    private struct Words
    {
        public const int Length = (TicksADay + WordBits - 1) / WordBits;

        private ulong _first;
    }
}

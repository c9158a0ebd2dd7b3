using System.Globalization;

namespace Booking.Data;

/// <summary>One short number for the revisions of some days and of the set-up: another as soon as any of them is, and the
/// same on every node.</summary>
internal static class DiaryNumber
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    public static string Of(Revisions revisions, DiaryRange range)
    {
        var number = range.Dates.Where(date => revisions.Of(date) is not null).Aggregate(
            Mix(Prime, revisions.SetUp), (sum, date) => Mix(Mix(sum, date.DayNumber), revisions.Of(date)!.Value));
        return number.ToString("x", CultureInfo.InvariantCulture);
    }

    private static ulong Mix(ulong sum, long part) => (ulong.RotateLeft(sum, 5) ^ (ulong)part) * Prime;
}

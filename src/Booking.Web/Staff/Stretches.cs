namespace Booking.Web;

/// <summary>How a stretch of the diary is said at the desk.</summary>
internal static class Stretches
{
    /// <summary>"Mon 23 Nov, 12:30pm to 1:00pm", "Mon 23 Nov, all day" or "Mon 23 Nov to Fri 11 Dec".</summary>
    public static string Said(DateTime from, DateTime until)
    {
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(until.AddTicks(-1)));
        if (from.TimeOfDay == TimeSpan.Zero && until.TimeOfDay == TimeSpan.Zero)
        {
            return first == last ? $"{first.SaidShort()}, all day" : $"{first.SaidShort()} to {last.SaidShort()}";
        }

        var end = until.TimeOfDay == TimeSpan.Zero ? "midnight" : TimeOnly.FromDateTime(until).Said();
        var start = $"{first.SaidShort()}, {TimeOnly.FromDateTime(from).Said()}";
        return first == last ? $"{start} to {end}" : $"{start} to {last.SaidShort()}, {end}";
    }

    public static string Said(Block block) => Said(block.From, block.Until);

    /// <summary>That a block is there again, and how many appointments stand in the middle of it.</summary>
    public static string PutBack(int left) => left switch
    {
        0 => "Blocked again",
        1 => "Blocked again. 1 appointment stands in the middle of it",
        _ => $"Blocked again. {left} appointments stand in the middle of it",
    };
}

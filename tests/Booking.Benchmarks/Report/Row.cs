using System.Globalization;

namespace Booking.Benchmarks;

/// <summary>One line of the table.</summary>
internal static class Row
{
    public static void Head() => Console.WriteLine("| what | measured | reach | |\n|---|---|---|---|");

    public static void Write(string what, FormattableString measured, string reach, bool reached) =>
        Console.WriteLine($"| {what} | {Said(measured)} | {reach} | {(reached ? "yes" : "NO")} |");

    /// <summary>A figure that explains another.</summary>
    public static void Write(string what, FormattableString measured) => Console.WriteLine($"| {what} | {Said(measured)} | | |");

    private static string Said(FormattableString measured) => measured.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Booking.Benchmarks;

/// <summary>The clinic of the measured diary: five practitioners, each with a room, who all give all three treatments.</summary>
internal static class BenchClinic
{
    public const string HalfHour = "half-hour";
    public const string ThreeQuarters = "three-quarters";
    public const string Hour = "hour";

    public const int Practitioners = 5;

    /// <summary>How many days the measured diary fills; after them every day is empty.</summary>
    public const int FilledDays = 91;

    private const string Room = "Treatment room";
    private const int TimesADay = 23;

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The Monday on which the measured diary begins: the next one.</summary>
    public static DateOnly FirstDay { get; } = NextMonday(TimeProvider.System.Today());

    public static BookingRules Rules { get; } = new()
    {
        Id = 1,
        HorizonDays = 3650,
        OpenBookingsPerTelephone = 1000,
        TextsAnHour = 100_000,
        Reminders = { new() { HoursBefore = ReminderLead.UsualHours } },
    };

    public static IReadOnlyList<Treatment> Treatments { get; } = Given();

    public static IEnumerable<object> SetUp() =>
    [
        Rules,
        .. Enumerable.Range(1, Practitioners).Select(n => new Room { Name = Name("Room", n), Kind = Room }),
        .. Enumerable.Range(1, Practitioners).Select(n => new Practitioner
        {
            Slug = Slug(n),
            FullName = Name("Practitioner", n),
            Sessions =
            [
                .. Weekdays.Select(day => new Session { Day = day, Start = new(8, 0), End = new(20, 0) }),
                new Session { Day = DayOfWeek.Saturday, Start = new(9, 0), End = new(13, 0) },
            ],
            Breaks = [.. Weekdays.Select(day => new WeeklyBreak { Day = day, Start = new(12, 30), End = new(13, 0) })],
            Treatments = [.. Treatments],
        }),
    ];

    /// <summary>The n-th half hour of the empty days, as its button names it: they fill one after the other.</summary>
    public static string EmptyTime(int n)
    {
        var (rest, practitioner) = Math.DivRem(n, Practitioners);
        var (day, time) = Math.DivRem(rest, TimesADay);
        var (week, weekday) = Math.DivRem(day, Weekdays.Length);
        var date = FirstDay.AddDays(FilledDays + (7 * week) + weekday);
        var start = new TimeOnly(8, 0).AddMinutes(30 * (time < 9 ? time : time + 1)); // but for the break at 12:30
        return string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T{start:HH:mm} {Slug(practitioner + 1)}");
    }

    private static Treatment[] Given()
    {
        var service = new Service { Slug = "measured", Name = "Measured", Position = 1 };
        return [New(HalfHour, 30), New(ThreeQuarters, 45), New(Hour, 60)];

        Treatment New(string slug, int minutes) => new()
        {
            Slug = slug,
            Name = slug,
            Service = service,
            Minutes = minutes,
            PricePence = 4000,
            RoomKind = Room,
        };
    }

    private static DateOnly NextMonday(DateOnly today)
    {
        var days = ((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7;
        return today.AddDays(days + 1);
    }

    private static string Name(string what, int n) => string.Create(CultureInfo.InvariantCulture, $"{what} {(char)('A' + n - 1)}");

    private static string Slug(int n) => string.Create(CultureInfo.InvariantCulture, $"practitioner-{n}");
}

using System.Globalization;

namespace Booking.Tests;

/// <summary>
/// The clinic of the examples: Aisha treats backs and sports injuries, Ben sports injuries and, in the one room for it, with
/// needles. Monday to Friday 08:00-20:00, Saturday 08:00-13:00.
/// </summary>
internal sealed class WestHill
{
    public static readonly DateOnly Monday = new(2026, 2, 2);

    public WestHill()
    {
        Aisha = Works(1, "Aisha Khan", SciaticaFirst, SciaticaFollowUp, Sports);
        Ben = Works(2, "Ben Howard", Sports, Acupuncture);
    }

    public Treatment SciaticaFirst { get; } = New(1, "sciatica-first-visit", 45);

    public Treatment SciaticaFollowUp { get; } = New(2, "sciatica-follow-up", 30);

    public Treatment Sports { get; } = New(3, "sports-injury", 45);

    public Treatment Acupuncture { get; } = New(4, "acupuncture", 30, turnaround: 10, room: "Needles");

    public Practitioner Aisha { get; }

    public Practitioner Ben { get; }

    public Room NeedleRoom { get; } = new() { Id = 1, Name = "Quiet room", Kind = "Needles" };

    public BookingRules Rules { get; } = new() { NoticeMinutes = 240, Reminders = { new() { HoursBefore = 24 } } };

    public List<Closure> Closures { get; } = [];

    public List<Practitioner> Locums { get; } = [];

    public Occupancy Taken { get; } = new();

    /// <summary>What the clinic's clock shows: a Monday in winter, before the doors open.</summary>
    public DateTime Now { get; set; } = At("2026-02-02 03:00");

    public static DateTime At(string wall) => DateTime.Parse(wall, CultureInfo.InvariantCulture);

    public List<Template> Templates { get; } = [];

    public Clinic Clinic => new()
    {
        Rules = Rules,
        Treatments = [SciaticaFirst, SciaticaFollowUp, Sports, Acupuncture],
        Practitioners = [Aisha, Ben, .. Locums],
        Rooms = [NeedleRoom],
        Closures = Closures,
        RedFlags = null,
        Templates = [.. Templates],
    };

    public Availability Open(DateOnly from, int days = 1) => new(
        Clinic,
        Taken,
        from,
        days,
        Now);

    /// <summary>The starts that are listed, as "08:00 08:15 ...".</summary>
    public string Listed(DateOnly date, Treatment treatment, Practitioner? with = null) =>
        string.Join(' ', Open(date).On(date, treatment, with).Select(time => $"{time.Slot.Start:HH:mm}"));

    /// <summary>What a save is told.</summary>
    public Refusal? WhyNot(string wall, Treatment treatment, Practitioner with) =>
        Open(DateOnly.FromDateTime(At(wall))).Day(with, DateOnly.FromDateTime(At(wall)))
            .WhyNot(treatment, TimeOnly.FromDateTime(At(wall)));

    public void Take(Practitioner practitioner, string wall, int minutes) =>
        Taken.Take(Resource.Practitioner(practitioner.Id), Slot(wall, minutes));

    public static Slot Slot(string wall, int minutes) =>
        new(DateOnly.FromDateTime(At(wall)), TimeOnly.FromDateTime(At(wall)), minutes);

    public static Practitioner Works(int id, string name, params Treatment[] gives)
    {
        var practitioner = new Practitioner { Id = id, Slug = $"practitioner-{id}", FullName = name, Treatments = [.. gives] };
        practitioner.Sessions.AddRange(Enum.GetValues<DayOfWeek>()
            .Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(day => new Session { Day = day, Start = new(8, 0), End = new(20, 0) }));
        practitioner.Sessions.Add(new Session { Day = DayOfWeek.Saturday, Start = new(8, 0), End = new(13, 0) });
        return practitioner;
    }

    private static Treatment New(int id, string slug, int minutes, int turnaround = 0, string? room = null) => new()
    {
        Id = id,
        Slug = slug,
        Name = slug,
        Minutes = minutes,
        TurnaroundMinutes = turnaround,
        PricePence = 5800,
        RoomKind = room,
    };
}

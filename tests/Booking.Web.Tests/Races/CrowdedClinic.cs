using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Tests;

/// <summary>A clinic made for crowds: five practitioners who work every day, each giving everything, and one quiet room.</summary>
internal static class CrowdedClinic
{
    public const string HalfHour = "half-hour";
    public const string LongVisit = "long-visit";

    /// <summary>The only treatment that needs a room, and the room needs ten minutes afterwards.</summary>
    public const string InTheQuietRoom = "in-the-quiet-room";

    private const string Quiet = "Quiet room";

    /// <summary>By their first names; the slugs are the same in small letters.</summary>
    public static readonly IReadOnlyList<string> Practitioners = ["Ava", "Bea", "Cal", "Dot", "Eve"];

    public static async Task SetUpAsync(BookingDbContext context)
    {
        await context.Database.MigrateAsync();
        var service = new Service { Slug = "crowds", Name = "Crowds", Position = 1 };
        Treatment[] all = [New(service, HalfHour, 30), New(service, LongVisit, 45), New(service, InTheQuietRoom, 30, Quiet)];
        context.Add(new Room { Name = Quiet, Kind = Quiet });
        context.AddRange(Practitioners.Select(name => new Practitioner
        {
            Slug = name.ToLowerInvariant(),
            FullName = name,
            Sessions = [.. Enum.GetValues<DayOfWeek>().Select(day => new Session { Day = day, Start = new(8, 0), End = new(20, 0) })],
            Treatments = [.. all],
        }));
        await context.SaveChangesAsync();
    }

    private static Treatment New(Service service, string slug, int minutes, string? room = null) => new()
    {
        Slug = slug,
        Name = slug,
        Service = service,
        Minutes = minutes,
        TurnaroundMinutes = room is null ? 0 : 10,
        PricePence = 4000,
        RoomKind = room,
    };
}

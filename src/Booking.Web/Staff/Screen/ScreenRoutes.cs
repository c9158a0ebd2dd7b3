using System.Globalization;
using System.Security.Claims;
using Booking.Data;

namespace Booking.Web;

/// <summary>Where the diary's screen reads: what stands on some days, and when that has changed.</summary>
public static class ScreenRoutes
{
    private const int AWeek = 7;
    private const string Week = "7";
    private const string Json = "application/json; charset=utf-8";

    public static void MapScreen(this IEndpointRouteBuilder routes)
    {
        var screen = routes.MapGroup("/staff/diary").RequireAuthorization(StaffPolicy.Staff).ExcludeFromDescription();
        screen.MapGet("/data", ReadAsync);
        screen.MapGet("/live", ListenAsync);
        screen.MapGet("/now", TellAsync);
    }

    private static async Task<IResult> ReadAsync(
        DiaryScreen screen,
        ScreenMemory memory,
        TimeProvider clock,
        HttpContext context,
        string? from,
        string? with,
        string? days,
        string? cancelled,
        CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Clinic-Time"] = ToTheSecond(clock.Now());
        if (!TryParse(from, days, out var range))
        {
            return TypedResults.BadRequest();
        }

        return await screen.ReadAsync(new DiaryWish(range, with, cancelled == "true"), cancellation) is { } pages
            ? TypedResults.Bytes(memory.Write(pages, context.User, clock.Now()), Json)
            : TypedResults.NotFound();
    }

    /// <summary>Clinic time by which the screen lets a hold go: 2026-11-23T09:15:30.</summary>
    internal static string ToTheSecond(DateTime clinicTime) => clinicTime.ToString("s", CultureInfo.InvariantCulture);

    private static async Task<IResult> TellAsync(ScreenNews news, HttpContext context, int? id, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return id is { } one ? TypedResults.Json(await news.OfAsync([one], context.User, cancellation)) : TypedResults.BadRequest();
    }

    private static async Task ListenAsync(
        DiaryWatch watch, IHostApplicationLifetime life, HttpContext context, string? from, string? days)
    {
        if (!TryParse(from, days, out var range))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var listener = watch.Listen(range, context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        ends.CancelAfter(ChangeStream.Lasts);
        await ChangeStream.WriteAsync(context.Response, listener.Numbers, ends.Token);
    }

    // Read by hand: what is badly asked is the asker's mistake, not ours.
    private static bool TryParse(string? from, string? days, out DiaryRange range)
    {
        var many = days is null or "1" ? 1 : days == Week ? AWeek : 0;
        var good = IsoDates.TryParseDay(from, out var first) && many > 0;
        range = new DiaryRange(first, many);
        return good;
    }
}

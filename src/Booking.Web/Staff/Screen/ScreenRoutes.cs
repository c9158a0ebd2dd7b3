using Booking.Data;

namespace Booking.Web;

/// <summary>Where the diary's screen reads: what stands on some days, and when that has changed.</summary>
public static class ScreenRoutes
{
    private const int AWeek = 7;
    private const int MostTimes = 50;

    public static void MapScreen(this IEndpointRouteBuilder routes)
    {
        var screen = routes.MapGroup("/staff/diary").RequireAuthorization(StaffPolicy.Staff).ExcludeFromDescription();
        screen.MapGet("/data", ReadAsync);
        screen.MapGet("/live", ListenAsync);
        screen.MapGet("/next", NextAsync);
    }

    private static async Task<IResult> ReadAsync(
        DiaryScreen screen,
        TimeProvider clock,
        HttpContext context,
        string? from,
        string? with,
        CancellationToken cancellation,
        int days = 1,
        bool cancelled = false)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!TryParse(from, days, out var range))
        {
            return TypedResults.BadRequest();
        }

        if (await screen.ReadAsync(range, with, cancelled, cancellation) is not { } pages)
        {
            return TypedResults.NotFound();
        }

        var written = new ScreenWriting(pages, practitioner => context.User.MayChange(practitioner.Id), clock.Now());
        return TypedResults.Json(written.Write(), ScreenJson.Default.ScreenData);
    }

    private static async Task ListenAsync(
        DiaryWatch watch, IHostApplicationLifetime life, HttpContext context, string? from, int days = 1)
    {
        if (!TryParse(from, days, out var range))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var listener = watch.Listen(range);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        ends.CancelAfter(ChangeStream.Lasts);
        await ChangeStream.WriteAsync(context.Response, listener.Numbers, ends.Token);
    }

    private static async Task<IResult> NextAsync(
        DiaryScreen screen,
        TimeProvider clock,
        HttpResponse response,
        string? treatment,
        string? with,
        DateTime? after,
        CancellationToken cancellation,
        int count = 6)
    {
        response.Headers.CacheControl = "no-store";
        if (after is { } asked && !IsoDates.TryParseDay(DateOnly.FromDateTime(asked).Iso(), out _))
        {
            return TypedResults.BadRequest();
        }

        var times = await screen.NextAsync(
            treatment, with, after ?? clock.Now(), Math.Clamp(count, 1, MostTimes), cancellation);
        return times is null ? TypedResults.NotFound() : TypedResults.Json(times.Select(Told), ScreenJson.Default.IEnumerableScreenFreeTime);
    }

    private static ScreenFreeTime Told(FreeTime time) =>
        new(time.Slot.StartsAt, time.Slot.EndsAt, time.Practitioner.Slug, time.Practitioner.FullName);

    private static bool TryParse(string? from, int days, out DiaryRange range)
    {
        var good = IsoDates.TryParseDay(from, out var first) && days is (1 or AWeek);
        range = new DiaryRange(first, days);
        return good;
    }
}

using Booking.Data;

namespace Booking.Web;

/// <summary>What the diary's screen reads while somebody is on the telephone: the next free times, a course, the safety questions.</summary>
public static class PhoneRoutes
{
    private const int UsualCount = 6;
    private const int MostCount = 30;

    public static void MapPhone(this IEndpointRouteBuilder routes)
    {
        var phone = routes.MapGroup("/staff/diary").RequireAuthorization(StaffPolicy.Staff).ExcludeFromDescription();
        phone.MapGet("/next", NextAsync);
        phone.MapGet("/course", CourseAsync);
        phone.MapGet("/safety", SafetyAsync);
    }

    private static async Task<IResult> NextAsync(
        Desk desk,
        Diary diary,
        TimeProvider clock,
        HttpResponse response,
        [AsParameters] NextQuery asked,
        CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        if (asked.In(await diary.ClinicAsync(cancellation), clock.Now()) is not { } wish)
        {
            return TypedResults.BadRequest();
        }

        var free = await desk.NextFreeAsync(wish, Math.Clamp(asked.Count ?? UsualCount, 1, MostCount), cancellation);
        return TypedResults.Ok(free.Select(TimeToBook.Of));
    }

    private static async Task<IResult> CourseAsync(
        Desk desk,
        Diary diary,
        HttpResponse response,
        string? treatment,
        string? with,
        string? start,
        CancellationToken cancellation,
        int times = UsualCount,
        int every = 1,
        int? minutes = null,
        int? patient = null)
    {
        response.Headers.CacheControl = "no-store";
        var clinic = await diary.ClinicAsync(cancellation);
        if (clinic.Treatment(treatment ?? "") is not { } what
            || clinic.Practitioner(with ?? "") is not { } whom
            || !WallTimes.TryParse(start, out var first)
            || times is < 1 or > Course.MostTimes
            || every is < 1 or > Course.MostWeeksApart
            || (minutes is { } length && !Desk.IsALength(length)))
        {
            return TypedResults.BadRequest();
        }

        var visits = await desk.PlanCourseAsync(what, whom, new Course(first, every, times), minutes, patient, cancellation);
        return TypedResults.Ok(visits.Select(visit => PlannedVisit.Of(visit, whom)));
    }

    private static async Task<IResult> SafetyAsync(Diary diary, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        var clinic = await diary.ClinicAsync(cancellation);
        return TypedResults.Ok(new SafetyToAsk(
            clinic.RedFlags?.Version,
            clinic.RedFlags?.Lines ?? [],
            clinic.Treatments.Where(treatment => treatment.Service.NeedsRedFlagCheck).Select(treatment => treatment.Slug)));
    }
}

/// <param name="Version">Of the wording in force; null where the clinic has none.</param>
/// <param name="Signs">The wording in force, a line each.</param>
/// <param name="Treatments">Before which they are asked, by slug.</param>
public sealed record SafetyToAsk(int? Version, IEnumerable<string> Signs, IEnumerable<string> Treatments);

/// <param name="Why">What is in the way, or null.</param>
/// <param name="Instead">The likest free time of that week, or null.</param>
public sealed record PlannedVisit(string Start, string Practitioner, string Name, string? Why, TimeToBook? Instead)
{
    public static PlannedVisit Of(CourseVisit visit, Practitioner with) => new(
        visit.Start.Iso(),
        with.Slug,
        with.FullName,
        visit.WhyNot?.Words,
        visit.Instead is { } instead ? TimeToBook.Of(instead) : null);
}

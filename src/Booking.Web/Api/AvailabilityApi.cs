using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Booking.Web;

/// <summary>The free times for whoever asks by machine: the same as on the pages, from the same rules.</summary>
public static class AvailabilityApi
{
    private const int MostDays = 92;
    private const int UsualDays = 14;

    public static void MapAvailability(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/availability", ReadAsync)
        .WithName("Availability")
        .WithSummary("The free times of a treatment, day by day, in clinic time.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Describe(operation);
            return Task.CompletedTask;
        });

    // All are read as text, so that whatever is wrong is told by name; this is what is wanted.
    private static void Describe(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Required = parameter.Name is "treatment" or "from";
            parameter.Schema = parameter.Name switch
            {
                "from" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
                "days" => new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = $"{MostDays}",
                    Default = UsualDays,
                },
                _ => new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    private static async Task<Results<Ok<FreeDays>, ValidationProblem>> ReadAsync(
        Diary diary, HttpResponse response, string? treatment, string? from, string? practitioner, CancellationToken cancellation, string? days = null)
    {
        var asked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first > DateOnly.MaxValue.AddDays(-MostDays))
        {
            asked["from"] = ["A date is wanted, like 2026-12-01."];
            first = default;
        }

        if (!int.TryParse(days ?? $"{UsualDays}", NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > MostDays)
        {
            asked["days"] = [$"A number from 1 to {MostDays} is wanted."];
            count = 1;
        }

        // One look at the diary brings the clinic too: no query is made twice.
        var availability = await diary.OpenAsync(first, count, visitor: null, cancellation);
        var what = availability.Clinic.Treatment(treatment ?? "");
        if (what is not { OfferedOnline: true })
        {
            asked["treatment"] = ["There is no such treatment to book."];
        }

        var with = practitioner is null ? null : availability.Clinic.Practitioner(practitioner);
        if (practitioner is not null && with is null)
        {
            asked["practitioner"] = ["There is no such practitioner."];
        }

        if (asked.Count > 0)
        {
            return TypedResults.ValidationProblem(asked);
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new FreeDays(
            ClinicTime.London.Id,
            what!.Slug,
            [.. availability.Dates.Select(date => new FreeDay(date, [.. availability.On(date, what, with).Select(Told)]))]));
    }

    private static FreeStart Told(FreeTime time) => new(
        time.Slot.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
        time.Slot.End.ToString("HH:mm", CultureInfo.InvariantCulture),
        time.Practitioner.Slug);
}

/// <param name="TimeZone">The zone of every date and time here.</param>
/// <param name="Treatment">The one that was asked about.</param>
/// <param name="Days">Each day that was asked for, also those without a free time.</param>
public sealed record FreeDays(string TimeZone, string Treatment, IReadOnlyList<FreeDay> Days);

public sealed record FreeDay(DateOnly Date, IReadOnlyList<FreeStart> Times);

/// <param name="Start">For example 09:15.</param>
/// <param name="End">For example 10:00.</param>
/// <param name="Practitioner">Whom the patient would see.</param>
public sealed record FreeStart(string Start, string End, string Practitioner);

namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Each visit of a course with its place, or with who or what is in the way and the likest free time of that week.</summary>
    /// <param name="minutes">How long each is made; null for as long as the treatment takes.</param>
    public async Task<IReadOnlyList<CourseVisit>> PlanCourseAsync(
        Treatment treatment, Practitioner with, Course course, int? minutes, int? patientId, CancellationToken cancellation)
    {
        var length = Length.Of(treatment) with { Minutes = minutes ?? treatment.Minutes };
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var clinic = await setup.ReadAsync(context, cancellation);
        var visits = new List<CourseVisit>();
        foreach (var start in course.Starts())
        {
            var day = await WrittenDay.ReadAsync(context, clinic, DateOnly.FromDateTime(start), [], clock.UtcNow(), cancellation);
            var (place, refusal) = day.Find(treatment, with, TimeOnly.FromDateTime(start), length, patientId, overrule: null);
            var instead = refusal is null ? [] : await InPlaceOfAsync(context, treatment, with, start, minutes, patientId, cancellation);
            visits.Add(new CourseVisit(start, place, refusal, instead is [var likest, ..] ? likest : null));
        }

        return visits;
    }
}

namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Each visit of a course with its place, or with who or what is in the way and the likest free time of that week.</summary>
    public async Task<IReadOnlyList<CourseVisit>> PlanCourseAsync(
        Treatment treatment, Practitioner with, Course course, int? patientId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var clinic = await setup.ReadAsync(context, cancellation);
        var visits = new List<CourseVisit>();
        foreach (var start in course.Starts())
        {
            var day = await WrittenDay.ReadAsync(context, clinic, DateOnly.FromDateTime(start), [], clock.UtcNow(), cancellation);
            var (place, refusal) = day.Find(treatment, with, TimeOnly.FromDateTime(start), Length.Of(treatment), patientId, overrule: null);
            var instead = refusal is null ? [] : await InPlaceOfAsync(context, treatment, with, start, patientId, cancellation);
            visits.Add(new CourseVisit(start, place, refusal, instead is [var likest, ..] ? likest : null));
        }

        return visits;
    }
}

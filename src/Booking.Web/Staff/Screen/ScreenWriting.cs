using Booking.Data;

namespace Booking.Web;

/// <summary>Puts what stands in the diary into the words and colours of its screen.</summary>
/// <param name="theirs">The practitioners whose columns whoever asks may change.</param>
internal sealed class ScreenWriting(DiaryPages pages, HashSet<int> theirs, DateTime now)
{
    private const int Looks = 4;

    private readonly Clinic _clinic = pages.Clinic;

    public ScreenData Write() => new(
        pages.Number,
        now,
        _clinic.Rules.GridMinutes,
        pages.Range.Dates.Select(date => new ScreenDay(date, WhyEmpty(date))),
        Practitioners(),
        _clinic.Treatments.Select(Told),
        pages.Visits.Select(visit => ScreenAppointment.Of(visit, _clinic, theirs.Contains(visit.PractitionerId))),
        pages.Holds.Select(hold => new ScreenHold(
            hold.PractitionerId,
            hold.Slot.StartsAt,
            hold.Slot.EndsAt,
            ScreenRoutes.ToTheSecond(ClinicTime.ToWall(hold.Expires)),
            hold.IsOffered)),
        pages.Blocks.Select(block => new ScreenBlock(
            block.Id, block.Series, block.PractitionerId, block.From, block.Until, block.Reason)));

    private string? WhyEmpty(DateOnly date)
    {
        if (_clinic.ClosureOn(date) is { } closure)
        {
            return $"The clinic is closed: {closure.Reason}.";
        }

        if (pages.Visits.Any(visit => visit.Date == date && visit.Status != AppointmentStatus.Cancelled))
        {
            return null;
        }

        return Shown().Any(p => !p.HoursOn(date).IsEmpty) ? "There are no appointments on this day."
            : pages.With is null ? "Nobody works on this day."
            : $"{pages.With.FirstName} does not work on this day.";
    }

    private IEnumerable<Practitioner> Shown() => pages.With is { } one ? [one] : _clinic.Practitioners;

    // Those who have left are told of only while they are looked at, or something of theirs is there to see.
    private IEnumerable<ScreenPractitioner> Practitioners() =>
        from practitioner in _clinic.Practitioners
        let seen = pages.With is null || pages.With.Id == practitioner.Id
        where practitioner.LastDay is not { } last || last >= pages.Range.From
            || pages.With?.Id == practitioner.Id || pages.Visits.Any(visit => visit.PractitionerId == practitioner.Id)
        select new ScreenPractitioner(
            practitioner.Id,
            practitioner.Slug,
            practitioner.FullName,
            practitioner.Role,
            practitioner.Treatments.Select(treatment => treatment.Slug),
            theirs.Contains(practitioner.Id),
            seen ? Hours(practitioner) : []);

    private IEnumerable<ScreenTime> Hours(Practitioner practitioner) =>
        from date in pages.Range.Dates
        where _clinic.ClosureOn(date) is null
        from run in practitioner.HoursOn(date).Runs()
        let midnight = date.ToDateTime(TimeOnly.MinValue)
        select new ScreenTime(
            midnight.AddMinutes(run.First * TickSet.MinutesATick), midnight.AddMinutes(run.End * TickSet.MinutesATick));

    private static ScreenTreatment Told(Treatment treatment) => new(
        treatment.Slug,
        treatment.Name,
        treatment.Minutes,
        treatment.TurnaroundMinutes,
        treatment.PricePence.SaidAsMoney(),
        (Math.Max(treatment.Service.Position, 1) - 1) % Looks);
}

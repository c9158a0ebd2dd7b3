namespace Booking.Tests;

/// <summary>The rules told once more, minute by minute and as slowly as they are read, to hold the real diary against.</summary>
internal sealed class NaiveDiary(Clinic clinic, IReadOnlyList<(Resource Who, Slot Slot)> taken, DateTime now)
{
    public bool CanStart(Treatment treatment, Practitioner practitioner, DateTime start)
    {
        var date = DateOnly.FromDateTime(start);
        var minutes = Enumerable.Range(0, treatment.Minutes).Select(minute => start.AddMinutes(minute));
        return treatment is { BookableOnline: true, Archived: false }
            && practitioner.Treatments.Contains(treatment)
            && date.DayNumber - DateOnly.FromDateTime(now).DayNumber <= clinic.Rules.HorizonDays
            && (start - now).TotalMinutes >= clinic.Rules.NoticeMinutes
            && !clinic.Closures.Any(closure => closure.FirstDay <= date && date <= closure.LastDay)
            && start.TimeOfDay.TotalMinutes % clinic.Rules.GridMinutes == 0
            && minutes.All(minute => DateOnly.FromDateTime(minute) == date && Works(practitioner, date, minute))
            && IsFree(Resource.Practitioner(practitioner.Id), start, treatment)
            && (treatment.RoomKind is null || clinic.Rooms.Any(room =>
                room.Kind == treatment.RoomKind && IsFree(Resource.Room(room.Id), start, treatment)));
    }

    private static bool Works(Practitioner practitioner, DateOnly date, DateTime minute)
    {
        if (practitioner.LastDay is { } last && last < date)
        {
            return false;
        }

        var changes = practitioner.Changes.Where(change => change.Date == date).ToList();
        return changes.Count > 0
            ? changes.Exists(change => change is { Start: { } from, End: { } to } && Within(minute, from, to))
            : practitioner.Sessions.Exists(session => session.Day == date.DayOfWeek && Within(minute, session.Start, session.End))
                && !practitioner.Breaks.Exists(lunch => lunch.Day == date.DayOfWeek && Within(minute, lunch.Start, lunch.End));
    }

    private static bool Within(DateTime minute, TimeOnly from, TimeOnly to)
    {
        var end = to == TimeOnly.MinValue ? TimeSpan.FromDays(1) : to.ToTimeSpan();
        return from.ToTimeSpan() <= minute.TimeOfDay && minute.TimeOfDay < end;
    }

    // Nothing begins before 05:00, so what a turnaround does after midnight meets nobody.
    private bool IsFree(Resource who, DateTime start, Treatment treatment) =>
        Enumerable.Range(0, treatment.Minutes + treatment.TurnaroundMinutes)
            .Select(minute => start.AddMinutes(minute))
            .Where(minute => minute.Date == start.Date)
            .All(minute => !taken.Any(entry =>
                entry.Who == who && entry.Slot.StartsAt <= minute && minute < entry.Slot.EndsAt));
}

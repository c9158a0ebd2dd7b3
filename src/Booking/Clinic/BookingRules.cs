namespace Booking;

/// <summary>What the clinic has settled about booking: how soon, how far ahead, at which minutes.</summary>
public sealed class BookingRules
{
    public const int UsuallyUndone = 60;
    public const int UsualPencePerPart = 4;
    public const int UsuallyOffered = 3;
    public const int UsuallyOfferedMinutes = 15;

    public int Id { get; init; }

    /// <summary>Appointments start at multiples of this many minutes after midnight; a multiple of 5.</summary>
    public int GridMinutes { get; set; } = 15;

    /// <summary>A start may be booked if it is this many minutes away or more.</summary>
    public int NoticeMinutes { get; set; } = 120;

    /// <summary>How far ahead the desk itself can write: further is a year mistyped.</summary>
    public const int DeskDays = 2 * 366;

    /// <summary>The last day that may be booked is this many days after today.</summary>
    public int HorizonDays { get; set; } = 60;

    /// <summary>How long a time is kept for somebody who is typing their details.</summary>
    public int HoldMinutes { get; set; } = 5;

    /// <summary>A cancellation is free until this many hours, by the clock on the wall, before the start.</summary>
    public int FreeCancellationHours { get; set; } = 24;

    /// <summary>How long before their appointments patients are reminded.</summary>
    public List<ReminderLead> Reminders { get; init; } = [];

    /// <summary>Whether somebody who did not come is asked, some time later, to book again.</summary>
    public bool FollowsUpMissed { get; set; }

    /// <summary>How many appointments still to come one telephone number may have: room for a family, not for a robot.</summary>
    public int OpenBookingsPerTelephone { get; set; } = 8;

    /// <summary>How many seconds the texts about a change at the desk wait, so that it can be undone before anybody reads of it.</summary>
    public int UndoSeconds { get; set; } = UsuallyUndone;

    /// <summary>What the provider takes for one part of a text.</summary>
    public int PencePerPart { get; set; } = UsualPencePerPart;

    /// <summary>More texts than this within an hour are too many, and wait for a person; null for what suits the clinic's size.</summary>
    public int? TextsAnHour { get; set; }

    /// <summary>To how many on the waiting list a time that comes free is offered at once; 0 switches the list off.</summary>
    public int OffersAtOnce { get; set; } = UsuallyOffered;

    /// <summary>How long it is kept for them.</summary>
    public int OfferMinutes { get; set; } = UsuallyOfferedMinutes;

    /// <summary>Where each morning's day sheet goes by e-mail; null for nowhere.</summary>
    public string? DaySheetTo { get; set; }

    /// <summary>When it goes, on the clinic's clock.</summary>
    public TimeOnly DaySheetAt { get; set; } = DaySheetPolicy.Usually;

    /// <summary>Changes with every change of the set-up, so that no node goes on with an old one.</summary>
    public long Revision { get; set; }

    /// <summary>Until when, in clinic time, an appointment with this start may be cancelled free of charge.</summary>
    public DateTime FreeCancellationUntil(DateTime start) => start.AddHours(-FreeCancellationHours);

    /// <summary>How many hours before its start a patient is reminded of this treatment, the longest first. A treatment with
    /// reminders of its own has only these.</summary>
    public IReadOnlyList<int> RemindersFor(int treatmentId)
    {
        var own = Reminders.FindAll(lead => lead.TreatmentId == treatmentId);
        return [.. (own.Count > 0 ? own : Reminders.FindAll(lead => lead.TreatmentId is null))
            .Select(lead => lead.HoursBefore).Distinct().OrderDescending()];
    }

    /// <summary>Every setting by the name that staff know it by, and what it is set to, in words.</summary>
    public IEnumerable<(string Name, string Value)> Settled()
    {
        yield return ("Appointments start every", $"{GridMinutes} minutes");
        yield return ("Notice", $"{NoticeMinutes} minutes");
        yield return ("Days ahead", $"{HorizonDays} days");
        yield return ("A time is kept for", $"{HoldMinutes} minutes");
        yield return ("Free cancellation", $"{FreeCancellationHours} hours");
        yield return ("Follow-up", FollowsUpMissed ? "on" : "off");
        yield return ("Price of a part", $"{PencePerPart}p");
        yield return ("Bookings for one telephone", $"{OpenBookingsPerTelephone}");
        yield return ("Time to undo", $"{UndoSeconds} seconds");
        yield return ("Texts in an hour", TextsAnHour is { } texts ? $"{texts} at most" : "as suits the clinic's size");
        yield return ("Waiting list: asked at once", $"{OffersAtOnce}");
        yield return ("Waiting list: a time is kept for", $"{OfferMinutes} minutes");
        yield return ("Day sheet to", DaySheetTo ?? "nobody");
        yield return ("Day sheet at", DaySheetAt.Said());
    }

    internal TickSet Grid => TickSet.Every(GridMinutes / TickSet.MinutesATick);

    /// <summary>The starts of this date that are neither past, nor too soon, nor too far ahead, seen from now (clinic time).</summary>
    internal TickSet InTime(DateOnly date, DateTime now)
    {
        if (!WithinHorizon(date, now))
        {
            return TickSet.None;
        }

        return StartsFrom(date, now.AddMinutes(NoticeMinutes));
    }

    /// <summary>The starts of this date that the desk can still write down: whoever stands there now began a moment ago.</summary>
    internal TickSet NotPast(DateOnly date, DateTime now) => StartsFrom(date, now.AddMinutes(-GridMinutes));

    private static TickSet StartsFrom(DateOnly date, DateTime earliest)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        var firstTick = Math.Ceiling((earliest - midnight).TotalMinutes / TickSet.MinutesATick);
        return TickSet.From((int)Math.Clamp(firstTick, 0, TickSet.TicksADay));
    }

    internal bool WithinHorizon(DateOnly date, DateTime now) => date <= LastDay(now);

    public DateOnly LastDay(DateTime now) => DateOnly.FromDateTime(now).AddDays(HorizonDays);
}

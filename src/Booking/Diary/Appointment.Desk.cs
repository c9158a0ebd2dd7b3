namespace Booking;

// What can become of an appointment once it is booked. Each change is written in its history with what was before.
public sealed partial class Appointment
{
    /// <summary>Writes an appointment into the diary at the desk, with its confirmation and its reminder.</summary>
    /// <param name="redFlagVersion">The wording to which the patient said "none of these" on the telephone.</param>
    public static Appointment BookAtDesk(
        Place place, Patient patient, bool firstVisit, int? redFlagVersion, string? note, BookingRules rules, Signature by)
    {
        var appointment = new Appointment
        {
            Patient = patient,
            PatientId = patient.Id,
            BookedAs = patient.FullName,
            Email = patient.Email,
            RedFlagVersion = redFlagVersion,
            FirstVisit = firstVisit,
            Status = AppointmentStatus.Booked,
            Note = note,
            BookedAt = by.At,
            Version = 1,
        };
        appointment.GoTo(place);
        appointment.PlanTexts(rules, by);
        appointment.Record(by, "Booked at the desk", to: place.Written);
        return appointment;
    }

    /// <summary>All of it that can change, as it is now.</summary>
    public AppointmentState State => new(
        TreatmentId, PractitionerId, RoomId, Date, Start, Minutes, TurnaroundMinutes, PricePence, Lane, Overruled, Status, CancelReason, Note);

    /// <summary>How long it is if it goes elsewhere as this treatment: while it stays what it is, it keeps its own length.</summary>
    public Length LengthAs(Treatment treatment) =>
        treatment.Id == TreatmentId ? new Length(Minutes, TurnaroundMinutes) : Length.Of(treatment);

    /// <summary>Whether it is still to come; now is clinic time.</summary>
    public bool CanBeCancelled(DateTime now) =>
        Status is AppointmentStatus.Booked or AppointmentStatus.Confirmed && now < StartsAt;

    /// <summary>Whether it can be put elsewhere: it is not over, one way or another.</summary>
    public bool CanBeMoved => Status is AppointmentStatus.Booked or AppointmentStatus.Confirmed or AppointmentStatus.Arrived;

    /// <summary>Whether the patient can still move it themselves: as long as it can be cancelled free of charge; now is clinic time.</summary>
    public bool CanBeMovedByPatient(BookingRules rules, DateTime now) =>
        CanBeCancelled(now) && now <= rules.FreeCancellationUntil(StartsAt);

    /// <summary>Whether the patient has moved it so often within a day that they are to ring: each time is a text.</summary>
    public bool IsMovedEnough(DateTime utcNow) => History.Count(line =>
        line is { Who: AppointmentEvent.ByPatient, What: AppointmentEvent.Moved } && line.At > utcNow.AddDays(-1)) >= MovesADay;

    /// <summary>Puts it elsewhere, and tells the patient; or says why not. That the place is free is for the claims to say.</summary>
    public Refusal? Move(Place place, BookingRules rules, Signature by)
    {
        if (!CanBeMoved)
        {
            return Refusal.CannotMove;
        }

        if (by.IsPatients && !CanBeMovedByPatient(rules, by.Now))
        {
            return Refusal.TooLateToMove;
        }

        var before = State;
        var from = new Place(Treatment, Practitioner, Room, Date, Start, Minutes);
        GoTo(place);
        if (State == before)
        {
            return null; // it is there already
        }

        Version++;

        // Whoever said that they come at nine has not said that they come at ten.
        Status = (Date, Start) == (before.Date, before.Start) ? Status : AppointmentStatus.Booked;
        ForgetAnswers();
        PlanTexts(rules, by);
        Record(by, AppointmentEvent.Moved, from.WrittenBeside(place), place.WrittenBeside(from), before);
        return null;
    }

    /// <summary>Notes how far it has come; or says why not.</summary>
    public Refusal? Mark(AppointmentStatus status, BookingRules rules, Signature by)
    {
        if (WhyNotMark(status, by.Now) is { } refusal)
        {
            return refusal;
        }

        if (status == Status)
        {
            return null; // somebody has said so before
        }

        var before = NextVersion();
        Status = status;
        PlanFollowUp(rules, by);
        Record(by, "Marked", before.Status.Said(), status.Said(), before);
        return null;
    }

    /// <summary>Why it cannot be said to have come so far, or null if it can; now is clinic time.</summary>
    public Refusal? WhyNotMark(AppointmentStatus status, DateTime now) => status switch
    {
        _ when !Stands => Refusal.IsCancelled,
        AppointmentStatus.Cancelled => Refusal.IsCancelled,
        AppointmentStatus.Attended or AppointmentStatus.DidNotAttend when now < StartsAt => Refusal.NotYet,
        AppointmentStatus.Arrived when DateOnly.FromDateTime(now) != Date => Refusal.NotToday,
        _ => null,
    };

    /// <summary>Gives the time back, withdraws what has not been sent and tells the patient; or says why not.</summary>
    public Refusal? Cancel(string reason, BookingRules rules, Signature by)
    {
        if (!CanBeCancelled(by.Now))
        {
            return by.IsPatients ? Refusal.AlreadyOver : WhyNotCancelled;
        }

        Cancel("Cancelled", reason, rules, by);
        return null;
    }

    /// <summary>Takes a cancellation back: whoever had confirmed still has. Or says why not. That its time is free is for the claims to say.</summary>
    public Refusal? Restore(BookingRules rules, Signature by)
    {
        if (Stands)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (StartsAt <= by.Now)
        {
            return Refusal.Past;
        }

        var before = NextVersion();
        (Status, CancelReason) = (BeforeItWasCancelled, null);
        ForgetAnswers();
        PlanTexts(rules, by);
        Record(by, "Restored", before: before);
        return null;
    }

    public void ChangeNote(string? note, Signature by)
    {
        if (note == Note)
        {
            return;
        }

        var before = NextVersion();
        Note = note;
        Record(by, "Note changed", before.Note ?? NoNote, note ?? NoNote, before);
    }

    /// <summary>
    /// Takes back what was done last, as if it had not been; or says why not. An undone booking is cancelled, and nobody is told.
    /// That its old time is free is for the claims to say.
    /// </summary>
    public Refusal? Undo(BookingRules rules, Signature by)
    {
        var last = History.MaxBy(line => line.Id)!;
        if (last.What == ToldOfADelay)
        {
            return TakeBackRunningLate(by);
        }

        if (last.Before is not { } was)
        {
            if (History.Count > 1 || last.Who == AppointmentEvent.ByPatient || !CanBeCancelled(by.Now))
            {
                return Refusal.NothingToUndo;
            }

            Cancel("Booking undone", "Booked by mistake", rules, by);
            return null;
        }

        // Nobody can be told any more that they should have come then.
        if ((was.Date, was.Start) != (Date, Start) && was.Date.ToDateTime(was.Start) <= by.Now)
        {
            return Refusal.Past;
        }

        var before = NextVersion();
        (TreatmentId, PractitionerId, RoomId, Date, Start, Minutes, TurnaroundMinutes, PricePence) = (
            was.TreatmentId, was.PractitionerId, was.RoomId, was.Date, was.Start, was.Minutes, was.TurnaroundMinutes, was.PricePence);
        (Lane, Overruled, Status, CancelReason, Note) = (was.Lane, was.Overruled, was.Status, was.CancelReason, was.Note);
        PlanTexts(rules, by);
        Record(by, $"Undone: {last.What}", last.To, last.From, before);
        return null;
    }

    private const string NoNote = "no note";

    private AppointmentStatus BeforeItWasCancelled => History.OrderBy(line => line.Id)
        .Select(line => line.Before?.Status)
        .LastOrDefault(status => status is not null and not AppointmentStatus.Cancelled) ?? AppointmentStatus.Booked;

    private Refusal WhyNotCancelled => !Stands ? Refusal.IsCancelled
        : Status == AppointmentStatus.Arrived ? Refusal.HasArrived
        : Refusal.HasBegun;

    private void Cancel(string what, string reason, BookingRules rules, Signature by)
    {
        var before = NextVersion();
        (Status, CancelReason) = (AppointmentStatus.Cancelled, reason);
        PlanTexts(rules, by);
        Record(by, what, to: reason, before: before);
    }

    private void GoTo(Place place)
    {
        // A treatment that became longer or dearer since leaves an appointment that keeps it alone.
        if (TreatmentId != place.Treatment.Id)
        {
            (TreatmentId, PricePence) = (place.Treatment.Id, place.Treatment.PricePence);
            TurnaroundMinutes = place.Treatment.TurnaroundMinutes;
        }

        (PractitionerId, RoomId) = (place.Practitioner.Id, place.Room?.Id);
        (Date, Start, Minutes) = (place.Date, place.Start, place.Minutes);
        (Lane, Overruled) = (place.Lane, place.Overruled);
    }

    private AppointmentState NextVersion()
    {
        Version++;
        return State;
    }

    private void Record(Signature by, string what, string? from = null, string? to = null, AppointmentState? before = null) =>
        History.Add(new AppointmentEvent
        {
            At = by.At,
            Who = by.Who,
            What = what,
            From = from,
            To = to,
            Before = before,
            Series = by.Series,
        });
}

namespace Booking;

/// <summary>A time put to somebody on the waiting list and kept for a few minutes for all to whom it is put.</summary>
public sealed class Offer
{
    private Offer()
    {
    }

    public int Id { get; private init; }

    public int EntryId { get; private init; }

    public WaitingEntry Entry { get; private init; } = null!;

    /// <summary>The patient's id while it is open: a unique key, so that nobody is asked two things at once.</summary>
    public int? OpenFor { get; private set; }

    /// <summary>The hold by which the time is kept: the same for all to whom it is put.</summary>
    public int HoldId { get; private init; }

    public int PractitionerId { get; private init; }

    public Practitioner Practitioner { get; private init; } = null!;

    public DateOnly Date { get; private init; }

    public TimeOnly Start { get; private init; }

    public int Minutes { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime Expires { get; private init; }

    /// <summary>The member of staff by name, or the list's own rounds.</summary>
    public string MadeBy { get; private init; } = "";

    public OfferState State { get; private set; }

    /// <summary>The text that tells of it.</summary>
    public int MessageId { get; private init; }

    public Message Message { get; private init; } = null!;

    public Slot Slot => new(Date, Start, Minutes);

    /// <summary>Clinic time.</summary>
    public DateTime StartsAt => Slot.StartsAt;

    /// <summary>Until when, on the clinic's clock.</summary>
    public DateTime Until => ClinicTime.ToWall(Expires);

    public static Offer Of(WaitingEntry entry, Hold hold, Signature by) => new()
    {
        Entry = entry,
        EntryId = entry.Id,
        OpenFor = entry.PatientId,
        HoldId = hold.Id,
        PractitionerId = hold.PractitionerId,
        Date = hold.Date,
        Start = hold.Start,
        Minutes = hold.Minutes,
        MadeAt = by.At,
        Expires = hold.Expires,
        MadeBy = by.Who,
        State = OfferState.Open,
        Message = Message.Offer(entry, hold, by.At),
    };

    public bool IsOpen(DateTime utcNow) => State == OfferState.Open && utcNow < Expires;

    /// <summary>The same person has another record.</summary>
    internal void GoTo(int patientId) => OpenFor = OpenFor is null ? null : patientId;

    /// <summary>Ends it. A text of it that has not gone stays here.</summary>
    public void Become(OfferState state)
    {
        (State, OpenFor) = (state, null);
        Message.Skip(WhyNotSent.OfferOver);
    }
}

namespace Booking;

/// <summary>Somebody's place on the waiting list for one treatment. Never deleted: it ends.</summary>
public sealed class WaitingEntry
{
    public const int ReasonLength = 200;

    private WaitingEntry()
    {
    }

    public int Id { get; private init; }

    public int PatientId { get; private set; }

    public Patient Patient { get; private init; } = null!;

    /// <summary>The name as typed on joining: it is what the site shows, as with an appointment.</summary>
    public string JoinedAs { get; private init; } = "";

    public int TreatmentId { get; private init; }

    public Treatment Treatment { get; private init; } = null!;

    /// <summary>
    /// The appointment that they keep until an earlier time comes free, or that they got from the list; null if they have none.
    /// </summary>
    public int? AppointmentId { get; private set; }

    public Appointment? Kept { get; private set; }

    /// <summary>
    /// Whether the list itself found that appointment in the diary: it was booked online in their name, perhaps by somebody else.
    /// Nothing that becomes of it ends their place, unless they come to it.
    /// </summary>
    public bool OnlyFound { get; private set; }

    public List<int> With { get; private set; } = [];

    public List<DayOfWeek> Days { get; private set; } = [];

    public List<PartOfDay> Parts { get; private set; } = [];

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    /// <summary>The version of the red-flag wording to which they said "none of these", where the check was needed.</summary>
    public int? RedFlagVersion { get; private set; }

    /// <summary>UTC. Whoever has waited longest is asked first.</summary>
    public DateTime JoinedAt { get; private init; }

    /// <summary>UTC; null while they wait.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Raised with every change of the wishes: of two people who change them the second is told.</summary>
    public int Version { get; private set; }

    public List<Offer> Offers { get; private init; } = [];

    /// <summary>The messages with the link to it.</summary>
    public List<Message> Links { get; private init; } = [];

    public List<WaitingEvent> History { get; private init; } = [];

    public bool IsWaiting => EndedAt is null;

    /// <summary>The offer that has not ended; its time to think may be over.</summary>
    public Offer? Asked => Offers.Find(offer => offer.State == OfferState.Open);

    /// <summary>What the site calls whoever waits.</summary>
    public string FirstName => PersonName.Parse(JoinedAs).First;

    public Wishes Wishes
    {
        get => new(With, Days, Parts, From, Until);
        private set => (With, Days, Parts, From, Until) = ([.. value.With], [.. value.Days], [.. value.Parts], value.From, value.Until);
    }

    public static WaitingEntry Join(
        Patient patient, string joinedAs, Treatment treatment, Wishes wishes, int? appointment, int? redFlagVersion, Signature by)
    {
        var entry = new WaitingEntry
        {
            Patient = patient,
            PatientId = patient.Id,
            JoinedAs = joinedAs,
            TreatmentId = treatment.Id,
            AppointmentId = appointment,
            Wishes = wishes,
            RedFlagVersion = redFlagVersion,
            JoinedAt = by.At,
            Version = 1,
        };
        entry.Record(by, "Joined");
        return entry;
    }

    /// <summary>Who joins once more keeps their turn.</summary>
    /// <param name="appointment">The appointment that they want to keep meanwhile: the one that they keep already, if they do.</param>
    public void JoinAgain(Wishes wishes, int? appointment, int? redFlagVersion, Signature by)
    {
        if (appointment is not null)
        {
            (AppointmentId, OnlyFound) = (appointment, false);
        }

        Answer(redFlagVersion);
        Change(wishes, by);
    }

    public void Change(Wishes wishes, Signature by)
    {
        Wishes = wishes;
        Version++;
        Record(by, "Wishes changed");
    }

    /// <summary>An appointment was booked for them meanwhile: from now on only what is earlier will do.</summary>
    /// <param name="onlyFound">See <see cref="OnlyFound"/>.</param>
    public void Keep(Appointment appointment, bool onlyFound, Signature by)
    {
        (AppointmentId, OnlyFound) = (appointment.Id, onlyFound);
        Record(by, $"Keeps {appointment.StartsAt.Said()}");
    }

    /// <summary>What was found for them is none any more: they wait as they did before.</summary>
    public void LetGo(Signature by)
    {
        (AppointmentId, Kept, OnlyFound) = (null, null, false);
        Record(by, "Waits for any time again");
    }

    public void Answer(int? redFlagVersion) => RedFlagVersion = redFlagVersion ?? RedFlagVersion;

    /// <summary>Texts the patient the link to their place, unless one of today does.</summary>
    public void TellLink(DateTime utcNow)
    {
        if (!IsTold(utcNow))
        {
            Links.Add(Message.OnTheList(this, utcNow));
        }
    }

    /// <summary>Whether a link of today is there.</summary>
    public bool IsTold(DateTime utcNow)
    {
        var key = Message.OnTheList(this, utcNow).Key;
        return Links.Exists(told => told.Key == key);
    }

    public void End(string reason, Signature by)
    {
        EndedAt = by.At;
        Links.ForEach(link => link.Skip(WhyNotSent.LeftTheList));
        Record(by, reason);
    }

    /// <summary>Has said yes to a time, and waits no more.</summary>
    public void Got(Appointment appointment, Signature by)
    {
        (AppointmentId, OnlyFound) = (appointment.Id, false);
        End("Has a time from the list", by);
    }

    /// <summary>The same person has another record: their place goes over to it, with what is being offered to them.</summary>
    public void GoTo(int patientId, Signature by)
    {
        PatientId = patientId;
        Offers.ForEach(offer => offer.GoTo(patientId));
        Record(by, "Moved to another record of the same patient");
    }

    /// <summary>It ended by mistake.</summary>
    public void WaitAgain(Signature by)
    {
        EndedAt = null;
        Record(by, "Waits again");
    }

    private void Record(Signature by, string what) =>
        History.Add(new WaitingEvent { At = by.At, Who = by.Who, What = what });
}

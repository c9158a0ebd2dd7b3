namespace Booking;

/// <summary>Two records of one person made one, by a member of staff; with what it takes to undo it.</summary>
public sealed class PatientMerge
{
    private static readonly Refusal AlreadyJoined =
        new("One of these records has been joined with another meanwhile. Look at both again.");

    private static readonly Refusal NotTheLatest =
        new("The record that was kept has itself been joined with another since. Undo that first.");

    private static readonly Refusal AlreadyUndone = new("This has been undone already.");

    public int Id { get; private init; }

    /// <summary>Whose record is no longer used.</summary>
    public int AwayId { get; private init; }

    public Patient Away { get; private init; } = null!;

    public int KeptId { get; private init; }

    public Patient Kept { get; private init; } = null!;

    /// <summary>What the kept record said.</summary>
    public ContactDetails Before { get; private init; } = null!;

    public ContactDetails After { get; private init; } = null!;

    /// <summary>The appointments that went over.</summary>
    public List<int> Moved { get; private init; } = [];

    /// <summary>The places on the waiting list that went over; null for one that was made before there was a list.</summary>
    public List<int>? MovedPlaces { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private init; }

    public string Who { get; private init; } = "";

    public DateTime? UndoneAt { get; private set; }

    /// <summary>Why these two cannot be made one, or null; now is clinic time.</summary>
    public static Refusal? WhyNot(
        Patient kept, Patient away, IEnumerable<Appointment> ofKept, IEnumerable<Appointment> ofAway, DateTime now)
    {
        if (kept.MergedIntoId is not null || away.MergedIntoId is not null)
        {
            return AlreadyJoined;
        }

        var toCome = ofAway.Where(IsToCome).ToList();
        var clash = ofKept.Where(IsToCome)
            .SelectMany(mine => toCome.Where(other => mine.Slot.Overlaps(other.Slot)).Select(other => (mine, other)))
            .FirstOrDefault();
        return clash.mine is null ? null : new Refusal(
            $"They have appointments at the same time: {clash.mine.StartsAt.Said()}, and {clash.other.StartsAt.Said()}. Move or cancel one of these first.");

        bool IsToCome(Appointment appointment) => appointment.Stands && appointment.Slot.EndsAt > now;
    }

    /// <summary>Takes one record away and leaves the other with these details.</summary>
    /// <param name="namesake">See <see cref="Patient.Change"/>.</param>
    public static PatientMerge Of(
        Patient kept, Patient away, ContactDetails details, int namesake, IEnumerable<int> moved, string who, DateTime utcNow)
    {
        var before = kept.Details;
        kept.Change(details, namesake, who, utcNow);
        kept.Note($"Joined with the record of {away.FullName}", who, utcNow);
        away.GoInto(kept, who, utcNow);
        return new PatientMerge
        {
            Away = away,
            Kept = kept,
            Before = before,
            After = details,
            Moved = [.. moved],
            At = utcNow,
            Who = who,
        };
    }

    /// <summary>
    /// Takes along for what the one who goes away waits. Where both wait for the same, the one who is kept keeps their place;
    /// where both are being asked about a time, the one who is kept is asked on.
    /// </summary>
    /// <returns>The offer that is taken back, or null.</returns>
    public Offer? TakeAlong(IReadOnlyCollection<WaitingEntry> ofKept, IReadOnlyCollection<WaitingEntry> ofAway, Signature by)
    {
        var taken = ofKept.Where(entry => entry.IsWaiting).Select(entry => entry.TreatmentId).ToHashSet();
        foreach (var entry in ofAway.Where(entry => entry.IsWaiting && taken.Contains(entry.TreatmentId)))
        {
            entry.End("Waits already, by another record of the same patient", by);
        }

        var isAsked = ofKept.Any(entry => entry.Asked is not null);
        var withdrawn = ofAway.Where(entry => isAsked || !entry.IsWaiting).Select(entry => entry.Asked).FirstOrDefault(offer => offer is not null);
        withdrawn?.Become(OfferState.Withdrawn);
        foreach (var entry in ofAway)
        {
            entry.GoTo(KeptId, by);
        }

        MovedPlaces = [.. ofAway.Select(entry => entry.Id)];
        return withdrawn;
    }

    /// <summary>Gives back the places that went over; one that ended because of it waits again.</summary>
    public void BringBack(IEnumerable<WaitingEntry> places, Signature by)
    {
        foreach (var entry in places)
        {
            if (entry.EndedAt == At)
            {
                entry.WaitAgain(by);
            }

            entry.GoTo(AwayId, by);
        }
    }

    public Refusal? WhyNotUndo() => UndoneAt is not null ? AlreadyUndone
        : Kept.MergedIntoId is not null ? NotTheLatest
        : null;

    /// <summary>Makes two records of them again.</summary>
    public void Undo(int namesake, string who, DateTime utcNow)
    {
        Kept.Change(Restored, namesake, who, utcNow);
        Kept.Note($"No longer joined with the record of {Away.FullName}", who, utcNow);
        Away.ComeBack(who, utcNow);
        UndoneAt = utcNow;
    }

    /// <summary>What the kept record says once this is undone.</summary>
    public ContactDetails Restored => Kept.Details.Undo(Before, After);
}

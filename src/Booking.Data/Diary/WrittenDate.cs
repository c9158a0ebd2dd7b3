namespace Booking.Data;

/// <summary>What is taken of one date, as it was written while the date had this number.</summary>
internal sealed class WrittenDate(long? revision)
{
    private readonly Occupancy _taken = new();
    private readonly List<Written> _holds = [];

    public long? Revision => revision;

    public void Write(Written owner)
    {
        if (owner.Expires is null)
        {
            owner.Take(_taken);
        }
        else
        {
            _holds.Add(owner);
        }
    }

    public void Write(Resource who, Slot slot) => _taken.Take(who, slot);

    /// <summary>Adds what is taken at this moment for this visitor: neither what has lapsed nor what they hold themselves.</summary>
    public void AddTo(Occupancy taken, DateTime utcNow, byte[] visitor)
    {
        taken.Take(_taken);
        foreach (var hold in _holds)
        {
            if (hold.Expires > utcNow && !hold.Visitor.AsSpan().SequenceEqual(visitor))
            {
                hold.Take(taken);
            }
        }
    }
}

/// <summary>An appointment, or a hold with its end and the browser that has it, as far as others are concerned.</summary>
internal sealed record Written(
    DateOnly Date, TimeOnly Start, int Minutes, int PractitionerId, int? RoomId, DateTime? Expires, byte[]? Visitor)
{
    public void Take(Occupancy taken)
    {
        var slot = new Slot(Date, Start, Minutes);
        taken.Take(Resource.Practitioner(PractitionerId), slot);
        if (RoomId is { } room)
        {
            taken.Take(Resource.Room(room), slot);
        }
    }
}

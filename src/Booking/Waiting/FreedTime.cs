namespace Booking;

/// <summary>Time that somebody had and gave back: it is put to those who were waiting already while it was theirs.</summary>
/// <param name="From">Since when it was taken (UTC); the beginning of time where that does not matter.</param>
/// <param name="Until">When it was given back (UTC).</param>
public readonly record struct FreedTime(int PractitionerId, int? RoomId, Slot Slot, DateTime From, DateTime Until)
{
    /// <summary>Whether they could not have booked it when they joined, or somebody has had it since.</summary>
    public bool IsNewsTo(WaitingEntry entry) => From <= entry.JoinedAt && entry.JoinedAt < Until;
}

namespace Booking;

/// <summary>Which ticks an appointment, a hold or a block takes, in the one order in which all claims are written.</summary>
internal static class Claiming
{
    public static IEnumerable<DiaryClaim> For(
        ClaimOwner owner, Slot slot, int turnaround, int practitionerId, int? roomId, int? patientId, DateTime? expires, int lane = 0)
    {
        var whole = slot.Lengthened(turnaround);
        // Only a practitioner can be in two lanes: a patient and a room never hold two at a time.
        var claims = Of(Resource.Practitioner(practitionerId), whole, lane);
        claims = roomId is { } room ? claims.Concat(Of(Resource.Room(room), whole)) : claims;
        return patientId is { } patient ? claims.Concat(Of(Resource.Patient(patient), slot)) : claims;

        IEnumerable<DiaryClaim> Of(Resource resource, Slot taken, int beside = 0) => taken.Ticks().Select(tick =>
            new DiaryClaim { Resource = resource.Key, Tick = tick, Lane = beside, Owner = owner.Key, Expires = expires });
    }
}

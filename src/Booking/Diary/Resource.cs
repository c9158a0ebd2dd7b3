namespace Booking;

/// <summary>Who or what can be in one place at a time: a practitioner, a room or a patient.</summary>
public readonly record struct Resource(ResourceKind Kind, int Id)
{
    /// <summary>Kind and id in one number, as the claims hold it.</summary>
    public long Key => ((long)Kind << 32) | (uint)Id;

    public static Resource Of(long key) => new((ResourceKind)(key >> 32), (int)key);

    public static Resource Practitioner(int id) => new(ResourceKind.Practitioner, id);

    public static Resource Room(int id) => new(ResourceKind.Room, id);

    public static Resource Patient(int id) => new(ResourceKind.Patient, id);
}

/// <summary>Claims are written in this order, always, so that two writers never wait for each other crosswise.</summary>
public enum ResourceKind
{
    Practitioner = 1,
    Room = 2,
    Patient = 3,
}

namespace Booking.Data;

/// <summary>What somebody who works at the clinic may do in the system; everybody has one.</summary>
public enum StaffRole
{
    /// <summary>Everything, also who else may sign in.</summary>
    Administrator = 1,

    /// <summary>The whole day's work at the desk.</summary>
    Receptionist = 2,

    /// <summary>Reads the diary, and changes their own column of it.</summary>
    Practitioner = 3,
}

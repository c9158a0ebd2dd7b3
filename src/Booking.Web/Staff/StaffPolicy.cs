using Booking.Data;

namespace Booking.Web;

/// <summary>Who may open a page, by name; the folder of staff pages asks for <see cref="Staff"/> at the least.</summary>
public static class StaffPolicy
{
    /// <summary>Anybody who is signed in.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Receptionists and administrators.</summary>
    public const string Reception = nameof(Reception);

    /// <summary>Whoever may book past the rules of the diary: administrators, and those to whom it is given.</summary>
    public const string Overrule = nameof(Overrule);

    public const string Administrator = nameof(StaffRole.Administrator);
}

using Booking.Data;

namespace Booking.Web;

/// <summary>What the log says about who came in and who may: members by number, nothing that a person typed.</summary>
internal static partial class SecurityLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Staff member {Member} signed in")]
    public static partial void SignedIn(this ILogger logger, int member);

    [LoggerMessage(Level = LogLevel.Information, Message = "Staff member {Member} signed out")]
    public static partial void SignedOut(this ILogger logger, string? member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong password was given for staff member {Member}")]
    public static partial void WrongPassword(this ILogger logger, int? member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "One place has used up its tries of the password of staff member {Member}")]
    public static partial void TriesUsedUp(this ILogger logger, int? member);

    [LoggerMessage(Level = LogLevel.Information, Message = "Staff member {Member} changed their password")]
    public static partial void PasswordChanged(this ILogger logger, int member);

    [LoggerMessage(Level = LogLevel.Information, Message = "Staff member {Member} chose a password through a link")]
    public static partial void PasswordChosen(this ILogger logger, int member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first administrator was set up: staff member {Member}")]
    public static partial void FirstAdministratorSetUp(this ILogger logger, int member);

    [LoggerMessage(Level = LogLevel.Information, Message = "Staff member {By} gave staff member {Member} a link to choose a password")]
    public static partial void LinkGiven(this ILogger logger, string? by, int member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Staff member {By} made staff member {Member} a {Role}")]
    public static partial void RoleChanged(this ILogger logger, string? by, int member, StaffRole role);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Staff member {By} gave staff member {Member} the column of practitioner {Practitioner}")]
    public static partial void PractitionerChanged(this ILogger logger, string? by, int member, int? practitioner);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Staff member {By} settled whether staff member {Member} may overrule: {May}")]
    public static partial void MayOverruleSettled(this ILogger logger, string? by, int member, bool may);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Staff member {By} shut staff member {Member} out")]
    public static partial void Disabled(this ILogger logger, string? by, int member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Staff member {By} let staff member {Member} in again")]
    public static partial void Enabled(this ILogger logger, string? by, int member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Staff member {By} changed the settings")]
    public static partial void SettingsChanged(this ILogger logger, string? by);

    [LoggerMessage(Level = LogLevel.Information, Message = "Staff member {By} signed off version {Version} of the safety questions")]
    public static partial void SafetyQuestionsSignedOff(this ILogger logger, string? by, int version);
}

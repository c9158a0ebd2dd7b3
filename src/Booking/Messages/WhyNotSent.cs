namespace Booking;

/// <summary>Why a message did not reach the patient.</summary>
public enum WhyNotSent
{
    /// <summary>The appointment was cancelled.</summary>
    Cancelled,

    /// <summary>The appointment is at another time now.</summary>
    Moved,

    /// <summary>The appointment had begun.</summary>
    TooLate,

    /// <summary>It was booked so late that the reminder was already due: the confirmation said it all.</summary>
    JustBooked,

    /// <summary>The patient asked for no more texts.</summary>
    OptedOut,

    /// <summary>The telephone is not a UK mobile.</summary>
    NotTextable,

    /// <summary>The provider says that this number cannot be texted.</summary>
    NumberRefused,

    /// <summary>The account may not text that country.</summary>
    CountryNotEnabled,

    /// <summary>The phone was off or out of reach.</summary>
    Unreachable,

    /// <summary>The number turned out to be a landline.</summary>
    Landline,

    /// <summary>The carrier took it for spam.</summary>
    Filtered,

    /// <summary>The provider refused it for a reason we do not know.</summary>
    Refused,

    /// <summary>Something in our own records kept it from being written.</summary>
    BadData,

    /// <summary>The provider's answer was lost, and its list does not show the text.</summary>
    NotFound,

    /// <summary>It tells of a cancellation that was taken back.</summary>
    Restored,

    /// <summary>A newer message says it better.</summary>
    Replaced,

    /// <summary>It came due while the site was off, and a person decided against it.</summary>
    DecidedAgainst,

    /// <summary>The time that it offers was taken, declined or withdrawn before it went.</summary>
    OfferOver,

    /// <summary>It tells that somebody did not come who then was there.</summary>
    CameAfterAll,

    /// <summary>The patient likes e-mails better: one goes in its place.</summary>
    ByEmail,

    /// <summary>There is no e-mail address any more.</summary>
    NoAddress,

    /// <summary>The mail server takes nothing for this address.</summary>
    AddressRefused,

    /// <summary>They left the waiting list before it went.</summary>
    LeftTheList,

    /// <summary>The clinic has settled that such messages go no more.</summary>
    SwitchedOff,
}

using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;

namespace Booking.Web;

/// <summary>Who may book what: the desk for everybody, a practitioner for themselves, and past the rules only with the right to it.</summary>
internal static class BookingRights
{
    public static async Task<bool> MayOverruleAsync(this IAuthorizationService authorization, ClaimsPrincipal person) =>
        (await authorization.AuthorizeAsync(person, StaffPolicy.Overrule)).Succeeded;

    /// <summary>Why this is not theirs to book, or null if it is.</summary>
    public static async Task<Refusal?> WhyNotTheirsAsync(
        this IAuthorizationService authorization, ClaimsPrincipal person, DeskBooking booking)
    {
        if (booking.Visits.Any(visit => !person.MayChange(visit.With.Id)))
        {
            return Refusal.NotYourColumn;
        }

        return booking.Overrule is null || await authorization.MayOverruleAsync(person) ? null : Refusal.MayNotOverrule;
    }
}

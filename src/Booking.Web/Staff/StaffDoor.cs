using Booking.Data;
using Microsoft.AspNetCore.Identity;

namespace Booking.Web;

/// <summary>Where staff come in: looks at a password and opens, or says no in the same words and the same time to all.</summary>
public sealed class StaffDoor(
    SignInManager<StaffMember> sessions,
    IPasswordHasher<StaffMember> hasher,
    SignInLimit limit,
    KnownDevice device,
    ILogger<StaffDoor> log)
{
    private static readonly Refusal Wrong = new("The e-mail address or the password is not right.");
    private static readonly Refusal TooMany = new(
        $"Too many wrong tries. Wait {SignInTries.Wait.TotalMinutes:0} minutes, or ask an administrator for a new link.");

    private static readonly StaffMember Nobody = StaffMember.New("Nobody", "nobody", StaffRole.Practitioner);
    private static volatile string? _nobodysHash;

    private UserManager<StaffMember> Members => sessions.UserManager;

    public async Task<Refusal?> SignInAsync(string email, string password, HttpContext context)
    {
        var member = await Members.FindByEmailAsync(email);
        if (await WhyNotAsync(member, email, password, context) is { } refusal)
        {
            return refusal;
        }

        await AdmitAsync(member!, context);
        return null;
    }

    /// <summary>Lets somebody in who has just chosen their password.</summary>
    public async Task AdmitAsync(StaffMember member, HttpContext context)
    {
        await sessions.SignInAsync(member, isPersistent: false);
        device.Remember(context, member);
        log.SignedIn(member.Id);
    }

    /// <summary>A new password for somebody who is signed in and knows the present one; their other sessions end.</summary>
    public async Task<Refusal?> ChangePasswordAsync(StaffMember member, string present, string chosen, HttpContext context)
    {
        if (await WhyNotAsync(member, member.Email!, present, context) is { } refusal)
        {
            return refusal == Wrong ? new Refusal("That is not your present password.") : refusal;
        }

        var result = await Members.ChangePasswordAsync(member, present, chosen);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("A password that had been looked at was not accepted.");
        }

        await sessions.RefreshSignInAsync(member);
        log.PasswordChanged(member.Id);
        return null;
    }

    // A try is counted before it is judged, so tries sent at once do not get more than one place is allowed.
    private async Task<Refusal?> WhyNotAsync(StaffMember? member, string email, string password, HttpContext context)
    {
        var place = device.Place(context, email, member);
        if (!await limit.TakeTryAsync(place, context.RequestAborted))
        {
            log.TriesUsedUp(member?.Id);
            return TooMany;
        }

        if (!await IsRightAsync(member, password))
        {
            log.WrongPassword(member?.Id);
            return Wrong;
        }

        await limit.ForgetAsync(place, context.RequestAborted);
        return null;
    }

    private async Task<bool> IsRightAsync(StaffMember? member, string password)
    {
        if (member is { MaySignIn: true })
        {
            return await Members.CheckPasswordAsync(member, password);
        }

        hasher.VerifyHashedPassword(Nobody, _nobodysHash ??= hasher.HashPassword(Nobody, "nobody"), password);
        return false;
    }
}

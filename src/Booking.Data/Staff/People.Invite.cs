using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class People
{
    private static readonly Refusal EmailTaken = new("Somebody with that e-mail address is on the list already.");

    /// <summary>Puts somebody on the list; or says why not.</summary>
    public async Task<Refusal?> InviteAsync(StaffMember newcomer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(newcomer);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn("AspNetUsers"))
        {
            return EmailTaken;
        }
    }

    /// <summary>A link's secret with which this person can choose a password; earlier ones are void.</summary>
    public async Task<Reference> NewLinkAsync(int id, CancellationToken cancellation)
    {
        var token = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        await transactions.RunAsync(
            async context =>
            {
                await context.StaffInvitations.Where(i => i.StaffMemberId == id).ExecuteDeleteAsync(cancellation);
                context.Add(new StaffInvitation
                {
                    StaffMemberId = id,
                    TokenHash = token.Hash,
                    Expires = clock.UtcNow() + StaffInvitation.Lasts,
                });
                return await context.SaveChangesAsync(cancellation);
            },
            cancellation);
        return token;
    }

    /// <summary>Whose link this is, or null if it is nobody's, has been used, or is too old.</summary>
    public async Task<StaffMember?> HolderAsync(Reference token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Holder(context, token).AsNoTracking().SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Uses the link up: its holder has this password and is signed out everywhere. False if it is no longer good.</summary>
    public Task<bool> ChoosePasswordAsync(Reference token, string passwordHash, CancellationToken cancellation) =>
        transactions.RunAsync(
            async context =>
            {
                var holder = await Holder(context, token).SingleOrDefaultAsync(cancellation);
                var used = await context.StaffInvitations.Where(i => i.TokenHash == token.Hash).ExecuteDeleteAsync(cancellation);
                if (holder is null || used == 0)
                {
                    return false;
                }

                holder.PasswordHash = passwordHash;
                holder.EndSessions();
                await context.SaveChangesAsync(cancellation);
                return true;
            },
            cancellation);

    private IQueryable<StaffMember> Holder(BookingDbContext context, Reference token)
    {
        var (hash, now) = (token.Hash, clock.UtcNow());
        return context.Users.Where(member => member.DisabledAt == null && context.StaffInvitations.Any(
            invitation => invitation.StaffMemberId == member.Id && invitation.TokenHash == hash && invitation.Expires > now));
    }
}

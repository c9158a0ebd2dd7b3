using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>One line of the list of people: somebody, and until when (UTC) the link that they have been given can be used.</summary>
public sealed record Colleague(StaffMember Member, DateTime? LinkExpires);

/// <summary>Who works at the clinic and may sign in, and as what.</summary>
public sealed partial class People(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    private static readonly Refusal LastAdministrator =
        new("This is the only administrator. Make somebody else an administrator first.");

    /// <summary>Everybody, those who have left last.</summary>
    public async Task<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Colleagues(
            context, context.Users.OrderBy(m => m.DisabledAt != null).ThenBy(m => m.FullName).ThenBy(m => m.Id))
            .ToListAsync(cancellation);
    }

    public async Task<Colleague?> FindAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Colleagues(context, context.Users.Where(m => m.Id == id)).SingleOrDefaultAsync(cancellation);
    }

    public Task<Refusal?> ChangeRoleAsync(int id, StaffRole role, CancellationToken cancellation) =>
        ChangeAsync(id, member => member.Role = role, cancellation);

    /// <summary>Whose column of the diary is theirs; null for nobody's.</summary>
    public Task<Refusal?> ChangePractitionerAsync(int id, int? practitionerId, CancellationToken cancellation) =>
        ChangeAsync(id, member => member.PractitionerId = practitionerId, cancellation);

    /// <summary>Whether they may double-book and book outside hours.</summary>
    public Task<Refusal?> LetOverruleAsync(int id, bool may, CancellationToken cancellation) =>
        ChangeAsync(id, member => member.MayOverrule = may, cancellation);

    /// <summary>Ends their sessions too.</summary>
    public Task<Refusal?> DisableAsync(int id, CancellationToken cancellation) => ChangeAsync(
        id,
        member =>
        {
            member.DisabledAt ??= clock.UtcNow();
            member.EndSessions();
        },
        cancellation);

    public Task<Refusal?> EnableAsync(int id, CancellationToken cancellation) =>
        ChangeAsync(id, member => member.DisabledAt = null, cancellation);

    private Task<Refusal?> ChangeAsync(int id, Action<StaffMember> change, CancellationToken cancellation) =>
        transactions.RunAsync(context => ChangeAsync(context, id, change, cancellation), cancellation);

    private static async Task<Refusal?> ChangeAsync(
        BookingDbContext context, int id, Action<StaffMember> change, CancellationToken cancellation)
    {
        await TakeTurnsAsync(context, cancellation);
        var member = await context.Users.SingleAsync(m => m.Id == id, cancellation);
        change(member);
        var oneIsLeft = member is { Role: StaffRole.Administrator, MaySignIn: true } || await context.Users.AnyAsync(
            m => m.Id != id && m.Role == StaffRole.Administrator && m.DisabledAt == null && m.PasswordHash != null,
            cancellation);
        if (!oneIsLeft)
        {
            return LastAdministrator;
        }

        await context.SaveChangesAsync(cancellation);
        return null;
    }

    // Two administrators who remove each other at the same moment go one after the other: both write these rows first.
    private static Task<int> TakeTurnsAsync(BookingDbContext context, CancellationToken cancellation) => context.Users
        .Where(member => member.Role == StaffRole.Administrator)
        .ExecuteUpdateAsync(row => row.SetProperty(member => member.Role, StaffRole.Administrator), cancellation);

    private static IQueryable<Colleague> Colleagues(BookingDbContext context, IQueryable<StaffMember> members) =>
        members.AsNoTracking().Select(member => new Colleague(member, context.StaffInvitations
            .Where(invitation => invitation.StaffMemberId == member.Id)
            .Select(invitation => (DateTime?)invitation.Expires)
            .SingleOrDefault()));
}

using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>What is wrong with the sending of texts and e-mails, in sentences for staff and for the health page.</summary>
public sealed class SendingTrouble(
    IDbContextFactory<BookingDbContext> contexts, SendingDesk desk, TextSending sending, TimeProvider clock)
{
    /// <summary>One sentence for each trouble, for those who work here; none when all is well.</summary>
    public IEnumerable<string> Read(DeskLook look)
    {
        var outlook = new Outlook(look.Clinic.Rules.Revision, look.Status, IsAnythingDue: false, Waiting: 0, OldestDue: null);
        return new SendingState(sending.IsSetUp, outlook, desk.SweptAt(look.Status), look.Late, look.LateEmails, look.Overdue, clock.UtcNow())
            .Sentences(forAnybody: false);
    }

    /// <summary>How sending is going at this moment.</summary>
    public async Task<SendingState> StateAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var look = await SendingDesk.ReadAsync(context, now);
        var waits = look.Status?.OverdueUntil;
        return new SendingState(
            sending.IsSetUp,
            look,
            desk.SweptAt(look.Status),
            await LateAsync(MessageChannel.Text),
            await LateAsync(MessageChannel.Email),
            waits is null ? 0 : await context.Messages.CountAsync(m => m.Due <= waits && m.State == MessageState.Pending, cancellation),
            now);

        Task<int> LateAsync(MessageChannel channel) =>
            context.Late(channel, now).CountAsync(m => waits == null || m.Due > waits, cancellation);
    }
}

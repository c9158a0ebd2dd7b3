using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The clinic's texts as the desk looks through them, and what somebody there decides about one.</summary>
public sealed partial class Texts(IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    private const int PageLength = 50;

    /// <summary>How many texts somebody should see to.</summary>
    public async Task<int> CountToSeeToAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ToSeeTo(clock.Now()).CountAsync(cancellation);
    }

    /// <summary>A stretch of a list.</summary>
    /// <param name="after">The last text of the stretch before it; null for the first.</param>
    public async Task<TextPage> ListAsync(TextList list, int? after, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var until = list == TextList.Overdue
            ? await context.SendingStatus.Select(s => s.OverdueUntil).SingleOrDefaultAsync(cancellation)
            : null;
        var texts = context.On(list, clock.Now(), until);
        if (after is { } id && await context.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation) is { } last)
        {
            texts = texts.After(list, last);
        }

        var found = await texts.InOrder(list).AsNoTracking().Take(PageLength + 1).ToListAsync(cancellation);
        var shown = found.Take(PageLength).ToList();
        return new TextPage(
            await WithWhomAsync(context, shown, cancellation), found.Count > PageLength ? shown[^1].Id : null);
    }

    /// <summary>How many went today and this month, and what the month has cost.</summary>
    public async Task<TextFigures> FiguresAsync(CancellationToken cancellation)
    {
        var date = clock.Today();
        var today = ClinicTime.ToUtc(date.ToDateTime(TimeOnly.MinValue));
        var month = ClinicTime.ToUtc(new DateOnly(date.Year, date.Month, 1).ToDateTime(TimeOnly.MinValue));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var counted = await context.Messages
            .Where(m => TextFigures.States.Contains(m.State) && m.TriedAt >= month)
            .GroupBy(m => new { m.State, m.Channel, IsToday = m.TriedAt >= today })
            .Select(some => new TriedMessages(
                some.Key.State, some.Key.Channel, some.Key.IsToday, some.Count(), some.Sum(m => m.Parts), some.Sum(m => m.EarlierParts)))
            .ToListAsync(cancellation);
        var answers = await context.ReceivedTexts.Where(t => t.At >= month).SumAsync(t => t.AnswerParts, cancellation);
        var pence = await context.Rules.Select(rules => rules.PencePerPart).SingleAsync(cancellation);
        return TextFigures.Of(counted, answers, pence);
    }

    // A few dozen at a time: whom they are for, and what they are about.
    private static async Task<List<ListedText>> WithWhomAsync(
        BookingDbContext context, List<Message> texts, CancellationToken cancellation)
    {
        var about = texts.Select(m => m.AppointmentId).OfType<int>().Distinct().ToList();
        var to = texts.Where(m => m.AppointmentId is null).Select(m => m.PatientId).OfType<int>().Distinct().ToList();
        var appointments = await context.Appointments.AsNoTracking().Include(a => a.Patient).Include(a => a.Practitioner)
            .Where(a => about.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var patients = await context.Patients.AsNoTracking().Where(p => to.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        return texts.ConvertAll(m => m.AppointmentId is { } id
            ? new ListedText(m, appointments[id].Patient, appointments[id])
            : new ListedText(m, patients[m.PatientId!.Value], Appointment: null));
    }
}

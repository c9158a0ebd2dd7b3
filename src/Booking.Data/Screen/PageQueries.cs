using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Reads what stands on some days of the diary, each kind in one query by index.</summary>
internal static class PageQueries
{
    /// <summary>Each appointment once with each of its texts: of one practitioner, or of everybody (0).</summary>
    public static readonly Func<BookingDbContext, DateOnly, DateOnly, int, AppointmentStatus?, IAsyncEnumerable<VisitAndText>> Visits =
        EF.CompileAsyncQuery((BookingDbContext context, DateOnly first, DateOnly end, int with, AppointmentStatus? without) =>
            from a in context.Appointments
            where a.Date >= first && a.Date < end && (with == 0 || a.PractitionerId == with) && (without == null || a.Status != without)
            from text in a.Messages.DefaultIfEmpty()
            orderby a.Date, a.Start, a.Id, text.Id
            select new VisitAndText(
                new Visit
                {
                    Id = a.Id,
                    Version = a.Version,
                    PractitionerId = a.PractitionerId,
                    Date = a.Date,
                    Start = a.Start,
                    Minutes = a.Minutes,
                    TurnaroundMinutes = a.TurnaroundMinutes,
                    PatientId = a.PatientId,
                    FullName = a.Patient.FullName,
                    Telephone = a.Patient.Telephone,
                    WantsNoTexts = context.RefusedNumbers.Any(
                        number => number.Telephone == a.Patient.Telephone && number.Why == WhyNotSent.OptedOut),
                    PatientNotes = a.Patient.Notes,
                    Missed = context.Appointments.Count(
                        other => other.PatientId == a.PatientId && other.Status == AppointmentStatus.DidNotAttend),
                    TreatmentId = a.TreatmentId,
                    RoomId = a.RoomId,
                    Status = a.Status,
                    CancelReason = a.CancelReason,
                    FirstVisit = a.FirstVisit,
                    RedFlagVersion = a.RedFlagVersion,
                    Note = a.Note,
                    Overruled = a.Overruled,
                    Lane = a.Lane,
                },
                text == null ? null : text.Kind,
                text == null ? null : text.Channel,
                text == null ? null : text.State,
                text == null ? null : text.Why,
                text == null ? null : text.Due,
                text != null && text.EmailGoesInstead,
                text != null && text.SeenToAt != null,
                text == null ? null : text.Answer));

    public static readonly Func<BookingDbContext, DateOnly, DateOnly, int, DateTime, IAsyncEnumerable<Kept>> Holds =
        EF.CompileAsyncQuery((BookingDbContext context, DateOnly first, DateOnly end, int with, DateTime utcNow) => context.Holds
            .Where(h => h.Expires > utcNow && h.Date >= first && h.Date < end && (with == 0 || h.PractitionerId == with))
            .Select(h => new Kept(
                h.PractitionerId,
                h.Date,
                h.Start,
                h.Minutes + h.TurnaroundMinutes,
                h.Expires,
                context.Offers.Any(offer => offer.HoldId == h.Id && offer.State == OfferState.Open))));

    public static readonly Func<BookingDbContext, DateTime, DateTime, int, IAsyncEnumerable<Block>> Blocks =
        EF.CompileAsyncQuery((BookingDbContext context, DateTime first, DateTime end, int with) => context.Blocks
            .AsNoTracking()
            .Where(b => b.RemovedAt == null && b.Until > first && b.From < end && (with == 0 || b.PractitionerId == with)));
}

internal sealed record VisitAndText(
    Visit Visit,
    MessageKind? Kind,
    MessageChannel? Channel,
    MessageState? State,
    WhyNotSent? Why,
    DateTime? Due,
    bool EmailGoesInstead,
    bool SeenTo,
    ReplyWish? Answer);

using Booking.Data;

namespace Booking.Web;

/// <summary>An appointment as the diary's screen shows it.</summary>
/// <param name="MayChange">Whether whoever asks may change it.</param>
public sealed record ScreenAppointment(
    int Id,
    int Version,
    int Practitioner,
    DateTime Start,
    DateTime End,
    int Turnaround,
    ScreenPatient Patient,
    string Treatment,
    string? Room,
    AppointmentStatus Status,
    string? CancelReason,
    bool NewPatient,
    int? RedFlags,
    string? Note,
    string? Overruled,
    int Lane,
    IEnumerable<ScreenText> Texts,
    bool MayChange)
{
    internal static ScreenAppointment Of(Visit visit, Clinic clinic, bool mayChange) => new(
        visit.Id,
        visit.Version,
        visit.PractitionerId,
        visit.Slot.StartsAt,
        visit.Slot.EndsAt,
        visit.TurnaroundMinutes,
        new ScreenPatient(visit.PatientId, visit.FullName, Telephone.Parse(visit.Telephone).Display, visit.PatientNotes, visit.Missed),
        clinic.Treatment(visit.TreatmentId)!.Slug,
        clinic.Rooms.FirstOrDefault(room => room.Id == visit.RoomId)?.Name,
        visit.Status,
        visit.CancelReason,
        visit.FirstVisit,
        visit.RedFlagVersion,
        visit.Note,
        visit.Overruled,
        visit.Lane,
        News(visit).Select(news => new ScreenText(news.Look, news.Words)),
        mayChange);

    private static IEnumerable<TextNews> News(Visit visit) => visit.Texts
        .Where(text => visit.Status != AppointmentStatus.Cancelled || text.Kind == MessageKind.Cancelled).Select(TextNews.Of)
        .Concat(visit.WantsNoTexts ? [TextNews.Stopped] : []);
}

/// <param name="Dna">How often they did not attend.</param>
public sealed record ScreenPatient(int Id, string Name, string Telephone, string? Note, int Dna);

public sealed record ScreenText(string Look, string Words);

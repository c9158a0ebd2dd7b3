using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Diary
{
    private static readonly TimeSpan LinksLast = TimeSpan.FromDays(30);

    /// <summary>
    /// The link with this reference and the whole of its appointment, to look at, but of its history only how often the patient
    /// has moved it; null if there is none, or if the appointment was a month ago.
    /// </summary>
    public async Task<AppointmentLink?> LinkAsync(Reference reference, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var link = await context.AppointmentLinks.AsNoTracking().AsSingleQuery()
            .Include(l => l.Appointment.Patient)
            .Include(l => l.Appointment.Messages)
            .Include(l => l.Appointment.History.Where(line => line.Who == AppointmentEvent.ByPatient && line.What == AppointmentEvent.Moved))
            .Include(l => l.Appointment.Practitioner)
            .Include(l => l.Appointment.Treatment.Service)
            .SingleOrDefaultAsync(l => l.Hash == reference.Hash, cancellation);
        return link is not null && clock.Now() < link.Appointment.Slot.EndsAt + LinksLast ? link : null;
    }

    /// <summary>
    /// The one secret way from another link to an appointment; its page asks for the last four digits. Asked for again it is the
    /// same, with the tries that are left: nobody gets more by asking.
    /// </summary>
    public async Task<Reference> LinkBesideAsync(Reference other, int appointmentId, CancellationToken cancellation)
    {
        var link = other.Beside(string.Create(CultureInfo.InvariantCulture, $"appointment {appointmentId}"));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.AppointmentLinks.AnyAsync(l => l.Hash == link.Hash, cancellation))
        {
            return link;
        }

        context.Add(new AppointmentLink { Hash = link.Hash, AppointmentId = appointmentId });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.AppointmentLinks)))
        {
            // Pressed twice at once.
        }

        return link;
    }

    /// <summary>
    /// Whether these are the last four digits of the patient's telephone. Each wrong try counts before it is judged, so
    /// tries sent at once do not get more than a link allows.
    /// </summary>
    public async Task<bool> UnlockAsync(AppointmentLink link, string lastFour, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = context.AppointmentLinks.Where(l => l.Hash == link.Hash);
        var counted = await row.Where(l => l.WrongTries < AppointmentLink.MostTries)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.WrongTries, x => x.WrongTries + 1), cancellation);
        if (counted == 0 || Telephone.Parse(link.Appointment.Patient.Telephone).LastFour != lastFour)
        {
            return false;
        }

        await row.ExecuteUpdateAsync(l => l.SetProperty(x => x.WrongTries, 0), cancellation);
        return true;
    }

    /// <summary>Those patients of these appointments whom the clinic has seen: one of their appointments has begun.</summary>
    public async Task<IReadOnlyList<Patient>> SeenPatientsAsync(IEnumerable<int> appointments, CancellationToken cancellation)
    {
        var ids = appointments.ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var (today, time) = (clock.Today(), TimeOnly.FromDateTime(clock.Now()));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var theirs = await context.Appointments.AsNoTracking()
            .Where(a => ids.Contains(a.Id) && context.Appointments.Any(other => other.PatientId == a.PatientId
                && other.Status != AppointmentStatus.Cancelled && other.Status != AppointmentStatus.DidNotAttend
                && (other.Date < today || (other.Date == today && other.Start <= time))))
            .Select(a => a.Patient)
            .ToListAsync(cancellation);
        return [.. theirs.DistinctBy(patient => patient.Id)];
    }
}

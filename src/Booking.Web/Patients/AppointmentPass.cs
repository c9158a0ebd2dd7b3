using System.Globalization;
using System.Security.Cryptography;
using Booking.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Booking.Web;

/// <summary>
/// The appointments that a browser may see whole for half an hour: it booked them, or gave the last four digits. Only whoever
/// came by a link that went to the patient is taken for the patient: anybody can book in anybody's name.
/// </summary>
public sealed class AppointmentPass(
    SiteCookies cookies, IDataProtectionProvider protection, Diary diary, TimeProvider clock)
{
    private const string Cookie = "appointments";
    private const int Most = 5;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    // Longer than it holds: so somebody whose pass has lapsed is told apart from one who never had any.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly IDataProtector _seal = protection.CreateProtector("Booking.AppointmentPass");

    /// <summary>To whoever has booked it.</summary>
    public void Give(HttpContext context, int appointmentId) =>
        Give(context, appointmentId, IsProven(context.Request, appointmentId));

    /// <summary>To whoever came by this link and gave the last four digits.</summary>
    public void Give(HttpContext context, AppointmentLink link) => Give(
        context, link.AppointmentId, link.WentOut || IsProven(context.Request, link.AppointmentId));

    public bool Covers(HttpRequest request, int appointmentId) => Live(request).Any(entry => entry.Id == appointmentId);

    /// <summary>Whether it is the patient who comes by this link, as far as it and the telephone can tell: whoever has booked has
    /// typed all of its digits.</summary>
    public bool IsPatients(HttpRequest request, AppointmentLink link) =>
        link.WentOut ? Covers(request, link.AppointmentId) : IsProven(request, link.AppointmentId);

    /// <summary>Those patients of theirs whom the clinic has seen before: they need not say again who they are.</summary>
    public Task<IReadOnlyList<Patient>> PatientsAsync(HttpRequest request, CancellationToken cancellation) =>
        diary.SeenPatientsAsync(Live(request).Where(entry => entry.IsPatients).Select(entry => entry.Id), cancellation);

    /// <summary>Whether they had shown, a while ago, that they are a patient, and have to show it again.</summary>
    public bool HasLapsed(HttpRequest request) =>
        Entries(request).Any(entry => entry.IsPatients) && !Live(request).Any(entry => entry.IsPatients);

    private bool IsProven(HttpRequest request, int appointmentId) =>
        Live(request).Any(entry => entry.Id == appointmentId && entry.IsPatients);

    private void Give(HttpContext context, int appointmentId, bool isPatients)
    {
        var entries = Entries(context.Request).Where(entry => entry.Id != appointmentId)
            .Prepend(new Entry(appointmentId, clock.UtcNow().Add(Lasts).Ticks, isPatients));
        var value = string.Join(';', entries.Take(Most).Select(entry => entry.Text));
        context.Response.Cookies.Append(cookies.Name(Cookie), _seal.Protect(value), cookies.Lasting(Remembered));
    }

    private IEnumerable<Entry> Live(HttpRequest request) =>
        Entries(request).Where(entry => clock.UtcNow().Ticks < entry.Until);

    // The last one opened first.
    private IEnumerable<Entry> Entries(HttpRequest request)
    {
        if (request.Cookies[cookies.Name(Cookie)] is not { } value)
        {
            return [];
        }

        try
        {
            return [.. _seal.Unprotect(value).Split(';').Select(Entry.Parse)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private readonly record struct Entry(int Id, long Until, bool IsPatients)
    {
        private const string Patients = "patient";

        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Until}:{(IsPatients ? Patients : "")}");

        public static Entry Parse(string text)
        {
            var parts = text.Split(':');
            return new Entry(
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                long.Parse(parts[1], CultureInfo.InvariantCulture),
                parts is [_, _, Patients]);
        }
    }
}

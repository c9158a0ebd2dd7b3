using System.Globalization;
using System.Security.Cryptography;
using Booking.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Booking.Web;

/// <summary>The appointments that a browser may see whole for half an hour: it booked them, or gave the last four digits.</summary>
public sealed class AppointmentPass(
    SiteCookies cookies, IDataProtectionProvider protection, Diary diary, TimeProvider clock)
{
    private const string Cookie = "appointments";
    private const int Most = 5;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _seal = protection.CreateProtector("Booking.AppointmentPass");

    public void Give(HttpContext context, int appointmentId)
    {
        var until = clock.UtcNow().Add(Lasts).Ticks;
        var entries = Entries(context.Request).Where(entry => entry.Id != appointmentId).Prepend((appointmentId, until));
        var value = string.Join(';', entries.Take(Most)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Item1}:{entry.Item2}")));
        context.Response.Cookies.Append(cookies.Name(Cookie), _seal.Protect(value), cookies.Lasting(Lasts));
    }

    public bool Covers(HttpRequest request, int appointmentId) => Appointments(request).Contains(appointmentId);

    /// <summary>Those patients of theirs whom the clinic has seen before: they need not say again who they are.</summary>
    public Task<IReadOnlyList<Patient>> PatientsAsync(HttpRequest request, CancellationToken cancellation) =>
        diary.SeenPatientsAsync(Appointments(request), cancellation);

    // The last one opened first.
    private IEnumerable<int> Appointments(HttpRequest request) =>
        Entries(request).Where(entry => clock.UtcNow().Ticks < entry.Until).Select(entry => entry.Id);

    private IEnumerable<(int Id, long Until)> Entries(HttpRequest request)
    {
        if (request.Cookies[cookies.Name(Cookie)] is not { } value)
        {
            return [];
        }

        try
        {
            return [.. _seal.Unprotect(value).Split(';').Select(entry => entry.Split(':')).Select(parts =>
                (int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture)))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}

using Booking.Data;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>What the clinic's messages say, as it is set up now.</summary>
public sealed class ClinicWording(ClinicSetup setup, IOptions<ClinicOptions> clinic, PatientLinks links, ISendTexts? texts = null)
{
    private volatile Read? _last;

    public async Task<Wording> ReadAsync(BookingDbContext context, CancellationToken cancellation = default) =>
        Of(await setup.ReadAsync(context, cancellation));

    /// <summary>The same where the set-up has just been read.</summary>
    public Wording Of(Clinic now)
    {
        var last = _last;
        if (last is null || !ReferenceEquals(last.Clinic, now))
        {
            _last = last = new(now, new Wording(Letterhead(), now, texts is null or { CanBeAnswered: true }));
        }

        return last.Wording;
    }

    private Letterhead Letterhead() => new(clinic.Value.Name, clinic.Value.Telephone, clinic.Value.Address, links.Longest);

    private sealed record Read(Clinic Clinic, Wording Wording);
}

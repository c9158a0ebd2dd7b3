using System.Security.Cryptography;
using Booking.Data;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>The addresses of our own that go out with messages.</summary>
public sealed class PatientLinks(IOptions<ClinicOptions> clinic)
{
    private Uri Site => clinic.Value.PublicBaseUrl;

    /// <summary>As long as every link is.</summary>
    public string Longest => At($"appointment/{Reference.From(new byte[Reference.Bytes]).Text}").AbsoluteUri;

    /// <summary>A new secret way to the page of an appointment, kept with the next save.</summary>
    /// <param name="toTheirOwn">Whether it goes to where the patient's record says, and not only to what was typed with this booking.</param>
    public string New(BookingDbContext context, Appointment appointment, bool toTheirOwn)
    {
        var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new AppointmentLink { Hash = reference.Hash, AppointmentId = appointment.Id, WentOut = toTheirOwn });
        return At($"appointment/{reference.Text}").AbsoluteUri;
    }

    /// <summary>A new secret way to say yes or no to an offer, kept with the next save.</summary>
    public string NewOffer(BookingDbContext context, Message offer)
    {
        var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new WaitingLink { Hash = reference.Hash, MessageId = offer.Id });
        return At($"waiting/{reference.Text}").AbsoluteUri;
    }

    /// <summary>Where the provider reports on the text with this ticket; null when nobody outside can reach us.</summary>
    public Uri? Callback(string ticket) => Site.IsLoopback ? null : At($"{StatusCallback.Path[1..]}?{StatusCallback.Ticket}={ticket}");

    private Uri At(string path) => new($"{Site.AbsoluteUri.TrimEnd('/')}/{path}");
}

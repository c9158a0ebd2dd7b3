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

    /// <summary>A new secret way to what this message is about, kept with the next save; empty where it is about nothing.</summary>
    public string For(BookingDbContext context, Message message, Patient patient, Appointment? appointment) =>
        message.Kind is MessageKind.Offer or MessageKind.OnTheList ? NewPlace(context, message)
        : appointment is null ? ""
        : NewAppointment(context, appointment, toTheirOwn: message.Channel == MessageChannel.Text || patient.Email is not null);

    /// <summary>Where the provider reports on the text with this ticket; null when nobody outside can reach us.</summary>
    public Uri? Callback(string ticket) => Site.IsLoopback ? null : At($"{StatusCallback.Path[1..]}?{StatusCallback.Ticket}={ticket}");

    // Without an address of their own, the patient's e-mail goes to whatever was typed with this booking.
    private string NewAppointment(BookingDbContext context, Appointment appointment, bool toTheirOwn)
    {
        var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new AppointmentLink { Hash = reference.Hash, AppointmentId = appointment.Id, WentOut = toTheirOwn });
        return At($"appointment/{reference.Text}").AbsoluteUri;
    }

    private string NewPlace(BookingDbContext context, Message message)
    {
        var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new WaitingLink { Hash = reference.Hash, EntryId = message.EntryId, MessageId = message.Id });
        return At($"waiting/{reference.Text}").AbsoluteUri;
    }

    private Uri At(string path) => new($"{Site.AbsoluteUri.TrimEnd('/')}/{path}");
}

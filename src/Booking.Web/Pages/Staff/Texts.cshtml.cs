using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What the clinic's texts and e-mails say.</summary>
[Authorize(StaffPolicy.Administrator)]
public sealed class TextsPage(BookingDbContext context, ClinicSetup setup, ClinicWording wording, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(MessageKind Kind, MessageChannel Channel, Draft Sample, bool IsOwn, bool IsSpoilt)> Messages { get; private set; } = [];

    private int _pence;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var clinic = await setup.ReadAsync(context, cancellation);
        var words = await wording.ReadAsync(context, cancellation);
        _pence = clinic.Rules.PencePerPart;
        Messages =
        [
            .. from message in UsualWords.All
               let kind = message.Kind
               let channel = message.Channel
               let own = clinic.Templates.FirstOrDefault(t => t.Kind == kind && t.Channel == channel)
               let sample = words.Sample(channel, own?.Draft ?? words.Usual(kind, channel), SampleTime.After(clock.Now()))
               select (kind, channel, sample, own is not null, own is not null && words.Spoilt.Contains(own)),
        ];
    }

    /// <summary>1 part, 4p</summary>
    public string Cost(string words) => TextCost.Said(Gsm7.Parts(words), _pence);
}

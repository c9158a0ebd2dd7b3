using System.Globalization;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Where Twilio reports what became of a text.</summary>
public static class StatusCallback
{
    public const string Path = "/webhooks/twilio/status";

    /// <summary>Names the try in the address, under the seal with all the rest.</summary>
    public const string Ticket = "text";

    public static void MapStatusCallback(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, HearAsync).AddEndpointFilter<SealedByTwilio>().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> HearAsync(HttpRequest request, DeliveryNews news, IOptions<TwilioOptions> twilio)
    {
        var form = request.Form;
        var code = int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (form["AccountSid"] == twilio.Value.AccountSid
            && form["MessageSid"].ToString() is { Length: > 0 and <= 40 } sid
            && TwilioCodes.Report(sid, form["MessageStatus"], code) is { } report)
        {
            await news.HearAsync(request.Query[Ticket].ToString(), report);
        }

        // Also to what we do not know: Twilio could do nothing about it.
        return Results.NoContent();
    }
}

using System.Xml.Linq;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Where Twilio brings what patients text to us, and is told what to answer.</summary>
public static class InboundTexts
{
    public const string Path = "/webhooks/twilio/inbound";

    public static void MapInboundTexts(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, ReceiveAsync).AddEndpointFilter<SealedByTwilio>().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(HttpRequest request, TextReceiving receiving, IOptions<TwilioOptions> twilio)
    {
        var form = request.Form;
        if (form["AccountSid"] != twilio.Value.AccountSid)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (form["MessageSid"].ToString() is not { Length: > 0 and <= ReceivedText.SidLength } sid)
        {
            return Results.BadRequest();
        }

        // Not given up when Twilio hangs up: the text came in.
        var answer = await receiving.ReceiveAsync(
            sid, form["From"].ToString(), form["Body"].ToString(), TwilioCodes.Wish(form["OptOutType"]), CancellationToken.None);
        return Results.Text(Reply(answer), "text/xml");
    }

    private static string Reply(string? answer) =>
        new XElement("Response", answer is null ? null : new XElement("Message", answer)).ToString(SaveOptions.DisableFormatting);
}

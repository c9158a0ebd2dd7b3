using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Where Twilio reports what became of a text.</summary>
public static class StatusCallback
{
    public const string Path = "/webhooks/twilio/status";

    /// <summary>Names the try in the address, under the seal with all the rest.</summary>
    public const string Ticket = "text";

    private const int LargestReport = 16 * 1024;
    private const int MostFields = 64;

    public static void MapStatusCallback(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, HearAsync).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> HearAsync(
        HttpRequest request, DeliveryNews news, IOptions<TwilioOptions> twilio, IOptions<ClinicOptions> clinic)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LargestReport)
        {
            return Results.BadRequest();
        }

        if (await ReadAsync(request) is not { } form || !IsSealed(request, form, twilio.Value, clinic.Value))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

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

    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, BufferBodyLengthLimit = LargestReport });
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static bool IsSealed(HttpRequest request, IFormCollection form, TwilioOptions twilio, ClinicOptions clinic) =>
        TwilioSignature.IsRight(
            new Uri(clinic.PublicBaseUrl.AbsoluteUri.TrimEnd('/') + Path + request.QueryString),
            form,
            request.Headers["X-Twilio-Signature"].ToString(),
            twilio.AuthToken,
            twilio.AuthTokenSecondary);
}

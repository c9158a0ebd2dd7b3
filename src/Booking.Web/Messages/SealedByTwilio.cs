using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>
/// Lets through only what Twilio has posted: a form of a fit size, with the seal of one of our tokens. Whoever comes after
/// finds it in the request.
/// </summary>
internal sealed class SealedByTwilio(IOptions<TwilioOptions> twilio, IOptions<ClinicOptions> clinic) : IEndpointFilter
{
    /// <summary>The longest text with each letter of it written as nine, and what comes with it.</summary>
    private const int LargestPost = 16 * 1024;
    private const int MostFields = 64;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType || request.ContentLength is null or > LargestPost)
        {
            return Results.BadRequest();
        }

        return await ReadAsync(request) is { } form && IsSealed(request, form)
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, BufferBodyLengthLimit = LargestPost });
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private bool IsSealed(HttpRequest request, IFormCollection form) => TwilioSignature.IsRight(
        new Uri(clinic.Value.PublicBaseUrl.AbsoluteUri.TrimEnd('/') + request.Path + request.QueryString),
        form,
        request.Headers["X-Twilio-Signature"].ToString(),
        twilio.Value.AuthToken,
        twilio.Value.AuthTokenSecondary);
}

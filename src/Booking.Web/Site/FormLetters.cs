using System.Text;
using Microsoft.Net.Http.Headers;

namespace Booking.Web;

/// <summary>Our pages are in UTF-8, and so is every form that comes from them: one in other letters is not read at all.</summary>
public static class FormLetters
{
    public static void UseFormLetters(this WebApplication app) => app.Use((context, next) =>
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && !IsReadable(type))
        {
            context.Request.ContentType = null; // else the error page would be made to read it
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsReadable(MediaTypeHeaderValue type) => !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase);
}

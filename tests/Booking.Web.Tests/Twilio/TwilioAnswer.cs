using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Booking.Web.Tests;

/// <summary>One way in which the provider may answer.</summary>
/// <param name="Takes">Whether the text goes to the phone, whatever is answered.</param>
/// <param name="Reply">What comes back, if anything does.</param>
public sealed record TwilioAnswer(bool Takes, Func<HttpContext, SentText, Task> Reply)
{
    public static readonly TwilioAnswer Accept = new(true, (context, text) => Json(context, 201, text.Json()));

    public static readonly TwilioAnswer Throttle = Refuse(429, 20429);

    public static readonly TwilioAnswer Hang = new(false, HangAsync);

    public static readonly TwilioAnswer Reset = new(false, ResetAsync);

    public static readonly TwilioAnswer AcceptThenFail = new(true, (context, _) => Json(context, 500, new { code = 20500 }));

    public static readonly TwilioAnswer AcceptThenHang = new(true, HangAsync);

    public static readonly TwilioAnswer AcceptThenReset = new(true, ResetAsync);

    public static readonly TwilioAnswer AcceptThenBabble = new(true, (context, _) => Html(context, 201));

    /// <summary>The answer begins, and the line goes dead.</summary>
    public static readonly TwilioAnswer AcceptThenBreakOff = new(true, async (context, _) =>
    {
        context.Response.StatusCode = 201;
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"sid\":\"SM");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public static TwilioAnswer Refuse(int status, int code) => new(false, (context, _) =>
        Json(context, status, new { code, message = "No.", more_info = "https://www.twilio.com/docs/errors", status }));

    public static TwilioAnswer Page(int status) => new(false, (context, _) => Html(context, status));

    public static TwilioAnswer Redirect(Uri elsewhere) => new(false, (context, _) =>
    {
        context.Response.StatusCode = 307;
        context.Response.Headers.Location = elsewhere.AbsoluteUri;
        return Task.CompletedTask;
    });

    private static Task Json(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }

    private static Task Html(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<h1>{status}</h1>"));
    }

    private static async Task HangAsync(HttpContext context, SentText text)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has hung up, or the test is over.
        }
    }

    private static Task ResetAsync(HttpContext context, SentText text)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}

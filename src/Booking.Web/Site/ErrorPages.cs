using Booking.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Booking.Web;

/// <summary>Whatever goes wrong, a person sees a page that says what to do and has the clinic's number on it.</summary>
public static class ErrorPages
{
    /// <summary>The page that they all are, by its file.</summary>
    public const string Page = "/Error";

    private static readonly PathString Path = new("/error");

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Path,
            // Who is signed in is found out once a scope, and what went wrong may have been just that.
            CreateScopeForErrors = true,
            StatusCodeSelector = exception => DatabaseErrors.IsUnreachable(exception)
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute(Path + "/{0}");
        app.Use(AskNobodyWhoTheyAre);
    }

    /// <summary>The address in whose place the error page stands.</summary>
    public static PathString AskedFor(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path;

    // Signing in asks the database, and the database may be what went wrong. An error page is the same for everybody.
    private static Task AskNobodyWhoTheyAre(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal))
        {
            context.Request.Headers.Cookie = default;
        }

        return next(context);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web;

/// <summary>
/// What a browser has answered to the safety questions of a service, in a sealed cookie: the answers themselves are kept
/// nowhere. "None of these" opens the times, "yes" shuts them.
/// </summary>
public sealed class SafetyPass(SiteCookies cookies, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Stopped = "stop";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    // Longer than it holds: so somebody whose answer has lapsed is told apart from one who never gave any.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    // What somebody has chosen on the page of times, and finds there again after the questions.
    private static readonly string[] Choices = ["with", "when", "from"];

    private readonly IDataProtector _seal = protection.CreateProtector("Booking.SafetyPass");

    public void Clear(HttpResponse response, Service service, RedFlagWording wording) =>
        Write(response, service, wording.Version.ToString(CultureInfo.InvariantCulture));

    public void Stop(HttpResponse response) => Write(response, null, Stopped);

    /// <summary>Whether somebody at this browser has said yes to one of the signs: then it books nothing for now.</summary>
    public bool IsStopped(HttpRequest request) => Read(request, null) == Stopped;

    /// <summary>The version of the wording to which they said "none of these", if it is still the one in force.</summary>
    public int? ClearedFor(HttpRequest request, Service service, RedFlagWording? wording) =>
        Cleared(request, service) is { } version && version == wording?.Version ? version : null;

    /// <summary>The version of the wording to which they said "none of these".</summary>
    public int? Cleared(HttpRequest request, Service service) =>
        int.TryParse(Read(request, service), CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Whether they have answered, lately or a while ago, to whatever wording.</summary>
    public bool HasAnswered(HttpRequest request, Service service) => Open(request, service) is not null || IsStopped(request);

    /// <summary>Where somebody must go before they may see times for this treatment, or null if they may.</summary>
    public IActionResult? Detour(PageModel page, Clinic clinic, Treatment treatment)
    {
        if (IsStopped(page.Request))
        {
            return page.RedirectToPage("/Book/Emergency");
        }

        return treatment.Service.NeedsRedFlagCheck && ClearedFor(page.Request, treatment.Service, clinic.RedFlags) is null
            ? page.RedirectToPage("/Book/Safety", Way(page.Request, treatment))
            : null;
    }

    /// <summary>The way to a page about this treatment, with what was chosen on the page of times.</summary>
    public static RouteValueDictionary Way(HttpRequest request, Treatment treatment) => new(Choices
        .Where(choice => request.Query.ContainsKey(choice))
        .ToDictionary(choice => choice, choice => (object?)request.Query[choice].ToString()))
    {
        ["treatment"] = treatment.Slug,
    };

    private void Write(HttpResponse response, Service? service, string answer)
    {
        var until = clock.UtcNow().Add(Lasts).Ticks;
        var value = _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{service?.Id ?? 0}:{until}:{answer}"));
        response.Cookies.Append(Name(service), value, cookies.Lasting(Remembered));
    }

    private string? Read(HttpRequest request, Service? service) =>
        Open(request, service) is { } sealedIn && clock.UtcNow().Ticks < sealedIn.Until ? sealedIn.Answer : null;

    private (string Answer, long Until)? Open(HttpRequest request, Service? service)
    {
        if (request.Cookies[Name(service)] is not { } value)
        {
            return null;
        }

        try
        {
            var parts = _seal.Unprotect(value).Split(':');
            return parts[0] == (service?.Id ?? 0).ToString(CultureInfo.InvariantCulture)
                ? (parts[2], long.Parse(parts[1], CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Name(Service? service) => cookies.Name(service is null ? "safety" : $"safety-{service.Slug}");
}

using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;

namespace Booking.Web.Tests;

/// <summary>Somebody who wants one time, perhaps with many others, and the page that they look at.</summary>
internal sealed class Contender(FrontDoor site) : IDisposable
{
    private static int _numbers;

    private readonly Visitor _browser = site.Visit();
    private readonly int _number = Interlocked.Increment(ref _numbers) % 1000;

    public string Name { get => field ?? string.Create(CultureInfo.InvariantCulture, $"Jo Crowd {Letters(_number)}"); set; }

    public string Mobile { get => field ?? string.Create(CultureInfo.InvariantCulture, $"07700 900{_number:000}"); set; }

    public Page Page { get; private set; } = null!;

    public bool Holds => Page.Address.AbsolutePath.StartsWith("/book/details/", StringComparison.Ordinal) && !Lost;

    public bool Lost => Page.Status == HttpStatusCode.Conflict;

    public bool IsBooked => Page.Text.Contains("You are booked", StringComparison.Ordinal);

    /// <summary>The reference in the address of the page: of the hold, then of the appointment.</summary>
    public Reference Reference => Reference.TryParse(Page.Address.Segments[^1], out var reference)
        ? reference
        : throw new InvalidOperationException($"No reference: {Page.Address} ({(int)Page.Status}) {Page.Text}");

    /// <summary>The times offered instead of one that has gone.</summary>
    public IReadOnlyList<string> Nearest => [.. Page.Document.QuerySelectorAll(".notice button.time").Select(Page.Words)];

    /// <summary>What stands in a field of the page.</summary>
    public string? Typed(string field) => (Page.Document.QuerySelector($"[name='{field}']") as IHtmlInputElement)?.Value;

    /// <summary>Looks at the times of one day, with one practitioner or with anyone.</summary>
    public async Task LookAsync(string treatment, DateOnly date, string? with = null) =>
        Page = await _browser.OpenAsync(string.Create(
            CultureInfo.InvariantCulture, $"/book/{treatment}?from={date:yyyy-MM-dd}&with={with?.ToLowerInvariant()}"));

    public async Task ChooseAsync(TimeOnly start) => Page = await _browser.PressAsync(Page, $"{start.Said()} ");

    public async Task ConfirmAsync() =>
        Page = await _browser.PressAsync(Page, "Book this appointment", ("Full name", Name), ("Mobile number", Mobile));

    public async Task CancelAsync() => Page = await _browser.PressAsync(Page, "Yes, cancel it");

    public void Dispose() => _browser.Dispose();

    // A name is made of letters.
    private static string Letters(int number) => string.Concat(
        number.ToString("000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));
}

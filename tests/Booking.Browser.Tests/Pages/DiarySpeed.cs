using System.Globalization;
using Booking.Web.Tests;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>
/// How soon a day stands on the screen: from the last byte of its data to the frame that shows every card, the best of five loads.
/// A machine that does other work besides cannot tell, so it runs only when asked to: <c>--explicit only</c>.
/// </summary>
public sealed class DiarySpeed(Chromium chromium)
{
    private const int Loads = 5;

    [Theory(Explicit = true)]
    [InlineData(5, 12, 300)]
    [InlineData(25, 12, 600)]
    public async Task A_day_is_painted_at_once(int practitioners, int each, int milliseconds)
    {
        await using var clinic = new StaffedClinic();
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        await clinic.RememberAsync(async context =>
        {
            await FullDay.WriteAsync(context, StaffedClinic.Tomorrow, practitioners, each);
            return 0;
        });
        await window.Page.AddInitScriptAsync(
            $$"""
            new MutationObserver((_, watch) => {
              if (document.querySelectorAll(".ec-event.appt").length < {{practitioners * each}}) return;
              watch.disconnect();
              requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); }));
            }).observe(document, { childList: true, subtree: true });
            """);
        var taken = new List<double>();
        for (var load = 0; load < Loads; load++)
        {
            await window.Page.OpenDiaryAsync("/staff/diary/2026-11-24");
            await window.Page.WaitForFunctionAsync("window.painted");
            taken.Add(await window.Page.EvaluateAsync<double>(
                "painted - performance.getEntriesByType('resource').find(entry => entry.name.includes('/diary/data')).responseEnd"));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{practitioners * each} appointments: {taken.Min():0} ms, to reach {milliseconds} ms"));
        Assert.InRange(taken.Min(), 0, milliseconds);
    }
}

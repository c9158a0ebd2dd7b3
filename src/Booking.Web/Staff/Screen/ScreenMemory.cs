using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using Booking.Data;

namespace Booking.Web;

/// <summary>The screen's data as it was written in this minute, kept apart for each set of columns that somebody may change.</summary>
public sealed class ScreenMemory
{
    // What was written of some pages goes when they do: those of which something has changed are other pages.
    private readonly ConditionalWeakTable<DiaryPages, ConcurrentDictionary<string, Written>> _written = [];

    /// <param name="now">Clinic time.</param>
    public byte[] Write(DiaryPages pages, ClaimsPrincipal user, DateTime now)
    {
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var theirs = pages.Clinic.Practitioners.Where(practitioner => user.MayChange(practitioner.Id)).Select(p => p.Id).ToList();
        var written = _written.GetOrCreateValue(pages);
        var key = string.Join(',', theirs);
        if (!written.TryGetValue(key, out var known) || known.Minute != minute)
        {
            var data = new ScreenWriting(pages, [.. theirs], minute).Write();
            written[key] = known = new Written(minute, JsonSerializer.SerializeToUtf8Bytes(data, ScreenJson.Default.ScreenData));
        }

        return known.Json;
    }

    private sealed record Written(DateTime Minute, byte[] Json);
}

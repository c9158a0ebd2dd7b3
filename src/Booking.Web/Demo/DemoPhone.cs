using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Booking.Web;

/// <summary>One text as the demo's phone shows it.</summary>
public sealed record ShownText(string Sid, string To, string Body, DateTime At);

/// <summary>The phone on the demo's screen: every patient's texts, for as long as the process runs.</summary>
public sealed class DemoPhone(TimeProvider clock) : ISendTexts
{
    private readonly ConcurrentQueue<ShownText> _texts = [];

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ShownText> Texts => [.. _texts];

    public bool CanBeAnswered => true;

    public Task<TextAnswer> SendAsync(Text text)
    {
        var sid = $"SM{Guid.NewGuid():N}";
        _texts.Enqueue(new ShownText(sid, text.To, text.Body, clock.Now()));
        return Task.FromResult(TextAnswer.Accepted(sid));
    }

    public Task<TextSearch> FindAsync(LostText lost)
    {
        var found = _texts.FirstOrDefault(text =>
            text.To == lost.To && SHA256.HashData(Encoding.UTF8.GetBytes(text.Body)).AsSpan().SequenceEqual(lost.BodyHash));
        return Task.FromResult(new TextSearch(
            Read: true, found is null ? null : new DeliveryReport(found.Sid, DeliveryResult.OnItsWay)));
    }

    public Task<IReadOnlyList<TakenText>?> TakenSinceAsync(DateTime since) => Task.FromResult<IReadOnlyList<TakenText>?>(
        [.. _texts.Where(text => ClinicTime.ToUtc(text.At) >= since)
            .Select(text => new TakenText(text.Sid, text.To))]);
}

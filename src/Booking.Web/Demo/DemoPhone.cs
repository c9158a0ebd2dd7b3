using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Booking.Web;

/// <summary>One text as the demo's phone shows it.</summary>
/// <param name="Number">The patient's, whichever way it went.</param>
/// <param name="IsPatients">Whether the patient wrote it.</param>
/// <param name="IsAnswer">Whether it came at once with the taking in of the patient's own.</param>
public sealed record ShownText(string Sid, string Number, string Body, DateTime At, bool IsPatients = false, bool IsAnswer = false);

/// <summary>The phone on the demo's screen: every patient's texts, for as long as the process runs.</summary>
public sealed class DemoPhone(TimeProvider clock) : ISendTexts
{
    private readonly ConcurrentQueue<ShownText> _texts = [];

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ShownText> Texts => [.. _texts];

    public bool CanBeAnswered => true;

    public Task<TextAnswer> SendAsync(Text text) => Task.FromResult(TextAnswer.Accepted(Show(text.To, text.Body)));

    /// <summary>Somebody writes on it; the answer, if there is one, comes at once.</summary>
    public async Task WriteAsync(string number, string words, TextReceiving receiving, CancellationToken cancellation)
    {
        var sid = Show(number, words, isPatients: true);
        if (await receiving.ReceiveAsync(sid, number, words, wish: null, cancellation) is { } answer)
        {
            Show(number, answer, isAnswer: true);
        }
    }

    public Task<TextSearch> FindAsync(LostText lost)
    {
        var found = _texts.FirstOrDefault(text =>
            !text.IsPatients && text.Number == lost.To
            && SHA256.HashData(Encoding.UTF8.GetBytes(text.Body)).AsSpan().SequenceEqual(lost.BodyHash));
        return Task.FromResult(new TextSearch(
            Read: true, found is null ? null : new DeliveryReport(found.Sid, DeliveryResult.OnItsWay)));
    }

    public Task<IReadOnlyList<TakenText>?> TakenSinceAsync(DateTime since) => Task.FromResult<IReadOnlyList<TakenText>?>(
        [.. _texts.Where(text => text is { IsPatients: false, IsAnswer: false } && ClinicTime.ToUtc(text.At) >= since)
            .Select(text => new TakenText(text.Sid, text.Number))]);

    private string Show(string number, string words, bool isPatients = false, bool isAnswer = false)
    {
        var sid = $"SM{Guid.NewGuid():N}";
        _texts.Enqueue(new ShownText(sid, number, words, clock.Now(), isPatients, isAnswer));
        return sid;
    }
}

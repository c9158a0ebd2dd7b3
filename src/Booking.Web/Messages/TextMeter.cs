using System.Diagnostics.Metrics;

namespace Booking.Web;

/// <summary>What a watcher of many sites sees of the texts and e-mails: how many wait and for how long, and what becomes of them.</summary>
public sealed class TextMeter : IDisposable
{
    public const string Name = "Booking.Texts";

    private readonly Meter _meter;
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _sweeps;
    private readonly TimeProvider _clock;
    private volatile Outlook? _seen;

    public TextMeter(IMeterFactory meters, TimeProvider clock)
    {
        (_meter, _clock) = (meters.Create(Name), clock);
        _outcomes = _meter.CreateCounter<long>("booking.texts.outcomes", "{text}", "What became of a text or e-mail, by class");
        _sweeps = _meter.CreateHistogram<double>("booking.texts.sweep", "s", "How long a sweep took");
        _meter.CreateObservableGauge("booking.texts.due", Due, "{text}", "Texts and e-mails that should go now");
        _meter.CreateObservableGauge("booking.texts.oldest_due", Oldest, "s", "For how long the oldest of them has been due");
    }

    /// <summary>What a sweep finds at its beginning is what is shown until the next.</summary>
    public void See(Outlook look) => _seen = look;

    public void Answered(MessageChannel channel, Handover handover) => Count(channel, handover.ToString());

    public void Heard(DeliveryResult result) => Count(MessageChannel.Text, result.ToString());

    public void NotSent(MessageChannel channel, WhyNotSent why) => Count(channel, $"Skipped.{why}");

    public void Swept(TimeSpan took) => _sweeps.Record(took.TotalSeconds);

    public void Dispose() => _meter.Dispose();

    private void Count(MessageChannel channel, string outcome) => _outcomes.Add(
        1, new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string, object?>("channel", channel.ToString()));

    private IEnumerable<Measurement<int>> Due() => _seen is { } look ? [new(look.Waiting)] : [];

    private IEnumerable<Measurement<double>> Oldest() => _seen is { } look
        ? [new(look.OldestDue is { } due ? Math.Max(0, (_clock.UtcNow() - due).TotalSeconds) : 0)]
        : [];
}

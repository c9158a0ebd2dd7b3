using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>Senders that die anywhere, a provider that loses answers, reports in any order: still one text at most.</summary>
public sealed class OneTextOnceTests
{
    private static readonly DateTime Start = new(2026, 6, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_text_that_the_network_took_is_never_sent_again() =>
        Gen.Int[0, 9].Array[1, 60].Sample(steps =>
        {
            var world = new World();
            foreach (var step in steps)
            {
                world.Step(step);
            }

            Assert.True(world.Taken.Count(sid => !world.Lost.Contains(sid)) <= 1);
            Assert.True(world.Taken.Count <= 2);
        });

    private sealed class World
    {
        private readonly Message _message = Booked.Text(MessageKind.Confirmation, new DateTime(2026, 6, 9, 9, 0, 0), Start);
        private DateTime _now = Start;

        public List<string> Taken { get; } = [];

        public HashSet<string> Lost { get; } = [];

        public void Step(int step)
        {
            _now = _now.AddSeconds(step * 10);
            switch (step)
            {
                case 0:
                    _message.Claim(_now);
                    break;
                case 1 when InHand(tried: false):
                    _message.Try("+447700900123", [1], 1, "t" + _message.Tries);
                    break;
                case 2 when CanPost():
                    Post();
                    _message.Accepted(Taken[^1], _now);
                    break;
                case 3 when CanPost():
                    Post();
                    _message.LoseSight(_now);
                    break;
                case 4 when CanPost():
                    Post(); // and the sender dies
                    break;
                case 5 when CanPost():
                    _message.PutBack(_now.AddMinutes(1));
                    break;
                case 6:
                    _now = _now.AddMinutes(6);
                    _message.LeaseEnds(_now);
                    break;
                case 7:
                    Look();
                    break;
                case 8 when Taken.Count > 0:
                    _message.Hear(new(Taken[^1], DeliveryResult.OnItsWay), _now);
                    _message.Hear(new(Taken[0], DeliveryResult.OnItsWay), _now);
                    break;
                case 9 when Taken is [.., var last]:
                    Lost.Add(last);
                    _message.Hear(new(last, DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), _now);
                    _message.Hear(new(last, DeliveryResult.Delivered), _now);
                    break;
            }
        }

        private bool InHand(bool tried) => _message.State == MessageState.Sending && _message.Ticket is not null == tried;

        // One post for each try: that is the sender's own promise.
        private bool CanPost() => InHand(tried: true) && Taken.Count < _message.Tries && !Taken.Contains("SM" + _message.Tries);

        private void Post() => Taken.Add("SM" + _message.Tries);

        private void Look()
        {
            if (_message.State == MessageState.Unknown && _message.Due <= _now)
            {
                if (Taken.Contains("SM" + _message.Tries))
                {
                    _message.Accepted("SM" + _message.Tries, _now);
                }
                else
                {
                    _message.NotFound(_now);
                }
            }
        }
    }
}

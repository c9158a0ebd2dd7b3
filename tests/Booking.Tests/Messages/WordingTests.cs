using CsCheck;
using Xunit;

namespace Booking.Tests;

public sealed class WordingTests
{
    private const string Link = "https://www.westhillphysio.co.uk/appointment/abcdefghijklmnopqrstuvwxyz";

    private static readonly Wording Words = new("West Hill Physiotherapy", "01322 275402");

    [Fact]
    public void A_confirmation_says_when_where_to_look_and_whom_to_ring() =>
        Assert.Equal(
            "West Hill Physiotherapy: you are booked for Monday 30 March at 9:15am. "
            + "To see or cancel it, go to " + Link + " or ring 01322 275402.",
            Words.Write(Text(MessageKind.Confirmation, new(2026, 3, 30, 9, 15, 0)), Link));

    [Fact]
    public void A_reminder_says_when_and_what_to_do_if_one_cannot_come() =>
        Assert.Equal(
            "West Hill Physiotherapy: we look forward to seeing you on Monday 26 October at 12:00pm. "
            + "Can't come? Go to " + Link + " or ring 01322 275402.",
            Words.Write(Text(MessageKind.Reminder, new(2026, 10, 26, 12, 0, 0)), Link));

    [Fact]
    public void A_change_and_a_cancellation_say_what_is_so_now()
    {
        Assert.StartsWith(
            "West Hill Physiotherapy: your appointment has changed. It is now Monday 30 March at 9:15am.",
            Words.Write(Text(MessageKind.Changed, new(2026, 3, 30, 9, 15, 0)), Link),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "West Hill Physiotherapy: your appointment on Monday 30 March at 9:15am is cancelled.",
            Words.Write(Text(MessageKind.Cancelled, new(2026, 3, 30, 9, 15, 0)), Link),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_is_told_in_minutes() => Assert.Equal(
        "West Hill Physiotherapy: sorry, we are running late. You may wait about 20 minutes today. Questions? Ring 01322 275402.",
        Words.Write(Text(MessageKind.RunningLate, new(2026, 3, 30, 9, 15, 0)), Link));

    [Theory]
    [InlineData(MessageKind.Confirmation)]
    [InlineData(MessageKind.Reminder)]
    [InlineData(MessageKind.Changed)]
    [InlineData(MessageKind.Cancelled)]
    [InlineData(MessageKind.RunningLate)]
    public void Every_text_fits_in_two_parts_and_gives_nothing_away(MessageKind kind) =>
        Gen.Int[0, 365 * 288].Select(tick => new DateTime(2026, 1, 1).AddMinutes(tick * 5)).Sample(startsAt =>
        {
            var text = Words.Write(Text(kind, startsAt), Link);
            Assert.InRange(Gsm7.Parts(text), 1, 2);
            Assert.True(Gsm7.Holds(text));
            Assert.DoesNotContain(
                ["reply", "sciatica", "acupuncture", "sport", "treatment", "£", "stop", "pain"],
                word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public void A_curly_apostrophe_in_the_clinics_name_does_not_double_the_price() =>
        Assert.True(Gsm7.Holds(new Wording("St John’s Physio – Dartford", "01322 275402")
            .Write(Text(MessageKind.Reminder, new(2026, 3, 30, 9, 15, 0)), Link)));

    private static Message Text(MessageKind kind, DateTime startsAt)
    {
        var appointment = Booked.For(startsAt, ClinicTime.ToUtc(startsAt.AddDays(-7)));
        return kind == MessageKind.RunningLate
            ? Message.RunningLate(appointment, 20, due: default)
            : Message.About(appointment, kind, due: default);
    }
}

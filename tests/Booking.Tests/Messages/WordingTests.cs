using CsCheck;
using Xunit;

namespace Booking.Tests;

public sealed class WordingTests
{
    private const string Link = "https://www.westhillphysio.co.uk/appointment/abcdefghijklmnopqrstuvwxyz";

    private static readonly Letterhead West = new("West Hill Physiotherapy", "01322 275402", "1 Tower Road, Dartford", Link);

    private static readonly Wording Words = new(West, new WestHill().Clinic, canBeAnswered: false);

    [Fact]
    public void A_confirmation_says_when_where_to_look_and_whom_to_ring() =>
        Assert.Equal(
            "West Hill Physiotherapy: you are booked for Monday 30 March at 9:15am. "
            + "To see or cancel it, go to " + Link + " or ring 01322 275402.",
            Words.Write(Text(MessageKind.Confirmation, new(2026, 3, 30, 9, 15, 0)), null, Link));

    [Fact]
    public void A_reminder_says_when_and_what_to_do_if_one_cannot_come() =>
        Assert.Equal(
            "West Hill Physiotherapy: we look forward to seeing you on Monday 26 October at 12:00pm. "
            + "Can't come? Go to " + Link + " or ring 01322 275402.",
            Words.Write(Text(MessageKind.Reminder, new(2026, 10, 26, 12, 0, 0)), null, Link));

    [Fact]
    public void A_change_and_a_cancellation_say_what_is_so_now()
    {
        Assert.StartsWith(
            "West Hill Physiotherapy: your appointment has changed. It is now Monday 30 March at 9:15am.",
            Words.Write(Text(MessageKind.Changed, new(2026, 3, 30, 9, 15, 0)), null, Link),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "West Hill Physiotherapy: your appointment on Monday 30 March at 9:15am is cancelled.",
            Words.Write(Text(MessageKind.Cancelled, new(2026, 3, 30, 9, 15, 0)), null, Link),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_is_told_in_minutes() => Assert.Equal(
        "West Hill Physiotherapy: sorry, we are running late. You may wait about 20 minutes today. Questions? Ring 01322 275402.",
        Words.Write(Text(MessageKind.RunningLate, new(2026, 3, 30, 9, 15, 0)), null, Link));

    [Theory]
    [InlineData(MessageKind.Confirmation)]
    [InlineData(MessageKind.Reminder)]
    [InlineData(MessageKind.Changed)]
    [InlineData(MessageKind.Cancelled)]
    [InlineData(MessageKind.RunningLate)]
    [InlineData(MessageKind.DidNotAttend)]
    public void Every_text_fits_in_two_parts_and_gives_nothing_away(MessageKind kind) =>
        Gen.Int[0, 365 * 288].Select(tick => new DateTime(2026, 1, 1).AddMinutes(tick * 5)).Sample(startsAt =>
        {
            var text = Words.Write(Text(kind, startsAt), null, Link);
            Assert.InRange(Gsm7.Parts(text), 1, 2);
            Assert.True(Gsm7.Holds(text));
            Assert.DoesNotContain(
                ["reply", "sciatica", "acupuncture", "sport", "treatment", "£", "stop", "pain"],
                word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public void Where_the_sender_can_be_answered_a_question_says_how_in_words_that_the_network_leaves_alone()
    {
        var answerable = new Wording(West, new WestHill().Clinic, canBeAnswered: true);
        var appointment = Booked.For(new(2026, 9, 30, 12, 45, 0), new(2026, 9, 1, 9, 0, 0, DateTimeKind.Utc));

        var changed = Message.About(appointment, MessageKind.Changed, due: default);
        Assert.All(appointment.Messages.Append(changed), message =>
        {
            var text = answerable.Write(message, appointment, Link);
            Assert.EndsWith($"Reply 1 {ReplyCode.Of(0)} to confirm, 2 {ReplyCode.Of(0)} to cancel.", text, StringComparison.Ordinal);
            Assert.InRange(Gsm7.Parts(text), 1, 2);
        });
        Assert.DoesNotContain("Reply", answerable.Write(Text(MessageKind.Cancelled, appointment.StartsAt), appointment, Link), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clinics_own_words_go_in_place_of_the_usual_ones_with_everything_filled_in()
    {
        var clinic = new WestHill();
        clinic.Templates.Add(new()
        {
            Kind = MessageKind.Reminder,
            Channel = MessageChannel.Text,
            Words = "Hello {firstname}, {practitioner} sees you on {date} at {time}. {clinic} {telephone} {link}",
        });
        var appointment = Booked.For(new(2026, 3, 30, 9, 15, 0), new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc), clinic);

        Assert.Equal(
            "Hello Jo, Aisha sees you on Monday 30 March at 9:15am. West Hill Physiotherapy 01322 275402 " + Link,
            new Wording(West, clinic.Clinic, false).Write(Text(MessageKind.Reminder, appointment.StartsAt), appointment, Link));
    }

    [Theory]
    [InlineData("Your knee waits: {when}")]
    [InlineData("See you on {when}. {nonsense}")]
    [InlineData("See you on {when}. Reply 1 {code}")]
    [InlineData("See you on {when")]
    public void Words_that_cannot_be_used_any_more_give_way_to_the_usual_ones_and_are_known(string words)
    {
        var clinic = new WestHill();
        var spoilt = new Template { Kind = MessageKind.Reminder, Channel = MessageChannel.Text, Words = words };
        clinic.Templates.Add(spoilt);
        var wording = new Wording(West, clinic.Clinic, canBeAnswered: false);
        var reminder = Text(MessageKind.Reminder, new(2026, 3, 30, 9, 15, 0));

        Assert.Equal(Words.Write(reminder, null, Link), wording.Write(reminder, null, Link));
        Assert.Equal([spoilt], wording.Spoilt);
    }

    [Fact]
    public void An_e_mail_has_a_subject_and_says_with_whom_and_neither_tells_why()
    {
        var appointment = Booked.For(new(2026, 3, 30, 9, 15, 0), new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc));

        var (subject, words) = Words.WriteEmail(appointment.Messages[0].ByEmail(default), appointment, Link);

        Assert.Equal("West Hill Physiotherapy: you are booked for Monday 30 March at 9:15am", subject);
        Assert.StartsWith("Hello Jo,\n\nYou are booked for Monday 30 March at 9:15am with Aisha.", words, StringComparison.Ordinal);
        Assert.Contains(Link, words, StringComparison.Ordinal);
        Assert.DoesNotContain("sports", subject + words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Zoë")]
    [InlineData("李")]
    [InlineData("Wolfeschlegelsteinhausen")]
    public void A_name_that_would_make_a_text_dearer_is_left_out_of_it(string name)
    {
        var clinic = new WestHill();
        clinic.Templates.Add(new()
        {
            Kind = MessageKind.Reminder,
            Channel = MessageChannel.Text,
            Words = "Hello {firstname}, see you on {when}.",
        });
        var appointment = Booked.For(new(2026, 3, 30, 9, 15, 0), new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc), clinic);
        typeof(Appointment).GetProperty(nameof(Appointment.BookedAs))!.SetValue(appointment, name + " Bloggs");

        Assert.StartsWith(
            "Hello there, see you",
            new Wording(West, clinic.Clinic, false).Write(Text(MessageKind.Reminder, appointment.StartsAt), appointment, Link),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/prize Smith", "there")]
    [InlineData("evil.example Smith", "there")]
    [InlineData("Urgent:pay Now", "there")]
    [InlineData("Zoë Smith", "Zoë")]
    [InlineData("Anne-Marie O’Brien", "Anne-Marie")]
    [InlineData("D’Arcy O'Brien", "D’Arcy")]
    [InlineData("李 小龙", "李")]
    [InlineData("प्रिया शर्मा", "प्रिया")]
    public void An_e_mail_greets_by_a_name_and_by_nothing_else_that_somebody_has_typed(string typed, string greeted)
    {
        var appointment = Booked.For(new(2026, 3, 30, 9, 15, 0), new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc));
        typeof(Appointment).GetProperty(nameof(Appointment.BookedAs))!.SetValue(appointment, typed);

        var (_, words) = Words.WriteEmail(appointment.Messages[0].ByEmail(default), appointment, Link);

        Assert.StartsWith($"Hello {greeted},\n", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curly_apostrophe_in_the_clinics_name_does_not_double_the_price() =>
        Assert.True(Gsm7.Holds(new Wording(West with { Name = "St John’s Physio – Dartford" }, new WestHill().Clinic, false)
            .Write(Text(MessageKind.Reminder, new(2026, 3, 30, 9, 15, 0)), null, Link)));

    private static Message Text(MessageKind kind, DateTime startsAt)
    {
        var appointment = Booked.For(startsAt, ClinicTime.ToUtc(startsAt.AddDays(-7)));
        return kind == MessageKind.RunningLate
            ? Message.RunningLate(appointment, 20, due: default)
            : Message.About(appointment, kind, due: default);
    }
}

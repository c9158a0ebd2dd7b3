using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>The clinic writes what it likes, as long as it gives nobody away, sells nothing and fits into two parts.</summary>
public sealed class ProofreadingTests
{
    private static readonly Letterhead West = new(
        "West Hill Physiotherapy", "01322 275402", "1 Tower Road, Dartford", "https://www.westhillphysio.co.uk/appointment/abcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Bits = ["{when}", "{link}", "{", "}", "{x}", "pain", "£", "reply", "é", "\U0001F600"];

    private readonly WestHill _clinic = new();

    [Fact]
    public void The_usual_words_have_no_fault_whoever_sends_them()
    {
        foreach (var (kind, channel) in UsualWords.All)
        {
            Assert.Empty(Proof(canBeAnswered: true).Read(kind, channel, UsualWords.Of(kind, channel, canBeAnswered: true)));
            Assert.Empty(Proof(canBeAnswered: false).Read(kind, channel, UsualWords.Of(kind, channel, canBeAnswered: false)));
        }
    }

    [Theory]
    [InlineData("See you on {when}. How is your knee?", "\"knee\"")]
    [InlineData("See you on {when} about your SCIATICA.", "\"SCIATICA\"")]
    [InlineData("See you on {when} for acupuncture", "\"acupuncture\"")]
    [InlineData("See you on {when} for your sports visit", "\"sports\"")] // what this clinic calls a treatment
    [InlineData("Dr Khan sees you on {when}", "surname \"Khan\"")]
    [InlineData("See you on {when}. It is £58.", "price")]
    [InlineData("See you on {when}. Bring 50p for the car park.", "price")]
    [InlineData("See you on {when}. The fee is due then.", "price")]
    [InlineData("See you on {when}. A discount waits for your friends!", "\"discount\"")]
    [InlineData("See you on {when}. We have an offer for you.", "\"offer\"")]
    [InlineData("See you on {when}. Our OFFERS are online.", "\"OFFERS\"")]
    [InlineData("See you on {when}. A special is on.", "\"special\"")]
    [InlineData("{clinic}: free check-up! See you on {when}.", "\"free\"")]
    [InlineData("See you on {when}. Your friend comes for FREE.", "\"FREE\"")]
    [InlineData("See you on {when}. The first visit is free.", "\"free\"")]
    [InlineData("See you on {when}. Parking is free of charge.", "\"free\"")]
    [InlineData("See you on {when}. Free to new patients.", "\"Free\"")]
    [InlineData("See you on {when}. 20 off in May.", "\"20 off\"")]
    [InlineData("See you on {when}. Half off in May.", "\"Half off\"")]
    [InlineData("See you on {when}. 20% less in May.", "\"%\"")]
    [InlineData("See you on {when}. 20 percent less in May.", "\"percent\"")]
    [InlineData("See you on {when}. Our Sale starts.", "\"Sale\"")]
    [InlineData("See you on {when}. Our S@LE starts.", "\"S@LE\"")]
    [InlineData("See you on {when}. 0FFER of the week", "\"0FFER\"")]
    [InlineData("See you on {when}. D1SCØUNT for all", "\"D1SCØUNT\"")]
    [InlineData("See you on {when}. Fréé gift", "\"Fréé\"")]
    [InlineData("See you on {when}. A VΩUCHΞR waits", "\"VΩUCHΞR\"")]
    [InlineData("See you on {when}. A pr\u0456ze", "\"pr\u0456ze\"")]
    [InlineData("See you on {when}. How is your kn€€?", "\"kn€€\"")]
    [InlineData("See you on {when}. Reply STOP to opt out.", "\"STOP\"")]
    [InlineData("See you on {when}. Reply with yes to confirm.", "\"yes\"")]
    [InlineData("See you on {when}. Text us back: cancel", "\"cancel\"")]
    [InlineData("See you on {when}, {surname}", "{surname}")]
    [InlineData("See you on {when}, {minutes}", "{minutes}")]
    [InlineData("See you on {when}, {", "stands alone")]
    [InlineData("See you on {when}, {{when}}", "stands alone")]
    [InlineData("See you soon. {link}", "when it is")]
    [InlineData("  ", "Write what the message says")]
    public void A_reminder_does_not_say(string words, string fault) =>
        Assert.Contains(Faults(MessageKind.Reminder, words), said => said.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("{clinic}: see you on {when}. Ring us back on {telephone} to cancel, or go to {link}.")]
    [InlineData("West Hill Physiotherapy looks forward to seeing you on {when}.")]
    [InlineData("See you on {date}, {time}, with {practitioner}. Reply 1 {code} to confirm, 2 {code} to cancel.")]
    [InlineData("Hello {firstname}, see you on {when}. Please start early, the car park is at its end.")]
    [InlineData("{when} has come free. You can cancel free of charge until {date}.")]
    [InlineData("See you on {when}. It is free of charge to cancel until {date}, and free to ring {telephone}.")]
    [InlineData("Are you free on {when}? Feel free to come early. Free cancellation until {date}.")]
    [InlineData("We can offer you {when}. {time} is free. We are off on {date}, at 10 or 11am.")]
    public void It_may_say(string words) => Assert.Empty(Faults(MessageKind.Reminder, words));

    [Fact]
    public void Nothing_asks_for_a_reply_where_the_sender_cannot_receive_any()
    {
        var faults = Proof(canBeAnswered: false)
            .Read(MessageKind.Reminder, MessageChannel.Text, new(null, "See you on {when}. Reply 1 to confirm.")).ToList();

        Assert.Contains("cannot receive", Assert.Single(faults).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text 1 to confirm.", "\"Text 1\"")]
    [InlineData("To confirm, TEXT: 1.", "\"TEXT 1\"")]
    [InlineData("Answer 1 if you come.", "\"Answer 1\"")]
    [InlineData("Answer with Y if you come.", "\"Answer with Y\"")]
    [InlineData("Send us a text: no", "\"Send us a text no\"")]
    [InlineData("Please send 1.", "\"send 1\"")]
    [InlineData("Text us back.", "\"Text us back\"")]
    [InlineData("Message us if you cannot come.", "\"Message us\"")]
    [InlineData("Send us a message if you cannot come.", "\"Send us a message\"")]
    [InlineData("Text the word confirm.", "\"Text the word confirm\"")]
    [InlineData("T3XT 1 to confirm.", "\"T3XT 1\"")]
    [InlineData("Respond soon.", "\"Respond\"")]
    [InlineData("We wait for your r\u0435ply.", "\"r\u0435ply\"")]
    public void A_sender_that_cannot_receive_asks_for_no_answer_in_other_words_either(string words, string fault)
    {
        var faults = Proof(canBeAnswered: false).Read(MessageKind.Reminder, MessageChannel.Text, new(null, "See you on {when}. " + words)).ToList();

        Assert.Contains(fault, Assert.Single(faults).Words, StringComparison.Ordinal);
        Assert.Contains("cannot receive", faults[0].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We text 2 days before. Ring {telephone} to change it.")]
    [InlineData("This message needs no more from you. We answer the phone from 8.")]
    [InlineData("Text us on 07700 900123, or send the form back by post.")]
    [InlineData("Say yes or no at {link}, not by text. 1 Tower Road.")]
    public void A_sender_that_cannot_receive_may_say(string words) => Assert.Empty(
        Proof(canBeAnswered: false).Read(MessageKind.Reminder, MessageChannel.Text, new(null, "See you on {when}. " + words)));

    [Fact]
    public void A_confirmation_needs_its_link_and_a_delay_its_minutes()
    {
        Assert.Contains("{link} is missing", Assert.Single(Faults(MessageKind.Confirmation, "You are booked for {when}.")), StringComparison.Ordinal);
        Assert.Contains("{minutes} is missing", Assert.Single(Faults(MessageKind.RunningLate, "We are late.")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_parts_are_the_most_with_the_longest_that_can_stand_in_them()
    {
        Assert.Empty(Faults(MessageKind.Reminder, "{when} " + new string('x', 306 - 34)));
        Assert.Contains("3 parts", Assert.Single(Faults(MessageKind.Reminder, "{when} " + new string('x', 307 - 33))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_halves_what_a_part_holds_is_named() => Assert.Contains(
        "\"\U0001F44B\"", Assert.Single(Faults(MessageKind.Reminder, "{when} \U0001F44B " + new string('x', 120))), StringComparison.Ordinal);

    [Fact]
    public void A_subject_is_one_line_that_tells_no_more_than_the_words()
    {
        IEnumerable<Fault> Subject(string? subject) => Proof().Read(
            MessageKind.Reminder, MessageChannel.Email, UsualWords.Of(MessageKind.Reminder, MessageChannel.Email, true) with { Subject = subject });

        Assert.All((string?[])[null, "", "About your shoulder", "a\r\nBcc: all@example.com", new('x', 121)],
            subject => Assert.True(Assert.Single(Subject(subject)).InSubject));
        Assert.Empty(Subject("See you on {when}"));
    }

    [Theory]
    [InlineData("Please rest your knee", "\"knee\"", false)]
    [InlineData("Your acupuncture is at 4", "\"acupuncture\"", false)]
    [InlineData("Reply STOP if you like", "\"STOP\"", false)]
    [InlineData("It is £58", "price", true)]
    [InlineData("Dr Khan is ill today", "\"Khan\"", true)]
    [InlineData("Please leave us a review", "\"review\"", true)]
    [InlineData("We have free places", "\"free\"", true)]
    public void A_note_is_read_like_a_template_and_a_person_may_know_better_about_some_of_it(string typed, string fault, bool mayStay)
    {
        var found = Assert.Single(Proof().ReadNote(MessageChannel.Text, typed));

        Assert.Contains(fault, found.Words, StringComparison.Ordinal);
        Assert.Equal(mayStay, found.MayStay);
    }

    [Fact]
    public void A_note_has_no_placeholders_and_says_which_clinic_writes()
    {
        Assert.Empty(Proof().ReadNote(MessageChannel.Text, "Use the code {42} at the door."));
        Assert.Equal("West Hill Physiotherapy: Use the code {42} at the door.", Proof().NoteOf(" Use the code {42} at the door. "));
        Assert.Equal("Hello from west hill physiotherapy!", Proof().NoteOf("Hello from west hill physiotherapy!"));
        Assert.Equal("", Proof().NoteOf("  "));
    }

    [Fact]
    public void A_note_is_two_parts_at_most_with_the_clinics_name()
    {
        var most = 306 - Proof().NoteBegins.Length;

        Assert.Empty(Proof().ReadNote(MessageChannel.Text, new string('x', most)));
        Assert.Contains("shorter", Assert.Single(Proof().ReadNote(MessageChannel.Text, new string('x', most + 1))).Words, StringComparison.Ordinal);
        Assert.Contains("Write what", Assert.Single(Proof().ReadNote(MessageChannel.Text, " ")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_asks_for_no_reply_that_cannot_come_but_an_e_mail_can_be_answered()
    {
        const string Words = "Reply if you like";

        Assert.Contains("cannot receive", Assert.Single(Proof(canBeAnswered: false).ReadNote(MessageChannel.Text, Words)).Words, StringComparison.Ordinal);
        Assert.Empty(Proof(canBeAnswered: false).ReadNote(MessageChannel.Email, Words));
    }

    [Fact]
    public void Whatever_is_typed_is_read_and_what_passes_fits_into_two_parts() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Bits.Length - 1].Select(at => Bits[at])).Array[0, 30]
            .Select(string.Concat).Sample(words =>
            {
                var proof = Proof();
                if (!proof.Read(MessageKind.Reminder, MessageChannel.Text, new(null, words)).Any())
                {
                    Assert.InRange(proof.MostPartsOf(words), 1, Proofreading.MostParts);
                }
            });

    private List<string> Faults(MessageKind kind, string words) =>
        [.. Proof().Read(kind, MessageChannel.Text, new(null, words)).Select(fault => fault.Words)];

    private Proofreading Proof(bool canBeAnswered = true) => new(West, _clinic.Clinic, canBeAnswered);
}

using Xunit;

namespace Booking.Tests;

/// <summary>What reception may write, and to whom.</summary>
public sealed class NoteRulesTests
{
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(306, "x", true)]
    [InlineData(307, "x", false)]
    [InlineData(152, "€", true)]
    [InlineData(153, "€", false)]
    [InlineData(134, "李", true)]
    [InlineData(135, "李", false)]
    [InlineData(306, "’", true)] // goes out as '
    public void Two_texts_at_most(int letters, string letter, bool fits) =>
        Assert.Equal(fits, NoteRules.WhyNot(string.Concat(Enumerable.Repeat(letter, letters))) is null);

    [Fact]
    public void Lines_are_counted_once_however_a_browser_ends_them() =>
        Assert.Null(NoteRules.WhyNot(string.Concat(Enumerable.Repeat("ab\r\n", 102))));

    [Theory]
    [InlineData("07700 900123", null, null)]
    [InlineData("07700 900123", WhyNotSent.OptedOut, "They asked for no texts. Ring them.")]
    [InlineData("07700 900123", WhyNotSent.Landline, "Their number takes no texts. Ring them, and check the number with them.")]
    [InlineData("01322 275 402", null, "Their telephone is not a UK mobile, so it takes no texts. Ring them.")]
    public void Who_cannot_be_texted_is_to_be_rung(string telephone, WhyNotSent? refused, string? words) =>
        Assert.Equal(words, NoteRules.WhyNot(Jo(telephone), refused)?.Words);

    [Fact]
    public void Nobody_and_whoever_was_forgotten_is_not_texted()
    {
        var forgotten = Jo("07700 900123");
        forgotten.Empty([1], Made);

        Assert.Equal(Refusal.NoSuchPatient, NoteRules.WhyNot(forgotten, refused: null));
        Assert.Equal(Refusal.NoSuchPatient, NoteRules.WhyNot(patient: null, refused: null));
    }

    [Theory]
    [InlineData("01322 275 402", null, "jo@example.com", true, MessageChannel.Email)]
    [InlineData("07700 900123", WhyNotSent.OptedOut, "jo@example.com", true, MessageChannel.Email)]
    [InlineData("07700 900123", null, "jo@example.com", true, MessageChannel.Text)]
    [InlineData("01322 275 402", null, null, true, MessageChannel.Text)]
    [InlineData("01322 275 402", null, "jo@example.com", false, MessageChannel.Text)]
    public void Who_can_get_a_note_only_by_e_mail_gets_it_so(
        string telephone, WhyNotSent? refused, string? email, bool emailsGo, MessageChannel channel) =>
        Assert.Equal(channel, NoteRules.Channel(Jo(telephone, email), refused, emailsGo));

    private static Patient Jo(string telephone, string? email = null) =>
        Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse(telephone), email, namesake: 0, Made);
}

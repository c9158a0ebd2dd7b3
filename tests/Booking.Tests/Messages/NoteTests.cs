using Xunit;

namespace Booking.Tests;

public sealed class NoteTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Patient Jo =
        Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null, 0, Now);

    [Fact]
    public void A_note_says_what_reception_wrote_and_is_about_no_appointment()
    {
        var note = Note();

        Assert.Equal("Please bring your insoles.", new Wording(new("West Hill", "01322 000000"), new WestHill().Clinic, canBeAnswered: false).Write(note, null, link: ""));
        Assert.Null(note.AppointmentId);
        Assert.True(note.Claim(Now));
        Assert.Null(note.WhyNot(appointment: null, Jo, refused: null, ClinicTime.ToWall(Now)));
    }

    [Fact]
    public void A_note_that_could_not_go_for_a_day_is_of_no_more_use() =>
        Assert.Equal(WhyNotSent.TooLate, Note().WhyNot(null, Jo, null, ClinicTime.ToWall(Now.AddDays(1))));

    [Fact]
    public void A_note_in_the_evening_waits_for_the_morning()
    {
        var evening = new DateTime(2026, 3, 2, 22, 0, 0);

        Assert.Equal(new DateTime(2026, 3, 3, 8, 0, 0), Note().KeptBackUntil(null, evening));
    }

    [Fact]
    public void Nobody_who_asked_for_no_texts_gets_a_note() =>
        Assert.Equal(WhyNotSent.OptedOut, Note().WhyNot(null, Jo, WhyNotSent.OptedOut, ClinicTime.ToWall(Now)));

    private static Message Note() => Message.Note(patientId: 1, "Please bring your insoles.", key: "note", Now);
}

using Xunit;

namespace Booking.Tests;

/// <summary>What is known of a patient changes by a person's hand, and each change says from what to what.</summary>
public sealed class ContactDetailsTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly ContactDetails Jo = Details("Jo Bloggs");

    [Fact]
    public void Each_change_is_written_down_with_who_made_it_and_what_it_was()
    {
        var patient = Patient.New(Jo, namesake: 0, Now);

        patient.Change(Jo with { Telephone = Telephone.Parse("01322 275402"), Notes = "Deaf in the left ear" }, 0, "Rita Desk", Now);

        Assert.Equal(
            [("Telephone", "07700 900123", "01322 275402"), ("Notes", null, "Deaf in the left ear")],
            patient.History.Select(line => (line.What, line.From, line.To)));
        Assert.All(patient.History, line => Assert.Equal(("Rita Desk", Now), (line.Who, line.At)));
        Assert.Equal(2, patient.Version);
    }

    [Fact]
    public void A_new_name_and_number_are_what_they_are_recognised_and_found_by()
    {
        var patient = Patient.New(Jo, namesake: 0, Now);
        var married = Details("Jo Green", "07700 900999");

        patient.Change(married, namesake: 3, "Rita Desk", Now);

        Assert.Equal(Patient.RecognisedBy(married.Name, married.Telephone), patient.Recognition);
        Assert.Equal((3, "JO GREEN"), (patient.Namesake, patient.FoldedName));
        Assert.Equal(["JO", "GREEN", "999009007744"], patient.Words.Select(word => word.Word));
    }

    [Fact]
    public void A_word_that_stays_is_the_same_row()
    {
        var patient = Patient.New(Jo, namesake: 0, Now);
        var jo = patient.Words[0];

        patient.Change(Details("Jo Green"), 0, "Rita Desk", Now);

        Assert.Same(jo, patient.Words[0]);
    }

    [Fact]
    public void Undoing_leaves_alone_what_was_changed_once_more()
    {
        var after = Jo with { Email = "jo@example.com", Notes = "Rings twice" };
        var now = after with { Notes = "Rings once" };

        Assert.Equal(Jo with { Notes = "Rings once" }, now.Undo(Jo, after));
    }

    [Fact]
    public void The_longest_name_of_signs_that_are_words_can_be_kept()
    {
        var words = PatientWord.Of(PersonName.Parse($"x{new string('\uFDFA', 99)}"), Telephone.Parse("07700 900123")).ToList();

        Assert.All(words, word => Assert.True(word.Word.Length <= PatientWord.WordLength && word.Key.Length <= PatientWord.KeyLength));
    }

    private static ContactDetails Details(string name, string telephone = "07700 900123") =>
        new(PersonName.Parse(name), Telephone.Parse(telephone), Email: null, DateOfBirth: null, Notes: null);
}

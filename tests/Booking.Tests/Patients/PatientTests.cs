using Xunit;

namespace Booking.Tests;

/// <summary>A person is their name and their telephone together, and what is known of them is not overwritten from outside.</summary>
public sealed class PatientTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_same_name_and_number_typed_another_way_are_one_person() => Assert.Equal(
        Key("Siobhán O'Brien-D’Arcy", "07700 900123"), Key("SIOBHAN OBRIEN DARCY ", "+44 (0)7700-900123"));

    [Theory]
    [InlineData("Jo Bloggs", "07700 900124")]
    [InlineData("Joe Bloggs", "07700 900123")]
    public void Another_name_or_another_number_is_another_person(string name, string telephone) =>
        Assert.NotEqual(Key("Jo Bloggs", "07700 900123"), Key(name, telephone));

    [Theory]
    [InlineData("Siobhán O'Brien-D’Arcy", "Siobhán")]
    [InlineData("李", "李")]
    [InlineData("<b>x</b>", "<b>x</b>")]
    public void A_name_is_kept_as_typed_and_its_first_word_is_called_out(string name, string first)
    {
        var patient = New(name, email: null);

        Assert.Equal((name, first), (patient.FullName, patient.FirstName));
    }

    private static Patient New(string name, string? email) =>
        Patient.New(PersonName.Parse(name), Telephone.Parse("07700 900123"), email, namesake: 0, Now);

    private static string Key(string name, string telephone) =>
        Convert.ToHexString(Patient.RecognisedBy(PersonName.Parse(name), Telephone.Parse(telephone)));
}

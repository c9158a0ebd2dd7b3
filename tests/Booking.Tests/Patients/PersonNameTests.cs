using CsCheck;
using Xunit;

namespace Booking.Tests;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Siobhán O'Brien-D’Arcy", "Siobhán")]
    [InlineData("Zoë", "Zoë")]
    [InlineData("李", "李")]
    [InlineData("<b>x</b>", "<b>x</b>")]
    [InlineData("محمد علي", "محمد")]
    [InlineData("Jo 🙂 Bloggs", "Jo")]
    public void A_name_is_kept_as_it_was_typed(string typed, string first)
    {
        Assert.True(PersonName.TryParse(typed, out var name));
        Assert.Equal(typed, name.Text);
        Assert.Equal(first, name.First);
    }

    [Theory]
    [InlineData("Mr John Smith", "John")]
    [InlineData("mrs. Ann Smith", "Ann")]
    [InlineData("MISS ZOË LI", "ZOË")]
    [InlineData("Prof. Dr Jo Bloggs", "Jo")]
    [InlineData("Sir Al Bell", "Al")]
    [InlineData("Mx Sam", "Mx Sam")] // nothing but a title and a surname
    [InlineData("Mr Smith", "Mr Smith")]
    [InlineData("Rev", "Rev")]
    [InlineData("Missy Mrsovic", "Missy")]
    [InlineData("Jo Miss", "Jo")]
    public void A_title_is_no_first_name(string typed, string first) => Assert.Equal(first, PersonName.Parse(typed).First);

    [Fact]
    public void Spaces_around_and_doubled_inside_are_not_part_of_a_name() =>
        Assert.Equal("Jo Ann Bloggs", PersonName.Parse("  Jo  Ann\u00a0 Bloggs ").Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("---")]
    [InlineData("🙂")]
    [InlineData("Jo\nBloggs")]
    [InlineData("Jo\r\nBcc: x")]
    [InlineData("Jo\tBloggs")]
    [InlineData("Jo\0Bloggs")]
    [InlineData("Jo\u2028Bloggs")]
    [InlineData("Jo\u202eBloggs")]
    [InlineData("Jo \ud83d")]
    public void What_is_not_a_name_is_refused(string? typed) => Assert.False(PersonName.TryParse(typed, out _));

    [Fact]
    public void A_name_has_at_most_a_hundred_characters()
    {
        Assert.True(PersonName.TryParse(new string('x', 100), out _));
        Assert.False(PersonName.TryParse(new string('x', 101), out _));
    }

    [Theory]
    [InlineData("Siobhán O'Brien-D’Arcy", "siobhan obrien darcy")]
    [InlineData("ZOË", "zoe")]
    [InlineData("Łukasz Groß", "Lukasz Gross")]
    [InlineData("Søren Ægir", "Soren Aegir")]
    [InlineData("Jo.  Bloggs", "jo bloggs")]
    [InlineData("Zoe\u0308", "Zoë")]
    [InlineData("ｊｏ", "Jo")]
    public void Two_typings_of_one_name_fold_to_the_same(string one, string other) =>
        Assert.Equal(PersonName.Parse(one).Folded, PersonName.Parse(other).Folded);

    [Theory]
    [InlineData("Jo Bloggs", "Joe Bloggs")]
    [InlineData("李", "王")]
    [InlineData("किरण", "करण")]
    [InlineData("Mary Ann", "Maryann")]
    public void Two_names_stay_two(string one, string other) =>
        Assert.NotEqual(PersonName.Parse(one).Folded, PersonName.Parse(other).Folded);

    [Fact]
    public void Whatever_is_typed_a_name_is_one_line_and_folds_to_something_that_folds_to_itself() =>
        Gen.String.Sample(typed =>
        {
            if (PersonName.TryParse(typed, out var name))
            {
                Assert.InRange(name.Text.Length, 1, 100);
                Assert.DoesNotContain(name.Text, char.IsControl);
                Assert.Equal(name, PersonName.Parse(name.Text));
                Assert.NotEqual("", name.Folded);
            }
        });
}

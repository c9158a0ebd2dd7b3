using Xunit;

namespace Booking.Tests;

/// <summary>Three letters of any name, the last digits of the telephone or a date of birth find a patient.</summary>
public sealed class PatientSearchTests
{
    [Theory]
    [InlineData("sio", "Siobhán O'Brien-D’Arcy")]
    [InlineData("SIOBHÁN", "Siobhán O'Brien-D’Arcy")]
    [InlineData("o'br", "Siobhán O'Brien-D’Arcy")]
    [InlineData("dar", "Siobhán O'Brien-D’Arcy")]
    [InlineData("jo bl", "Jo Bloggs")]
    [InlineData("bl jo", "Jo Bloggs")]
    [InlineData("mary", "Ann Mary Lee")]
    [InlineData("j. blo", "Jo Bloggs")]
    [InlineData("gro", "Jörg Groß")]
    [InlineData("李", "李明")]
    [InlineData("שרה", "שרה כהן")]
    [InlineData("123", "Jo Bloggs")]
    [InlineData("900 123", "Jo Bloggs")]
    [InlineData("07700 900123", "Jo Bloggs")]
    [InlineData("+44 7700 900123", "Jo Bloggs")]
    [InlineData("jo 123", "Jo Bloggs")]
    public void A_beginning_of_each_word_finds_them(string typed, string name) => Assert.True(Finds(typed, name));

    [Theory]
    [InlineData("jo bl", "Jo Smith")]
    [InlineData("jo bl", "Bill Bloggs")]
    [InlineData("ogg", "Jo Bloggs")]
    [InlineData("124", "Jo Bloggs")]
    [InlineData("jo 124", "Jo Bloggs")]
    [InlineData("077 000 900 123", "Jo Bloggs")]
    public void Anything_else_does_not(string typed, string name) => Assert.False(Finds(typed, name));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("jo")]
    [InlineData("j b s")]
    [InlineData("12")]
    [InlineData("'-.")]
    [InlineData("3/4")]
    public void Too_little_is_not_looked_for(string? typed) => Assert.False(PatientSearch.TryParse(typed, out _));

    [Theory]
    [InlineData("3/4/1980", "")]
    [InlineData("1980-04-03", "")]
    [InlineData("03/04/1980 smi", "SMI")]
    [InlineData("smi 03/04/1980", "SMI")]
    public void A_date_of_birth_is_enough_and_a_name_narrows_it(string typed, string words)
    {
        Assert.True(PatientSearch.TryParse(typed, out var search));
        Assert.Equal((new DateOnly(1980, 4, 3), words), (search.Born, string.Join(' ', search.Words)));
    }

    [Fact]
    public void The_word_that_says_most_leads()
    {
        Assert.True(PatientSearch.TryParse("al smithson", out var search));
        Assert.Equal(["SMITHSON", "AL"], search.Words);
    }

    [Fact]
    public void More_than_anybody_types_is_not_read() => Assert.False(PatientSearch.TryParse(new string('a', 201), out _));

    [Fact]
    public void A_word_longer_than_is_kept_is_found_all_the_same() =>
        Assert.True(Finds(new string('x', 60), $"{new string('x', 70)} Long"));

    // By the rule of the database: the first by its key, every one by its beginning.
    private static bool Finds(string typed, string name)
    {
        Assert.True(PatientSearch.TryParse(typed, out var search));
        var words = PatientWord.Of(PersonName.Parse(name), Telephone.Parse("07700 900123")).ToList();
        var key = PatientWord.KeyOf(search.Words[0]);
        return words.Exists(word => word.Key == key && word.Word.StartsWith(search.Words[0], StringComparison.Ordinal))
            && search.Words.All(typedWord => words.Exists(word => word.Word.StartsWith(typedWord, StringComparison.Ordinal)));
    }
}

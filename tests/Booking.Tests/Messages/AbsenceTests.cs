using Xunit;

namespace Booking.Tests;

public sealed class AbsenceTests
{
    [Theory]
    [InlineData("0.00:10", null, false)] // a restart
    [InlineData("0.00:10", false, false)]
    [InlineData("0.00:00", true, true)] // an older copy of the database, however young
    [InlineData("0.03:00", null, false)]
    [InlineData("0.03:00", false, false)]
    [InlineData("0.03:00", true, true)]
    [InlineData("0.06:01", null, true)]
    [InlineData("0.06:01", false, false)]
    [InlineData("4.12:00", false, false)] // Easter, with the site off
    [InlineData("4.12:00", null, true)]
    [InlineData("5.00:01", false, true)]
    public void After_an_absence_a_person_is_asked_only_where_texts_may_have_gone_or_it_was_very_long(
        string length, bool? sentElsewhere, bool asked) =>
        Assert.Equal(asked, Absence.NeedsAPerson(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture), sentElsewhere));
}

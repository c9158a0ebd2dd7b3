namespace Booking;

/// <summary>
/// The bank holidays of England and Wales from 2026 to 2028, as the government publishes them, and the feasts themselves where
/// they fall on a weekend and another day is given for them: nobody works on those either.
/// </summary>
public static class BankHolidays
{
    public static IReadOnlyList<(DateOnly Date, string Name)> EnglandAndWales { get; } =
    [
        (new(2026, 1, 1), "New Year's Day"),
        (new(2026, 4, 3), "Good Friday"),
        (new(2026, 4, 6), "Easter Monday"),
        (new(2026, 5, 4), "Early May bank holiday"),
        (new(2026, 5, 25), "Spring bank holiday"),
        (new(2026, 8, 31), "Summer bank holiday"),
        (new(2026, 12, 25), "Christmas Day"),
        (new(2026, 12, 26), "Boxing Day"),
        (new(2026, 12, 28), "Boxing Day (substitute day)"),
        (new(2027, 1, 1), "New Year's Day"),
        (new(2027, 3, 26), "Good Friday"),
        (new(2027, 3, 29), "Easter Monday"),
        (new(2027, 5, 3), "Early May bank holiday"),
        (new(2027, 5, 31), "Spring bank holiday"),
        (new(2027, 8, 30), "Summer bank holiday"),
        (new(2027, 12, 25), "Christmas Day"),
        (new(2027, 12, 26), "Boxing Day"),
        (new(2027, 12, 27), "Christmas Day (substitute day)"),
        (new(2027, 12, 28), "Boxing Day (substitute day)"),
        (new(2028, 1, 1), "New Year's Day"),
        (new(2028, 1, 3), "New Year's Day (substitute day)"),
        (new(2028, 4, 14), "Good Friday"),
        (new(2028, 4, 17), "Easter Monday"),
        (new(2028, 5, 1), "Early May bank holiday"),
        (new(2028, 5, 29), "Spring bank holiday"),
        (new(2028, 8, 28), "Summer bank holiday"),
        (new(2028, 12, 25), "Christmas Day"),
        (new(2028, 12, 26), "Boxing Day"),
    ];
}

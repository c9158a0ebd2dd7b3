using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What a database says of a row that it did not take stays out of the log: it may be somebody's number.</summary>
public sealed class RefusedRowTests(TestClinic clinic) : ClinicTests(clinic)
{
    private const string Number = "+447700900123";

    [Fact]
    public async Task A_save_that_fails_is_not_in_the_log_unless_whoever_caught_it_says_so()
    {
        var before = Clinic.Log.Text.Length;

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => RefuseTwiceAsync());

        var log = Clinic.Log.Text[before..];
        Assert.True(refused.IsDuplicateIn(nameof(BookingDbContext.RefusedNumbers)));
        Assert.DoesNotContain(Number, log + refused, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(DbUpdateException), log, StringComparison.Ordinal);
        Assert.DoesNotContain("UNIQUE constraint", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'PK_RefusedNumbers'. Cannot insert duplicate key in object 'dbo.RefusedNumbers'. The duplicate key value is (+447700900123).")]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.RefusedNumbers' with unique index 'IX_RefusedNumbers'. The duplicate key value is (+447700900123).")]
    public void What_SQL_Server_says_of_a_key_is_cut_to_the_name_of_the_table(int number, string words)
    {
        var refused = new DbUpdateException("", new RefusedRowException(number, words));

        Assert.True(refused.IsDuplicateIn(nameof(BookingDbContext.RefusedNumbers)));
        Assert.False(refused.IsDuplicateIn(nameof(BookingDbContext.Patients)));
        Assert.DoesNotContain("7700", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_SQL_Server_says_of_words_too_long_is_cut_too()
    {
        var refused = new RefusedRowException(2628, "String or binary data would be truncated in table 'Booking.dbo.Patients', column 'Email'. Truncated value: 'marmaduke@example.com'.");

        Assert.Equal("SQL Server refused a row, error 2628, 'Booking.dbo.Patients'.", refused.Message);
    }

    private async Task RefuseTwiceAsync()
    {
        var contexts = Clinic.Services.GetRequiredService<IDbContextFactory<BookingDbContext>>();
        foreach (var _ in Enumerable.Range(1, 2))
        {
            await using var context = await contexts.CreateDbContextAsync();
            context.Add(new RefusedNumber { Telephone = Number, Why = WhyNotSent.OptedOut, Since = Clinic.Clock.UtcNow() });
            await context.SaveChangesAsync();
        }
    }
}

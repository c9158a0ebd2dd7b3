using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whoever keeps a date of the diary in mind sees by its number that something on it is another.</summary>
public sealed class DateChangesTests(TestClinic clinic) : ClinicTests(clinic)
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly DateOnly Wednesday = Tuesday.AddDays(1);

    [Fact]
    public async Task A_date_has_another_number_when_a_time_of_it_is_held_booked_and_cancelled()
    {
        using var jo = Clinic.Visit();
        var before = await NumbersAsync();

        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var held = await NumbersAsync();
        var booked = await jo.ConfirmAsync(details);
        var taken = await NumbersAsync();
        await jo.PressAsync(booked, "Yes, cancel it");
        var free = await NumbersAsync();

        Assert.Equal(4, new[] { before, held, taken, free }.DistinctBy(numbers => numbers.GetValueOrDefault(Tuesday)).Count());
        Assert.All([held, taken, free], numbers => Assert.Equal(
            before.GetValueOrDefault(Wednesday), numbers.GetValueOrDefault(Wednesday)));
    }

    [Fact]
    public async Task A_time_that_is_let_go_for_one_on_another_day_changes_both_dates()
    {
        using var jo = Clinic.Visit();
        await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var before = await NumbersAsync();

        await jo.HoldAsync("2026-11-25 09:00", "aisha-khan");

        var after = await NumbersAsync();
        Assert.NotEqual(before[Tuesday], after[Tuesday]);
        Assert.NotEqual(before.GetValueOrDefault(Wednesday), after[Wednesday]);
    }

    [Fact]
    public async Task A_change_that_is_taken_back_leaves_the_number_alone()
    {
        using var jo = Clinic.Visit();
        await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var before = await NumbersAsync();

        await using (var context = Clinic.Database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.ChangeDatesAsync([Wednesday, Tuesday, Tuesday], CancellationToken.None);
        }

        Assert.Equal(before, await NumbersAsync());
    }

    [Fact]
    public async Task Of_two_who_are_the_first_to_write_on_a_date_at_once_both_succeed()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();

        var details = await Task.WhenAll(
            jo.HoldAsync("2026-12-10 09:00", "aisha-khan"), al.HoldAsync("2026-12-10 09:00", "ben-howard"));

        Assert.All(details, page => Assert.StartsWith("/book/details/", page.Address.AbsolutePath, StringComparison.Ordinal));
    }

    private Task<Dictionary<DateOnly, long>> NumbersAsync() => Clinic.LookAsync(
        context => context.DiaryDates.ToDictionaryAsync(date => date.Date, date => date.Revision));
}

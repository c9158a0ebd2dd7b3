using System.Collections.Concurrent;
using System.Globalization;
using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic of the examples on a Monday, with a receptionist at the page for leave.</summary>
public abstract class LeaveClinic : IClassFixture<StaffedClinic>, IAsyncLifetime
{
    private static readonly ConcurrentDictionary<Type, int> Days = new();

    protected LeaveClinic(StaffedClinic clinic) => (Clinic, Day) = (clinic, NextDay());

    /// <summary>A weekday that no other test on this database has, far enough for everything that has to be free round it.</summary>
    protected DateOnly Day { get; }

    protected StaffedClinic Clinic { get; }

    protected Visitor Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await Clinic.SignInAsync(StaffRole.Receptionist);

    public ValueTask DisposeAsync()
    {
        Desk.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Books by telephone, as far ahead as the desk likes, with Amy Patel.</summary>
    protected async Task<Appointment> BookAsync(string patient, TimeOnly start, DateOnly? day = null)
    {
        var services = Clinic.Services;
        var set = await services.GetRequiredService<Diary>().ClinicAsync(default);
        var newcomer = new PatientDetails(PersonName.Parse(patient), Telephone.Parse("07700 900123"), null);
        var (booked, refusal) = await services.GetRequiredService<Desk>().BookAsync(
            new DeskBooking(
                null, newcomer, set.Treatment("sports-injury")!, [((day ?? Day).ToDateTime(start), set.Practitioner("amy-patel")!)]),
            "Rosa Desk",
            default);
        return refusal is null
            ? (await Clinic.ReadAsync(booked[0].Id))!
            : throw new InvalidOperationException(refusal.Words);
    }

    /// <summary>Fills in a whole day off for Amy Patel, and presses Save.</summary>
    protected async Task<Page> AskAsync(params (string Field, string Value)[] more) => await Desk.PressAsync(
        await Desk.OpenAsync("/staff/leave"),
        "Save",
        [("Amy Patel", "amy-patel"), ("First day", Iso(Day)), ("Reason", "Leave"), .. more]);

    protected async Task<IReadOnlyList<string>> FaultsAsync() =>
        await Clinic.RememberAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow()));

    protected static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Each a Tuesday, three weeks after the last, never near Christmas, and no more than two years ahead.
    private DateOnly NextDay()
    {
        var day = new DateOnly(2027, 1, 5).AddDays(21 * Days.AddOrUpdate(GetType(), 0, (_, last) => last + 1));
        return day.Month == 12 ? NextDay() : day;
    }
}

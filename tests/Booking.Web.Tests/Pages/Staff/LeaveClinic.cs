using System.Globalization;
using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic of the examples on a Monday, with a receptionist at the page for leave.</summary>
public abstract class LeaveClinic(StaffedClinic clinic) : IClassFixture<StaffedClinic>, IAsyncLifetime
{
    private static int _days;

    /// <summary>A weekday that no other test has, far enough for everything that has to be free round it.</summary>
    protected DateOnly Day { get; } = NextDay();

    protected StaffedClinic Clinic => clinic;

    protected Visitor Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await clinic.SignInAsync(StaffRole.Receptionist);

    public ValueTask DisposeAsync()
    {
        Desk.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Books by telephone, as far ahead as the desk likes, with Amy Patel.</summary>
    protected async Task<Appointment> BookAsync(string patient, TimeOnly start, DateOnly? day = null)
    {
        var services = clinic.Services;
        var set = await services.GetRequiredService<Diary>().ClinicAsync(default);
        var newcomer = new PatientDetails(PersonName.Parse(patient), Telephone.Parse("07700 900123"), null);
        var (booked, refusal) = await services.GetRequiredService<Desk>().BookAsync(
            new DeskBooking(
                null, newcomer, set.Treatment("sports-injury")!, [((day ?? Day).ToDateTime(start), set.Practitioner("amy-patel")!)]),
            "Rosa Desk",
            default);
        return refusal is null
            ? (await clinic.ReadAsync(booked[0].Id))!
            : throw new InvalidOperationException(refusal.Words);
    }

    /// <summary>Fills in a whole day off for Amy Patel, and presses Save.</summary>
    protected async Task<Page> AskAsync(params (string Field, string Value)[] more) => await Desk.PressAsync(
        await Desk.OpenAsync("/staff/leave"),
        "Save",
        [("Amy Patel", "amy-patel"), ("First day", Iso(Day)), ("Reason", "Leave"), .. more]);

    protected async Task<IReadOnlyList<string>> FaultsAsync() =>
        await clinic.RememberAsync(context => DiaryChecker.FaultsAsync(context, clinic.Clock.UtcNow()));

    protected static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Each a Tuesday, five weeks after the last, and never near Christmas.
    private static DateOnly NextDay()
    {
        var day = new DateOnly(2027, 1, 12).AddDays(35 * Interlocked.Increment(ref _days));
        return day.Month == 12 ? NextDay() : day;
    }
}

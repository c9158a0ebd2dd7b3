using System.Globalization;
using Booking.Data;
using Booking.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A day is closed while patients confirm their bookings on it, on three nodes at once.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class ClosureRaceTests(ThreeNodes clinic)
{
    [Fact]
    public async Task Nobody_is_booked_on_a_closed_day_unseen()
    {
        for (var round = 0; round < 4; round++)
        {
            var day = await clinic.NewDayAsync();
            using var desk = await clinic.SignInAsync(StaffRole.Administrator);
            var crowd = await clinic.CrowdAsync(6, CrowdedClinic.HalfHour, day, "Ava");
            for (var i = 0; i < crowd.Count; i++)
            {
                await crowd[i].ChooseAsync(new TimeOnly(8, 0).AddMinutes(30 * i));
            }

            var closures = await desk.OpenAsync("/staff/settings/closures");
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var closing = desk.PressAsync(
                closures, "Close on these days", ("First closed day", date), ("Last closed day", date), ("Reason", "A race"));
            await Task.WhenAll([closing, .. crowd.Select(one => one.ConfirmAsync())]);

            await using var context = clinic.Open();
            var isClosed = await context.Closures.AnyAsync(closure => closure.FirstDay == day);
            var booked = await context.Appointments.CountAsync(a => a.Date == day && a.Status != AppointmentStatus.Cancelled);
            Assert.Equal(crowd.Count(one => one.IsBooked), booked);
            Assert.True(isClosed ? booked == 0 : (await closing).Text.Contains("Nothing is closed yet", StringComparison.Ordinal), (await closing).Text);
            Assert.All(crowd.Where(one => !one.IsBooked), one => Assert.Contains("The clinic is closed on that day", one.Page.Text, StringComparison.Ordinal));
        }
    }
}

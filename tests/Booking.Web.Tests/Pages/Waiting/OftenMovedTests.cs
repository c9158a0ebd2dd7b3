using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>How often a patient moves an appointment is limited; what the clinic offers them is theirs to take.</summary>
public sealed class OftenMovedTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    [Fact]
    public async Task Who_has_moved_it_as_often_as_they_may_still_takes_an_earlier_time_that_is_offered()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await jo.AskForEarlierAsync(Clinic, booked);
        await Clinic.ChangeAsync(async context =>
        {
            var visit = await context.Appointments.Include(a => a.History).SingleAsync();
            visit.History.AddRange(Enumerable.Range(0, Appointment.MovesADay).Select(_ => new AppointmentEvent
            {
                At = Clinic.Clock.UtcNow(),
                Who = AppointmentEvent.ByPatient,
                What = AppointmentEvent.Moved,
            }));
        });
        Clinic.NewTexts();
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var offer = Clinic.NewTexts().Single(text => text.Body.Contains("has come free", StringComparison.Ordinal));

        await jo.SayYesAsync(WaitingClinic.LinkIn(offer));

        var only = await Clinic.LookAsync(context => context.Appointments.Include(a => a.History).SingleAsync());
        Assert.Equal((new DateOnly(2026, 11, 24), true), (only.Date, only.IsMovedEnough(Clinic.Clock.UtcNow())));
    }
}

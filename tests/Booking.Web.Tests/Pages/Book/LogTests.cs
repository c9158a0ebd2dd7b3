using Xunit;

namespace Booking.Web.Tests;

/// <summary>A log may be read by people who have no business with patients.</summary>
public sealed class LogTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task The_log_of_a_booking_with_everything_that_can_go_wrong_names_nobody()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan", "sciatica-first-visit");
        await jo.ConfirmAsync(details, "Marmaduke Featherstonehaugh", "07700 9001", "marmaduke@");
        var booked = await jo.ConfirmAsync(details, "Marmaduke Featherstonehaugh", "07700 900123", "marmaduke@example.com");
        var locked = await al.OpenAsync(booked.Address.AbsolutePath);
        await al.PressAsync(locked, "Show my appointment", ("LastFour", "9999"));
        await al.PressAsync(locked, "Show my appointment", ("LastFour", "0123"));
        await al.ConfirmAsync(await al.HoldAsync("2026-11-24 09:15", "ben-howard"), "Marmaduke Featherstonehaugh");
        await al.ForgeAsync(details, "Book this appointment", ("Input.FullName", "Marmaduke Featherstonehaugh"), ("x", "07700 900123"));
        await jo.PressAsync(booked, "Yes, cancel it");

        var log = Clinic.Log.Text;

        Assert.Contains("Now listening on", log, StringComparison.Ordinal);
        Assert.All(
            new[] { "Marmaduke", "Featherstonehaugh", "marmaduke@", "900123", "07700", booked.Reference(), "Khan" },
            personal => Assert.DoesNotContain(personal, log, StringComparison.OrdinalIgnoreCase));
    }
}

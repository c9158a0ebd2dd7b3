using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic that the tests visit is the real one, but for its clock.</summary>
public sealed class RunningClinicTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_visitor_finds_the_clinic_open()
    {
        using var visitor = clinic.Visit();

        var home = await visitor.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("West Hill Physiotherapy", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_follows_links_fills_in_forms_and_presses_buttons()
    {
        using var jo = clinic.Visit();

        var treatments = await jo.OpenAsync("/book");
        var times = await jo.FollowAsync(treatments, "Acupuncture");
        var details = await jo.PressAsync(times, "9:15am");
        var incomplete = await jo.PressAsync(details, "Book this appointment", ("Full name", "Jo Bell"));
        var booked = await jo.PressAsync(incomplete, "Book this appointment", ("Mobile number", "07700 900123"));

        Assert.Contains("There is a problem", incomplete.Text, StringComparison.Ordinal);
        Assert.StartsWith("/appointment/", booked.Address.AbsolutePath, StringComparison.Ordinal);
        await using var memory = clinic.Database.Open();
        Assert.Equal("Jo Bell", (await memory.Appointments.Include(a => a.Patient).SingleAsync()).Patient.FullName);
    }

    [Fact]
    public async Task A_forged_form_carries_what_the_page_never_offered()
    {
        using var forger = clinic.Visit();
        var times = await forger.OpenAsync("/book/acupuncture");

        var refused = await forger.ForgeAsync(times, "9:15am", ("Surprise", "yes"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }
}

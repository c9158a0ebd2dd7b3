using System.Globalization;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The database itself refuses two for one time, whoever asks and whatever they believe.</summary>
public sealed class ClaimTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Theory]
    [InlineData("09:00", true)] // while Ben treats
    [InlineData("09:25", true)]
    [InlineData("09:30", true)] // while he needs the ten minutes after
    [InlineData("09:35", true)]
    [InlineData("09:40", false)]
    [InlineData("08:30", false)]
    [InlineData("08:35", true)] // would run into him
    public async Task What_begins_in_the_ten_minutes_after_acupuncture_is_refused_by_the_database_itself(string start, bool refused)
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "ben-howard", "acupuncture");
        var ben = await Clinic.LookAsync(context => context.Practitioners.Where(p => p.Slug == "ben-howard").Select(p => p.Id).SingleAsync());
        var block = new DateTime(2026, 11, 24).Add(TimeOnly.Parse(start, CultureInfo.InvariantCulture).ToTimeSpan());

        var saving = Clinic.ChangeAsync(context =>
        {
            context.DiaryClaims.AddRange(new Block { PractitionerId = ben, From = block, Until = block.AddMinutes(30), Reason = "x" }.Claims());
            return Task.CompletedTask;
        });

        if (refused)
        {
            var taken = await Assert.ThrowsAsync<DbUpdateException>(() => saving);
            Assert.True(taken.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)));
        }
        else
        {
            await saving;
        }
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_half_done()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "ben-howard");
        var details = await al.HoldAsync("2026-11-24 09:15", "aisha-khan");
        var before = await Clinic.TallyAsync();

        await al.ConfirmAsync(details); // Jo Bloggs is with Ben then

        Assert.Equal(before, await Clinic.TallyAsync());
    }

    [Fact]
    public async Task Sports_becomes_longer_and_what_was_booked_before_keeps_its_end()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        await LengthAsync(60);

        var next = await al.BookAsync("2026-11-24 09:45", name: "Al Bell");
        await LengthAsync(45);

        Assert.Contains("60 minutes", next.Text, StringComparison.Ordinal);
        Assert.Equal([45, 60], await Clinic.LookAsync(context =>
            context.Appointments.OrderBy(a => a.Id).Select(a => a.Minutes).ToListAsync()));
    }

    private Task LengthAsync(int minutes) => Clinic.ChangeAsync(async context =>
        (await context.Treatments.SingleAsync(treatment => treatment.Slug == "sports-injury")).Minutes = minutes);
}

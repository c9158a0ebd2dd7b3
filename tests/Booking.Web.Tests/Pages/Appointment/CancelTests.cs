using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A patient who cannot come says so in two taps, and the time is somebody else's at once.</summary>
public sealed class CancelTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task A_cancelled_appointment_gives_its_slot_back_and_its_texts_are_withdrawn()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00", "ben-howard", "acupuncture");

        var cancelled = await jo.PressAsync(booked, "Yes, cancel it");

        Assert.Contains("This appointment is cancelled", cancelled.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.LookAsync(context => context.DiaryClaims.CountAsync()));
        Assert.All(
            await Clinic.LookAsync(context => context.Messages.ToListAsync()),
            message => Assert.Equal((MessageState.Skipped, WhyNotSent.Cancelled), (message.State, message.Why!.Value)));
        Assert.Equal(
            ["patient: Booked online", "patient: Cancelled"],
            await Clinic.LookAsync(context => context.Set<AppointmentEvent>().OrderBy(e => e.Id).Select(e => e.Who + ": " + e.What).ToListAsync()));
        await al.BookAsync("2026-11-24 09:00", "ben-howard", "acupuncture", "Al Bell");
    }

    [Theory]
    [InlineData("2026-11-23 08:59", true)]
    [InlineData("2026-11-23 09:00", true)]
    [InlineData("2026-11-23 09:01", false)]
    public async Task Cancelling_is_free_until_the_same_time_the_day_before_and_not_a_minute_longer(string now, bool free)
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo(now);
        var opened = await jo.OpenAsync(booked.Address.AbsolutePath);
        opened = opened.Text.Contains("Show my appointment", StringComparison.Ordinal)
            ? await jo.PressAsync(opened, "Show my appointment", ("LastFour", "0123"))
            : opened;

        Assert.Contains(
            free
                ? "You can cancel free of charge until Monday 23 November at 9:00am."
                : "It was free to cancel until Monday 23 November at 9:00am. If you cancel now, the clinic may charge for the visit.",
            opened.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-25 09:00", "You can cancel free of charge until Tuesday 24 November at 9:00am.", "You can cancel free of charge until Tuesday 24 November at 9:00am.")]
    [InlineData("2026-11-23 18:00", "This time is so soon that the clinic may charge for the visit if you cancel.", "This time was so soon when you booked that the clinic may charge for the visit if you cancel.")]
    public async Task Before_and_after_booking_a_patient_reads_whether_cancelling_costs(string wall, string before, string after)
    {
        using var jo = Clinic.Visit();

        var details = await jo.HoldAsync(wall, "aisha-khan");
        var booked = await jo.ConfirmAsync(details);

        Assert.Contains(before, details.Text, StringComparison.Ordinal);
        Assert.Contains(after, booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_cancel_twice_cancels_once()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");

        var pages = await Task.WhenAll(jo.PressAsync(booked, "Yes, cancel it"), jo.PressAsync(booked, "Yes, cancel it"));

        Assert.All(pages, page => Assert.Contains("This appointment is cancelled", page.Text, StringComparison.Ordinal));
        Assert.Equal(2, await Clinic.LookAsync(context => context.Appointments.Select(a => a.Version).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_has_only_the_link_cannot_cancel()
    {
        using var jo = Clinic.Visit();
        using var friend = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");
        var locked = await friend.OpenAsync(booked.Address.AbsolutePath);
        var token = locked.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["Version"] = "1", ["__RequestVerificationToken"] = token });

        using var answer = await friend.Client.PostAsync(
            new Uri($"{booked.Address.AbsolutePath}?handler=Cancel", UriKind.Relative), form);

        Assert.True(await Clinic.LookAsync(context => context.Appointments.AllAsync(a => a.Status == AppointmentStatus.Booked)));
    }

    [Theory]
    [InlineData("__RequestVerificationToken", null)]
    [InlineData("Reason", "x")]
    public async Task A_forged_cancellation_is_refused(string field, string? value)
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");

        var answer = await jo.ForgeAsync(booked, "Yes, cancel it", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(await Clinic.LookAsync(context => context.Appointments.AllAsync(a => a.Status == AppointmentStatus.Booked)));
    }

    [Fact]
    public async Task A_page_older_than_somebodys_change_does_not_overwrite_it()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");
        await Clinic.LookAsync(context => context.Appointments.ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, 2)));

        var stale = await jo.PressAsync(booked, "Yes, cancel it");

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains(Refusal.ChangedMeanwhile.Words, stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_begun_cannot_be_cancelled_here()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-23 11:00");
        Clinic.WindTo("2026-11-23 10:59");
        var open = await jo.PressAsync(await jo.OpenAsync(booked.Address.AbsolutePath), "Show my appointment", ("LastFour", "0123"));
        Clinic.WindTo("2026-11-23 11:00");

        var late = await jo.PressAsync(open, "Yes, cancel it");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(Refusal.AlreadyOver.Words, late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cannot come?", late.Text, StringComparison.Ordinal);
    }
}

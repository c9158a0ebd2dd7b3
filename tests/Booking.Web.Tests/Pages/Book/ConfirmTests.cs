using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>One form is one booking, however often and however late it is sent.</summary>
public sealed class ConfirmTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task Pressing_twice_at_once_books_once_and_shows_the_same_appointment()
    {
        using var jo = Clinic.Visit();
        foreach (var hour in Enumerable.Range(9, 6))
        {
            var details = await jo.HoldAsync($"2026-11-24 {hour:00}:00", "aisha-khan");

            var booked = await Task.WhenAll(jo.ConfirmAsync(details), jo.ConfirmAsync(details), jo.ConfirmAsync(details));

            Assert.All(booked, page => Assert.Equal(HttpStatusCode.OK, page.Status));
            Assert.Single(booked.Select(page => page.Address.AbsolutePath).Distinct());
        }

        Assert.Equal(6, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
        Assert.Equal(12, await Clinic.LookAsync(context => context.Messages.CountAsync()));
    }

    [Fact]
    public async Task Confirm_and_back_and_confirm_shows_the_same_appointment()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        var booked = await jo.ConfirmAsync(details);
        var back = await jo.OpenAsync(details.Address.AbsolutePath);
        var again = await jo.ConfirmAsync(details, "Somebody Else", "07700 900456");

        Assert.Equal(booked.Address, back.Address);
        Assert.Equal(booked.Address, again.Address);
        Assert.Equal(1, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
        Assert.Equal("Jo Bloggs", await Clinic.LookAsync(context => context.Patients.Select(p => p.FullName).SingleAsync()));
    }

    [Theory]
    [InlineData("07700 900123", "You are booked")]
    [InlineData("07700 900456", "Last four digits of your mobile number")]
    public async Task Sent_again_after_the_answer_was_lost_it_opens_the_appointment_for_whoever_knows_the_number(string mobile, string sees)
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        Assert.True(Reference.TryParse(details.Reference(), out var held));
        await Clinic.Services.GetRequiredService<Diary>().BookAsync(
            held, new PatientDetails(PersonName.Parse("Jo Bloggs"), Telephone.Parse(BookingSteps.Mobile), null), default);

        var again = await jo.ConfirmAsync(details, mobile: mobile);

        Assert.Equal($"/appointment/{details.Reference()}", again.Address.AbsolutePath);
        Assert.Contains(sees, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_times_left_open_for_three_hours_is_refused_with_a_fresh_list()
    {
        using var jo = Clinic.Visit();
        var times = await jo.TimesAsync("sports-injury", "aisha-khan");

        Clinic.WindTo("2026-11-23 10:00");
        var refused = await jo.PressAsync(times, "11:00am Aisha Monday");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(Refusal.TooSoon.Words, refused.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-23T14:00 aisha-khan", refused.Offered()[0]);
        Assert.DoesNotContain("2026-11-23T11:00 aisha-khan", refused.Offered());
    }

    [Fact]
    public async Task A_page_of_times_left_open_for_a_month_is_refused_with_times_from_now_on()
    {
        using var jo = Clinic.Visit();
        var times = await jo.TimesAsync("sports-injury", "aisha-khan");

        Clinic.WindTo("2026-12-21 07:00");
        var refused = await jo.PressAsync(times, "11:00am Aisha Monday");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(3, refused.Document.QuerySelectorAll(".notice button.time").Length);
        Assert.All(refused.Offered(), time => Assert.True(string.CompareOrdinal(time, "2026-12-21T11:00") >= 0));
    }

    [Theory]
    [InlineData("sports-injury")]
    [InlineData("sciatica-first-visit")] // the safety questions were answered on the way
    public async Task A_page_of_details_left_open_for_three_hours_is_refused_with_other_times_and_keeps_what_was_typed(string treatment)
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-23 11:00", "aisha-khan", treatment);

        Clinic.WindTo("2026-11-23 10:00");
        var refused = await jo.ConfirmAsync(details);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(Refusal.TooSoon.Words, refused.Text, StringComparison.Ordinal);
        Assert.Equal("Jo Bloggs", refused.Typed("Input.FullName"));
        Assert.Contains("2026-11-23T14:00", refused.Offered()[0], StringComparison.Ordinal);
        var switched = await jo.PressAsync(refused, "2:00pm");
        Assert.Equal(BookingSteps.Mobile, switched.Typed("Input.Mobile"));
        Assert.Equal("Monday 23 November 2026 2:00pm", (await jo.PressAsync(switched, "Book this appointment")).When());
    }

    [Fact]
    public async Task A_time_held_three_hours_ago_and_still_free_is_booked_after_the_safety_questions_were_answered_once()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan", "sciatica-first-visit");

        Clinic.WindTo("2026-11-23 10:00");

        Assert.Equal("Tuesday 24 November 2026 9:00am", (await jo.ConfirmAsync(details)).When());
    }

    [Fact]
    public async Task Who_held_a_time_at_the_edge_of_the_notice_may_take_five_minutes_to_type()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-23 11:00", "aisha-khan");

        Clinic.WindTo("2026-11-23 07:04");

        Assert.Contains("You are booked", (await jo.ConfirmAsync(details)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_at_the_edge_of_the_notice_does_not_get_past_a_closure_made_meanwhile()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-23 11:00", "aisha-khan");
        Clinic.WindTo("2026-11-23 07:04");
        await Clinic.ChangeAsync(context => Task.FromResult(context.Add(
            new Closure { FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 23), Reason = "Burst pipe" })));

        var refused = await jo.ConfirmAsync(details);

        await Clinic.ChangeAsync(async context =>
            context.Remove(await context.Closures.SingleAsync(closure => closure.Reason == "Burst pipe")));
        Assert.Contains(Refusal.Closed.Words, refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }
}

using Booking.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A node that keeps in mind what it has shown shows all that has become of it since, whichever node changed it.</summary>
public sealed class DiaryOnOtherNodesTests : IClassFixture<StaffedClinic>, IAsyncDisposable
{
    private readonly StaffedClinic _clinic;
    private readonly WebApplicationFactory<Program> _other;

    public DiaryOnOtherNodesTests(StaffedClinic clinic)
    {
        _ = clinic.Address; // the database is made when the site starts
        (_clinic, _other) = (clinic, clinic.WithWebHostBuilder(_ => { }));
    }

    public ValueTask DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task What_is_known_of_a_patient_is_told_as_it_is_now()
    {
        var booked = await _clinic.BookAsync("Old Olga", new(9, 0), "07700 900501");
        Assert.Equal("Old Olga", (await VisitAsync(booked)).FullName);
        var known = await _clinic.PatientAsync(booked.PatientId);

        await _clinic.Patients().ChangeAsync(
            known.Id, known.Version, PatientSteps.Details("New Nora", "07700 900502", notes: "Hard of hearing"), "Rosa Desk", default);

        var visit = await VisitAsync(booked);
        Assert.Equal(("New Nora", "+447700900502", "Hard of hearing"), (visit.FullName, visit.Telephone, visit.PatientNotes));
        await _clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task What_is_changed_about_a_patient_is_news_for_every_screen_that_shows_them()
    {
        var booked = await _clinic.BookAsync("News Nick", new(10, 0), "07700 900503");
        var elsewhere = new DiaryWish(new(new DateOnly(2027, 2, 1), 1));
        var (before, other) = ((await ReadAsync()).Number, (await ReadAsync(elsewhere)).Number);
        var known = await _clinic.PatientAsync(booked.PatientId);

        await _clinic.Patients().ChangeAsync(
            known.Id, known.Version, PatientSteps.Details("News Nicolas", "07700 900503"), "Rosa Desk", default);

        Assert.NotEqual(before, (await ReadAsync()).Number);
        Assert.Equal(other, (await ReadAsync(elsewhere)).Number);
        await _clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task How_often_a_patient_did_not_come_is_told_on_their_other_days_and_taken_back_there()
    {
        var today = await _clinic.BookAsync("Missing Mo", new DateOnly(2026, 11, 23), new(15, 0), "07700 900504");
        var booked = await _clinic.BookAsync("Missing Mo", new(11, 0), "07700 900504");
        Assert.Equal(0, (await VisitAsync(booked)).Missed);
        _clinic.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 15, 30, 0, TimeSpan.Zero));

        await Desk.MarkAsync(new Seen(today.Id, 1), AppointmentStatus.DidNotAttend, "Rosa Desk", default);
        Assert.Equal(1, (await VisitAsync(booked)).Missed);

        await Desk.UndoAsync([new Seen(today.Id, 2)], "Rosa Desk", default);
        Assert.Equal(0, (await VisitAsync(booked)).Missed);
        _clinic.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));
        await _clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Of_two_records_that_become_one_the_kept_name_is_told()
    {
        var kept = await _clinic.BookAsync("Kept Kim", new DateOnly(2026, 11, 25), new(9, 0), "07700 900505");
        var booked = await _clinic.BookAsync("Away Kim", new(12, 30), "07700 900506");
        Assert.Equal("Away Kim", (await VisitAsync(booked)).FullName);
        var (one, other) = (await _clinic.PatientAsync(kept.PatientId), await _clinic.PatientAsync(booked.PatientId));

        await _clinic.Patients().MergeAsync(new(one.Id, one.Version), new(other.Id, other.Version), one.Details, "Rosa Desk", default);

        var visit = await VisitAsync(booked);
        Assert.Equal(("Kept Kim", one.Id), (visit.FullName, visit.PatientId));
        await _clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task A_text_that_has_arrived_is_told_though_the_appointment_has_moved_since()
    {
        var booked = await _clinic.BookAsync("Text Tess", new DateOnly(2026, 11, 26), new(9, 0), "07700 900507");
        await _clinic.RememberAsync(async context =>
        {
            var text = await context.Messages.SingleAsync(m => m.AppointmentId == booked.Id && m.Kind == MessageKind.Confirmation);
            Assert.True(text.Claim(text.Due!.Value));
            text.Try("+447700900507", [], parts: 1, ticket: "tess");
            text.Accepted("SM1", text.TriedAt!.Value);
            return await context.SaveChangesAsync();
        });
        var clinic = await _clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        Assert.Null(await Desk.MoveAsync(
            new Seen(booked.Id, 1), new MoveWish(clinic.Practitioner("amy-patel")!, new(2026, 11, 24, 13, 15, 0)), "Rosa Desk", default));
        Assert.Contains((await VisitAsync(booked)).Texts, text => text is { Kind: MessageKind.Confirmation, State: MessageState.Sent });

        await _clinic.Services.GetRequiredService<DeliveryNews>()
            .HearAsync("tess", new DeliveryReport("SM1", DeliveryResult.Delivered, Code: null, Why: null));

        Assert.Contains((await VisitAsync(booked)).Texts, text => text is { Kind: MessageKind.Confirmation, State: MessageState.Delivered });
        await _clinic.TidyAsync((await _clinic.ReadAsync(booked.Id))!);
    }

    [Fact]
    public async Task A_reminder_that_goes_at_another_time_is_told_with_it()
    {
        var booked = await _clinic.BookAsync("Remind Rex", new(14, 15), "07700 900508");
        var before = await ReminderAsync();
        await SetReminderAsync(12);
        await ReminderAsync(); // the screen's memory has the new setting, and most likely not yet what follows from it

        var setUp = await _clinic.RememberAsync(context => context.Rules.Select(rules => rules.Revision).SingleAsync());
        await _clinic.Services.GetRequiredService<ReminderPlanning>().FollowSettingsAsync(setUp, default);

        Assert.NotEqual(before, await ReminderAsync());
        await SetReminderAsync(24);
        await _clinic.TidyAsync(booked);

        Task SetReminderAsync(int hours) => _clinic.RememberAsync(async context =>
        {
            var rules = await context.Rules.SingleAsync();
            rules.Reminders.Clear();
            rules.Reminders.Add(new ReminderLead { HoursBefore = hours });
            return await context.SaveChangesAsync();
        });

        async Task<DateTime?> ReminderAsync() =>
            (await VisitAsync(booked)).Texts.Single(text => text is { Kind: MessageKind.Reminder, State: MessageState.Pending }).Due;
    }

    [Fact]
    public async Task A_hold_that_has_lapsed_is_gone_though_nobody_has_touched_it()
    {
        using var patient = _clinic.Visit();
        await patient.HoldAsync("2026-11-27 10:00", "amy-patel", "sports-injury");
        var friday = new DiaryWish(new(new DateOnly(2026, 11, 27), 1));
        Assert.Single((await ReadAsync(friday)).Holds);

        _clinic.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Empty((await ReadAsync(friday)).Holds);
    }

    [Fact]
    public async Task A_treatment_that_has_another_name_is_told_by_it()
    {
        await ReadAsync();
        await RenameAsync("Sports injury and strain");

        Assert.Equal("Sports injury and strain", (await ReadAsync()).Clinic.Treatment("sports-injury")!.Name);
        await RenameAsync("Sports injury");

        Task RenameAsync(string name) => _clinic.RememberAsync(async context =>
        {
            (await context.Treatments.SingleAsync(treatment => treatment.Slug == "sports-injury")).Name = name;
            return await context.SaveChangesAsync();
        });
    }

    private Desk Desk => _clinic.Services.GetRequiredService<Desk>();

    private async Task<Visit> VisitAsync(Appointment booked) => (await ReadAsync()).Visits.Single(visit => visit.Id == booked.Id);

    private async Task<DiaryPages> ReadAsync(DiaryWish? wish = null) => (await _other.Services.GetRequiredService<DiaryScreen>()
        .ReadAsync(wish ?? new DiaryWish(new(StaffedClinic.Tomorrow, 1)), default))!;
}

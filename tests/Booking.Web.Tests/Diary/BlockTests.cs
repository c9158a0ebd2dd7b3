using System.Globalization;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Time that is taken out of the diary, and what stands in it, add up in the claims at every step.</summary>
public sealed class BlockTests(TestClinic clinic) : ClinicTests(clinic)
{
    private const string Rosa = "Rosa Desk";

    private static readonly DateTime Tuesday = new(2026, 11, 24, 0, 0, 0);

    private Desk Desk => Clinic.Services.GetRequiredService<Desk>();

    [Fact]
    public async Task A_block_takes_its_time_off_the_list_and_gives_it_back_when_it_is_removed()
    {
        using var jo = Clinic.Visit();
        Assert.Null(await Desk.BlockAsync(await OffAsync("aisha-khan", 9, 12), Guid.NewGuid(), Rosa, default));
        await InOrderAsync();
        Assert.DoesNotContain("11:00am Aisha Tuesday", await TimesAsync(jo), StringComparison.Ordinal);

        var block = await BlockAsync();
        Assert.Null(await Desk.UnblockAsync(block.Id, rest: false, "Ruth Desk", default));

        await InOrderAsync();
        Assert.Contains("11:00am Aisha Tuesday", await TimesAsync(jo), StringComparison.Ordinal);
        Assert.Equal(Refusal.NoSuchBlock, await Desk.UnblockAsync(block.Id, rest: false, Rosa, default));
        var removed = await BlockAsync();
        Assert.Equal((Rosa, "Ruth Desk", Clinic.Clock.UtcNow()), (removed.MadeBy, removed.RemovedBy, removed.RemovedAt));
    }

    [Fact]
    public async Task Appointments_in_the_way_are_for_a_person_to_see_first()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 11:00");
        var before = await Clinic.TallyAsync();

        Assert.Equal(
            Refusal.AppointmentsInTheWay, await Desk.BlockAsync(await OffAsync("aisha-khan", 9, 12), Guid.NewGuid(), Rosa, default));

        Assert.Equal(before, await Clinic.TallyAsync());
        Assert.Empty(await Clinic.LookAsync(context => context.Blocks.ToListAsync()));
    }

    [Fact]
    public async Task A_block_gets_the_time_of_an_appointment_that_was_left_standing_in_it_as_soon_as_that_goes()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 11:00");
        await al.BookAsync("2026-11-24 12:00", name: "Al Bell", mobile: "07700 900124");
        var off = await OffAsync("aisha-khan", 9, 15);
        var plan = await Desk.PlanLeaveAsync(off, default);
        Assert.Null(await Desk.TakeLeaveAsync(off, [.. plan.Select(Left)], Guid.NewGuid(), Rosa, default));
        await InOrderAsync();

        Assert.Null(await Desk.CancelAsync(Seen(plan[0]), "Ill", Rosa, default));
        await InOrderAsync();
        var ben = await PractitionerAsync("ben-howard");
        Assert.Null(await Desk.MoveAsync(Seen(plan[1]), new MoveWish(ben, plan[1].Appointment.StartsAt), Rosa, default));
        await InOrderAsync();

        // The list and the save say no, and so do the claims.
        var refusal = await Desk.RestoreAsync(Seen(plan[0]).Next, Rosa, default);
        Assert.Equal("That time is blocked: Leave.", refusal?.Words);
        var block = await BlockAsync();
        Assert.Equal(72, await Clinic.LookAsync(context => context.DiaryClaims.CountAsync(c => c.Owner == ClaimOwner.Of(block).Key)));
    }

    [Fact]
    public async Task Of_two_blocks_over_each_other_the_second_has_it_all_when_the_first_is_removed()
    {
        Assert.Null(await Desk.BlockAsync(await OffAsync("aisha-khan", 9, 12), Guid.NewGuid(), Rosa, default));
        Assert.Null(await Desk.BlockAsync(await OffAsync("aisha-khan", 10, 15), Guid.NewGuid(), Rosa, default));
        await InOrderAsync();

        var first = await Clinic.LookAsync(context => context.Blocks.OrderBy(b => b.Id).FirstAsync());
        Assert.Null(await Desk.UnblockAsync(first.Id, rest: false, Rosa, default));

        await InOrderAsync();
        Assert.Equal(60, await Clinic.LookAsync(context => context.DiaryClaims.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_typing_their_details_finds_the_time_taken_and_what_they_typed_kept()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 11:00", "aisha-khan");

        Assert.Null(await Desk.BlockAsync(await OffAsync("aisha-khan", 9, 15), Guid.NewGuid(), Rosa, default));
        await InOrderAsync();
        var page = await jo.ConfirmAsync(details);

        Assert.Contains("That time has just been taken", page.Text, StringComparison.Ordinal);
        Assert.Equal("Jo Bloggs", page.Typed("Input.FullName"));
        await InOrderAsync();
    }

    [Fact]
    public async Task Three_weeks_of_leave_of_everybody_are_all_there_or_not_at_all()
    {
        await Clinic.ChangeAsync(async context => context.AddRange(
            TestClinic.Works("Cleo Wren", await context.Treatments.FirstAsync()),
            TestClinic.Works("Dan Osei", await context.Treatments.FirstAsync()),
            TestClinic.Works("Ella Frost", await context.Treatments.FirstAsync())));
        var everybody = (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioners;
        var off = new TimeOff(everybody, Tuesday, Tuesday.AddDays(21), "Leave");
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-12-08 11:00");
        Assert.Equal(Refusal.AppointmentsInTheWay, await Desk.BlockAsync(off, Guid.NewGuid(), Rosa, default));
        await InOrderAsync();

        var (plan, series) = (await Desk.PlanLeaveAsync(off, default), Guid.NewGuid());
        Assert.Null(await Desk.TakeLeaveAsync(off, [.. plan.Select(Left)], series, Rosa, default));

        await InOrderAsync();
        var ofBlocks = everybody.Count * 21 * TickSet.TicksADay - 9;
        Assert.Equal(ofBlocks, await BlockClaimsAsync());
        Assert.Null(await Desk.UndoTogetherAsync(series, Rosa, default));
        await InOrderAsync();
        Assert.Equal(0, await BlockClaimsAsync());
        await Clinic.ChangeAsync(context => context.Practitioners.Where(p => p.Slug != "aisha-khan" && p.Slug != "ben-howard")
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.LastDay, new DateOnly(2026, 1, 1))));

        Task<int> BlockClaimsAsync() => Clinic.LookAsync(context =>
            context.DiaryClaims.CountAsync(c => c.Owner >= (long)ClaimOwnerKind.Block << 32));
    }

    [Fact]
    public async Task A_leave_that_is_pressed_twice_is_taken_once()
    {
        var (off, series) = (await OffAsync("aisha-khan", 9, 12), Guid.NewGuid());

        var answers = await Task.WhenAll(
            Desk.BlockAsync(off, series, Rosa, default), Desk.BlockAsync(off, series, Rosa, default));

        Assert.All(answers, Assert.Null);
        Assert.Single(await Clinic.LookAsync(context => context.Blocks.ToListAsync()));
        await InOrderAsync();
    }

    [Fact]
    public async Task The_rest_of_a_series_goes_from_the_chosen_one_on()
    {
        var lunch = (await OffAsync("aisha-khan", 12, 13)) with { Repeat = RepeatEach.Day, Times = 4 };
        Assert.Null(await Desk.BlockAsync(lunch, Guid.NewGuid(), Rosa, default));
        var second = await Clinic.LookAsync(context => context.Blocks.OrderBy(b => b.From).Skip(1).FirstAsync());

        Assert.Null(await Desk.UnblockAsync(second.Id, rest: true, Rosa, default));

        var left = Assert.Single(await Clinic.Services.GetRequiredService<Diary>().BlocksToComeAsync(10, default));
        Assert.Equal(Tuesday.AddHours(12), left.From);
        await InOrderAsync();
    }

    [Fact]
    public async Task Leave_moves_cancels_and_leaves_as_chosen_and_an_undo_brings_all_of_it_back()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        using var bo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 11:00");
        await al.BookAsync("2026-11-24 12:00", name: "Al Bell", mobile: "07700 900124");
        await bo.BookAsync("2026-11-24 13:00", name: "Bo Carr", mobile: "07700 900125");
        var (off, series) = (await OffAsync("aisha-khan", 0, 24), Guid.NewGuid());
        var plan = await Desk.PlanLeaveAsync(off, default);

        Assert.Null(await Desk.TakeLeaveAsync(off, [Moved(plan[0]), Cancelled(plan[1]), Left(plan[2])], series, Rosa, default));

        await InOrderAsync();
        var after = await AppointmentsAsync();
        Assert.Equal(plan[0].Suggestion!.Slot.StartsAt, after[0].StartsAt);
        Assert.Equal((AppointmentStatus.Cancelled, "Leave"), (after[1].Status, after[1].CancelReason));
        Assert.Equal(1, after[2].Version);
        var done = await Desk.ReadTogetherAsync(series, default);
        Assert.Equal((1, 2, 1), (done.Blocks.Count, done.Appointments.Count, done.Left.Count));

        Assert.Null(await Desk.UndoTogetherAsync(series, Rosa, default));

        await InOrderAsync();
        Assert.Equal(
            [(Tuesday.AddHours(11), true), (Tuesday.AddHours(12), true), (Tuesday.AddHours(13), true)],
            (await AppointmentsAsync()).Select(a => (a.StartsAt, a.Stands)));
        Assert.False((await BlockAsync()).Stands);
        Assert.Equal(Refusal.ChangedMeanwhile, await Desk.UndoTogetherAsync(series, Rosa, default));
    }

    [Fact]
    public async Task Leave_that_somebody_booked_into_meanwhile_is_not_taken_and_neither_are_its_moves()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 11:00");
        var off = await OffAsync("aisha-khan", 0, 24);
        var plan = await Desk.PlanLeaveAsync(off, default);
        await al.BookAsync("2026-11-24 12:00", name: "Al Bell", mobile: "07700 900124");
        var before = await Clinic.TallyAsync();

        Assert.Equal(
            Refusal.PlanHasChanged, await Desk.TakeLeaveAsync(off, [Moved(plan[0])], Guid.NewGuid(), Rosa, default));

        Assert.Equal(before, await Clinic.TallyAsync());
    }

    [Fact]
    public async Task A_suggested_time_that_has_gone_meanwhile_says_who_is_there_and_nothing_is_done()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 11:00");
        var off = await OffAsync("aisha-khan", 0, 24);
        var plan = await Desk.PlanLeaveAsync(off, default);
        var place = plan[0].Suggestion!;
        await al.BookAsync(
            place.Slot.StartsAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            place.Practitioner.Slug, name: "Al Bell", mobile: "07700 900124");
        var before = await Clinic.TallyAsync();

        var refusal = await Desk.TakeLeaveAsync(off, [Moved(plan[0])], Guid.NewGuid(), Rosa, default);

        Assert.Contains("Al Bell is there", refusal!.Words, StringComparison.Ordinal);
        Assert.Equal(before, await Clinic.TallyAsync());
        Assert.Empty(await Clinic.LookAsync(context => context.Blocks.ToListAsync()));
        var anew = await Desk.PlanLeaveAsync(off, default);
        Assert.Null(await Desk.TakeLeaveAsync(off, [Moved(anew[0])], Guid.NewGuid(), Rosa, default));
        await InOrderAsync();
    }

    private static Seen Seen(PutOut one) => new(one.Appointment.Id, one.Appointment.Version);

    private static LeaveChoice Left(PutOut one) => new(Seen(one), LeaveAct.Leave);

    private static LeaveChoice Cancelled(PutOut one) => new(Seen(one), LeaveAct.Cancel);

    private static LeaveChoice Moved(PutOut one) => new(
        Seen(one), LeaveAct.Move, new MoveWish(one.Suggestion!.Practitioner, one.Suggestion.Slot.StartsAt));

    private async Task<Practitioner> PractitionerAsync(string slug) =>
        (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner(slug)!;

    private async Task<TimeOff> OffAsync(string slug, int from, int until) =>
        new([await PractitionerAsync(slug)], Tuesday.AddHours(from), Tuesday.AddHours(until), "Leave");

    private Task<Block> BlockAsync() => Clinic.LookAsync(context => context.Blocks.AsNoTracking().SingleAsync());

    private Task<List<Appointment>> AppointmentsAsync() =>
        Clinic.LookAsync(context => context.Appointments.AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    private static async Task<string> TimesAsync(Visitor patient) =>
        (await patient.TimesAsync("sports-injury", "aisha-khan", "2026-11-24")).Text;

    private async Task InOrderAsync() => Assert.Empty(
        await Clinic.LookAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow())));
}

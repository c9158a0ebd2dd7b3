using System.Globalization;
using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Reception takes time out of the diary, sees whom it puts out before anything is saved, and settles each of them.</summary>
public sealed class LeaveTests(StaffedClinic clinic) : LeaveClinic(clinic)
{
    [Fact]
    public async Task Where_nobody_is_in_the_way_leave_is_saved_at_once_and_stands_in_the_list_with_its_undo()
    {
        var page = await AskAsync(("Reason", "Other"), ("In other words", "Jury <b>service</b>"));

        Assert.Contains($"Saved Jury <b>service</b>: Amy Patel, {Day.SaidShort()}, all day", page.Text, StringComparison.Ordinal);
        Assert.Contains("Amy Patel: Jury <b>service</b>", page.Text, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync());

        page = await Desk.PressAsync(page, "Undo all of this");
        Assert.Contains("Everything is as it was before.", page.Text, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Everybody_is_one_choice()
    {
        var page = await AskAsync(("Everybody", "all"), ("From", "18:00"), ("Until", "19:00"), ("Reason", "Training"));

        Assert.All(["Amy Patel", "Ella Frost"], name => Assert.Contains(
            $"Training: {name}, {Day.SaidShort()}, 6:00pm to 7:00pm", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leave_over_five_bookings_names_them_first_and_does_with_each_what_was_chosen()
    {
        var five = await FiveAsync();

        var plan = await AskAsync();
        Assert.Equal(HttpStatusCode.OK, plan.Status);
        Assert.Contains("5 appointments are in the way", plan.Text, StringComparison.Ordinal);
        Assert.All(five, a => Assert.Contains(a.Patient.FullName, plan.Text, StringComparison.Ordinal));
        Assert.All(await NowAsync(five), a => Assert.Equal(1, a.Version)); // nothing is done yet

        var saved = await Desk.PressAsync(
            plan, "Save", Chosen(five[3], "Cancel"), Chosen(five[4], "Leave as it is"));

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        Assert.Contains($"Left as they are, in the middle of it: {five[4].Patient.FullName}", saved.Text, StringComparison.Ordinal);
        var after = await NowAsync(five);
        Assert.All(after.Take(3), a => Assert.True(a.Stands && (a.Date != Day || a.PractitionerId != five[0].PractitionerId)));
        Assert.Equal(AppointmentStatus.Cancelled, after[3].Status);
        Assert.Equal((1, five[4].StartsAt), (after[4].Version, after[4].StartsAt));
        Assert.All(after.Take(4), a => Assert.Equal("Robin Receptionist", a.History[^1].Who));
        Assert.Empty(await FaultsAsync());
    }

    [Theory]
    [InlineData("Move all", "Move: ")]
    [InlineData("Cancel all", "Cancel")]
    [InlineData("Leave all as they are", "Leave as it is")]
    public async Task The_same_for_all_of_them_is_one_press_and_saves_nothing_yet(string button, string choice)
    {
        var five = await FiveAsync();

        var plan = await Desk.PressAsync(await AskAsync(), button);

        Assert.Equal(5, Choices(plan).Count);
        Assert.All(Choices(plan), chosen => Assert.StartsWith(choice, chosen, StringComparison.Ordinal));
        Assert.All(await NowAsync(five), a => Assert.Equal(1, a.Version));
    }

    [Fact]
    public async Task Whoever_books_or_changes_something_meanwhile_is_shown_before_anything_is_done()
    {
        var (jo, al) = (await BookAsync("Meanwhile Jo", new(9, 0)), await BookAsync("Meanwhile Al", new(10, 0)));
        var plan = await AskAsync();
        await BookAsync("Late Lou", new(11, 0));
        var desk = Clinic.Services.GetRequiredService<Desk>();
        Assert.Null(await desk.NoteAsync(new Seen(jo.Id, jo.Version), "Bring crutches", "Ruth Desk", default));
        Assert.Null(await desk.CancelAsync(new Seen(al.Id, al.Version), "Ill", "Ruth Desk", default));

        var again = await Desk.PressAsync(plan, "Save", Chosen(jo, "Leave as it is"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Somebody has booked or changed something meanwhile", again.Text, StringComparison.Ordinal);
        Assert.Contains("Late Lou", again.Text, StringComparison.Ordinal);
        Assert.Contains("Just come into the way", again.Text, StringComparison.Ordinal);
        Assert.Contains("Just changed by somebody", again.Text, StringComparison.Ordinal);
        Assert.Contains("1 appointment is in the way no longer.", again.Text, StringComparison.Ordinal);
        Assert.Equal("Leave as it is", Choices(again)[0]); // what was chosen is kept
        Assert.Equal(2, (await NowAsync([jo]))[0].Version);

        Assert.Contains("Saved", (await Desk.PressAsync(again, "Save")).Text, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Of_two_who_save_the_same_leave_the_second_sees_what_the_first_has_done()
    {
        var jo = await BookAsync("Twice Jo", new(9, 0));
        using var other = await Clinic.SignInAsync(StaffRole.Administrator);
        var (mine, theirs) = (await AskAsync(), await other.OpenAsync($"/staff/leave?practitioner=amy-patel&from={Iso(Day)}"));

        var pages = await Task.WhenAll(Desk.PressAsync(mine, "Save"), other.PressAsync(theirs, "Save"));

        Assert.Single(pages, page => page.Status == HttpStatusCode.OK);
        Assert.Single(pages, page => page.Status == HttpStatusCode.Conflict);
        Assert.Equal(2, (await NowAsync([jo]))[0].Version);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Save_pressed_twice_saves_once()
    {
        await BookAsync("Double Jo", new(9, 0));
        var plan = await AskAsync();

        var pages = await Task.WhenAll(Desk.PressAsync(plan, "Save"), Desk.PressAsync(plan, "Save"));

        Assert.All(pages, page => Assert.Contains("Saved", page.Text, StringComparison.Ordinal));
        Assert.Equal(1, await Clinic.RememberAsync(context => context.Blocks.CountAsync(b => b.From == Day.ToDateTime(TimeOnly.MinValue))));
    }

    [Fact]
    public async Task Whoever_leaves_for_good_has_their_bookings_listed_for_reassignment()
    {
        var (june, july) = (await BookAsync("June Jo", new(9, 0)), await BookAsync("July Jo", new(9, 0), Day.AddDays(14)));

        var plan = await Desk.OpenAsync($"/staff/leave?practitioner=amy-patel&from={Iso(Day.AddDays(1))}");

        Assert.DoesNotContain(june.Patient.FullName, plan.Text, StringComparison.Ordinal);
        Assert.Contains(july.Patient.FullName, plan.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("First day", "", "Enter the first day")]
    [InlineData("First day", "31/12/2026", "Enter the first day")]
    [InlineData("First day", "2026-11-20", "That time is over already.")]
    [InlineData("Last day (optional)", "2026-11-20", "Enter a last day that is not before the first, or leave it empty")]
    [InlineData("Last day (optional)", "2199-12-31", "Make it 92 days or less; for longer, change when they work.")]
    [InlineData("From", "09:07", "Enter a time in steps of 5 minutes, like 12:30")]
    [InlineData("From", "nine", "Enter a time in steps of 5 minutes, like 12:30")]
    [InlineData("From", "09:00", "Enter both times, or neither for whole days")]
    [InlineData("Reason", "Other", "Say what it is, in 100 letters or fewer")]
    [InlineData("Again", "Day", "It can come 1 to 60 times.")]
    public async Task What_is_badly_filled_in_is_said_beside_the_field_and_what_was_typed_is_kept(string field, string value, string words)
    {
        var page = await AskAsync(("In other words", ""), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("There is a problem", page.Text, StringComparison.Ordinal);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#who-amy-patel[checked]"));
        Assert.Equal(0, await Clinic.RememberAsync(context => context.Blocks.CountAsync(b => b.From == Day.ToDateTime(TimeOnly.MinValue))));
    }

    [Theory]
    [InlineData("Input.Who", null, HttpStatusCode.BadRequest)]
    [InlineData("Input.Who", "nobody", HttpStatusCode.BadRequest)]
    [InlineData("Input.Reason", "Because", HttpStatusCode.BadRequest)]
    [InlineData("Input.Repeat", "Year", HttpStatusCode.BadRequest)]
    [InlineData("Input.Colour", "red", HttpStatusCode.BadRequest)]
    [InlineData("Choice", "1|1|Delete", HttpStatusCode.BadRequest)]
    [InlineData("Choice", "999999|1|Leave", HttpStatusCode.Conflict)]
    [InlineData("Series", "again", HttpStatusCode.BadRequest)]
    public async Task A_forged_form_saves_nothing(string field, string? value, HttpStatusCode status)
    {
        var form = await Desk.OpenAsync("/staff/leave");

        var page = await Desk.ForgeAsync(
            form,
            "Save",
            [
                .. new (string Name, string? Value)[] { ("Input.Who", "amy-patel"), ("Input.FirstDay", Iso(Day)) }
                    .Where(good => good.Name != field),
                (field, value),
            ]);

        Assert.Equal(status, page.Status);
        Assert.Equal(0, await Clinic.RememberAsync(context => context.Blocks.CountAsync(b => b.From == Day.ToDateTime(TimeOnly.MinValue))));
    }

    [Fact]
    public async Task A_practitioner_leaves_leave_to_reception_and_an_administrator_may_do_it()
    {
        using var practitioner = await Clinic.SignInAsync(StaffRole.Practitioner);
        using var administrator = await Clinic.SignInAsync(StaffRole.Administrator);
        using var stranger = Clinic.Visit();

        Assert.Equal(HttpStatusCode.Forbidden, (await practitioner.OpenAsync("/staff/leave")).Status);
        Assert.DoesNotContain("Leave", (await practitioner.OpenAsync("/staff/day")).Document.QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/staff/sign-in", (await stranger.OpenAsync("/staff/leave")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await administrator.OpenAsync("/staff/leave")).Status);
    }

    [Fact]
    public async Task One_of_a_series_or_the_rest_of_it_is_removed_from_the_list()
    {
        var page = await AskAsync(("From", "12:00"), ("Until", "12:30"), ("Reason", "Lunch"), ("Again", "Week"), ("How often, if again", "3"));
        Assert.Equal(3, await StandingAsync());

        page = await Desk.PressAsync(page, $"Remove: Lunch, Amy Patel, {Day.AddDays(7).SaidShort()}, 12:00pm to 12:30pm");
        Assert.Equal(2, await StandingAsync());

        page = await Desk.PressAsync(page, "Put it back");
        Assert.Contains("Blocked again.", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, await StandingAsync());

        await Desk.PressAsync(page, $"Remove this and the rest of the series (3): Lunch, Amy Patel, {Day.SaidShort()}, 12:00pm to 12:30pm");
        Assert.Equal(0, await StandingAsync());
        Assert.Empty(await FaultsAsync());

        Task<int> StandingAsync()
        {
            var from = Day.ToDateTime(TimeOnly.MinValue);
            return Clinic.RememberAsync(context => context.Blocks.CountAsync(
                b => b.RemovedAt == null && b.Reason == "Lunch" && b.From >= from && b.From < from.AddDays(20)));
        }
    }

    [Fact]
    public async Task Another_place_than_the_first_can_be_chosen()
    {
        var booked = await BookAsync("Choosy Cho", new(9, 0));
        var plan = await AskAsync(("From", "08:00"), ("Until", "11:00"));
        var other = plan.Document.QuerySelectorAll("select[name=Choice] option")
            .Select(option => option.TextContent).Where(words => words.StartsWith("Move", StringComparison.Ordinal)).ElementAt(1);
        Assert.DoesNotContain("Amy Patel", other, StringComparison.Ordinal);

        await Desk.PressAsync(plan, "Save", Chosen(booked, other));

        Assert.NotEqual(booked.PractitionerId, (await Clinic.ReadAsync(booked.Id))!.PractitionerId);
        Assert.Empty(await FaultsAsync());
    }

    private async Task<IReadOnlyList<Appointment>> FiveAsync()
    {
        var five = new List<Appointment>();
        foreach (var name in (string[])["Ann", "Bea", "Cat", "Dee", "Eve"])
        {
            five.Add(await BookAsync($"{name} Five", new TimeOnly(8, 0).AddMinutes(45 * five.Count)));
        }

        return five;
    }

    private async Task<IReadOnlyList<Appointment>> NowAsync(IReadOnlyList<Appointment> earlier)
    {
        var now = new List<Appointment>();
        foreach (var appointment in earlier)
        {
            now.Add((await Clinic.ReadAsync(appointment.Id))!);
        }

        return now;
    }

    private static List<string> Choices(Page plan) =>
        [.. plan.Document.QuerySelectorAll("select[name=Choice] option[selected]").Select(option => option.TextContent)];

    // The label of a choice, said to a screen reader with the patient's name and the time.
    private static (string Field, string Value) Chosen(Appointment appointment, string choice) =>
        (string.Create(CultureInfo.InvariantCulture, $"What to do with {appointment.Patient.FullName}, {appointment.StartsAt.Said()}"), choice);
}

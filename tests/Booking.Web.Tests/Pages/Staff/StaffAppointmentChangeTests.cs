using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The desk moves, marks, notes and restores an appointment without the diary's screen and without JavaScript.</summary>
public sealed class StaffAppointmentChangeTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task The_desk_moves_an_appointment_and_the_history_says_from_where_to_where()
    {
        var (desk, _) = await clinic.SignInAsync(await clinic.EmployAsync("Rita Mover", StaffRole.Receptionist));
        var booked = await clinic.BookAsync("Move Mo", new(9, 0));

        var page = await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Move", ("Time", "10:30"));

        desk.Dispose();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("10:30am", page.Text, StringComparison.Ordinal);
        Assert.Contains("Moved, by Rita Mover", page.Text, StringComparison.Ordinal);
        Assert.Contains("9:00am, Amy Patel to", page.Text, StringComparison.Ordinal);
        var moved = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal(new TimeOnly(10, 30), moved.Start);
        await clinic.BookAsync("There Theo", new(9, 0), "07700 900998");
        await clinic.TidyAsync(moved);
    }

    [Fact]
    public async Task The_last_change_is_taken_back_while_it_is_fresh_and_not_by_whoever_has_not_seen_it()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Undo Ulf", new(15, 0), "07700 900996");
        var first = await desk.OpenAsync(Address(booked));
        Assert.DoesNotContain("Undo the last change", first.Text, StringComparison.Ordinal); // it was the patient who booked

        var moved = await desk.PressAsync(first, "Move", ("Minutes", "60"));
        Assert.Contains("3:00pm, Amy Patel, 45 minutes to Tue 24 Nov, 3:00pm, Amy Patel, 60 minutes", moved.Text, StringComparison.Ordinal);
        await desk.PressAsync(moved, "Save note", ("Note", "Rings twice"));
        Assert.Equal(HttpStatusCode.Conflict, (await desk.PressAsync(moved, "Undo the last change")).Status);
        var undone = await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Undo the last change");

        Assert.Contains("Undone: Note changed", undone.Text, StringComparison.Ordinal);
        var now = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((null, 60), (now.Note, now.Minutes));
        clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.DoesNotContain("Undo the last change", (await desk.OpenAsync(Address(booked))).Text, StringComparison.Ordinal);
        await clinic.TidyAsync(now);
    }

    [Fact]
    public async Task A_move_onto_somebody_says_who_is_there_and_keeps_what_was_typed()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Clash Clara", new(11, 0));
        var there = await clinic.BookAsync("There Tess", new(13, 0), "07700 900997");

        var page = await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Move", ("Time", "13:15"), ("Minutes", "30"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("There Tess is there, 1:00pm to 1:45pm.", page.Text, StringComparison.Ordinal);
        Assert.Equal(("13:15", "30"), (page.Typed("Move.Start"), page.Typed("Move.Minutes")));
        Assert.Equal(new TimeOnly(11, 0), (await clinic.ReadAsync(booked.Id))!.Start);
        await clinic.TidyAsync(booked);
        await clinic.TidyAsync(there);
    }

    [Theory]
    [InlineData("Minutes", "7", "Make it 5 to 480 minutes long, in steps of 5.")]
    [InlineData("Minutes", "4", "Enter a length of 5 to 480 minutes")]
    [InlineData("Time", "", "Enter a time")]
    [InlineData("Time", "06:00", "Amy Patel does not work then.")]
    [InlineData("Day", "2026-11-01", "That time is over.")]
    [InlineData("Day", "2026-12-25", "The clinic is closed on that day: Christmas Day.")]
    [InlineData("With", "dan-osei", null)]
    public async Task What_cannot_be_is_refused_with_the_reason(string field, string value, string? words)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Refuse Rae", new(8, 0));

        var page = await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Move", (field, value));

        Assert.Contains(words ?? "Dan Osei", page.Text, StringComparison.Ordinal);
        var now = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal(words is not null, now.State == booked.State);
        await clinic.TidyAsync(now);
    }

    [Fact]
    public async Task Past_the_rules_goes_only_who_has_the_right_and_says_why()
    {
        using var receptionist = await clinic.SignInAsync(StaffRole.Receptionist);
        using var administrator = await clinic.SignInAsync(StaffRole.Administrator);
        var booked = await clinic.BookAsync("Double Di", new(14, 0));
        var there = await clinic.BookAsync("Double Dot", new(15, 0), "07700 900996");

        var hidden = await receptionist.OpenAsync(Address(booked));
        Assert.Null(hidden.Document.QuerySelector("[name='Move.Overrule']"));
        var forged = await receptionist.ForgeAsync(hidden, "Move", ("Move.Start", "15:00"), ("Move.Overrule", "Please"));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);

        var page = await administrator.PressAsync(
            await administrator.OpenAsync(Address(booked)), "Move", ("Time", "15:00"), ("Past the rules, because", "In great pain"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Double booking", page.Text, StringComparison.Ordinal);
        Assert.Contains("In great pain", page.Text, StringComparison.Ordinal);
        var moved = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((1, new TimeOnly(15, 0)), (moved.Lane, moved.Start));
        await clinic.TidyAsync(moved);
        await clinic.TidyAsync(there);
    }

    [Fact]
    public async Task A_note_is_kept_as_it_was_typed_and_can_be_emptied()
    {
        const string Typed = "<b>Ring first</b> 🦴 שלום & \"Zoë\"";
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Note Nell", new(9, 45));

        var page = await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Save note", ("Note", Typed));
        Assert.Equal(Typed, page.Document.QuerySelector("[name=Note]")!.TextContent.Trim());

        page = await desk.PressAsync(page, "Save note", ("Note", new string('x', 501)));
        Assert.Contains("Write 500 letters or fewer", page.Text, StringComparison.Ordinal);
        Assert.Equal(Typed, (await clinic.ReadAsync(booked.Id))!.Note);

        await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Save note", ("Note", " "));
        var emptied = (await clinic.ReadAsync(booked.Id))!;
        Assert.Null(emptied.Note);
        await clinic.TidyAsync(emptied);
    }

    [Fact]
    public async Task What_was_cancelled_is_restored_while_its_time_is_free_and_not_onto_somebody()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Back Bea", new(10, 0));
        await clinic.TidyAsync(booked);

        await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Restore this appointment");
        var restored = (await clinic.ReadAsync(booked.Id))!;
        Assert.True(restored.Stands);

        await clinic.TidyAsync(restored);
        var there = await clinic.BookAsync("Quick Quinn", new(10, 0), "07700 900995");
        var page = await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Restore this appointment");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Quick Quinn is there", page.Text, StringComparison.Ordinal);
        Assert.False((await clinic.ReadAsync(booked.Id))!.Stands);
        await clinic.TidyAsync(there);
    }

    [Fact]
    public async Task Marks_come_with_their_time_and_a_practitioner_marks_in_their_own_column_only()
    {
        var booked = await clinic.BookAsync("Mark Max", new(13, 45));
        using (var ben = (await clinic.SignInAsync(await clinic.EmployAsync("Ben Howard", StaffRole.Practitioner, "ben-howard"))).Visitor)
        {
            Assert.Empty((await ben.OpenAsync(Address(booked))).Document.QuerySelectorAll("button[name=Status]"));
        }

        var (amy, _) = await clinic.SignInAsync(await clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel"));
        var page = await amy.OpenAsync(Address(booked));
        Assert.Contains("Confirmed", Marks(page), StringComparison.Ordinal);
        Assert.DoesNotContain("DidNotAttend", Marks(page), StringComparison.Ordinal);
        var forged = await amy.ForgeAsync(page, "Mark confirmed", ("Status", "DidNotAttend"));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);

        page = await amy.PressAsync(page, "Mark confirmed");

        Assert.Contains("Marked, by Amy Patel", page.Text, StringComparison.Ordinal);
        var marked = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal(AppointmentStatus.Confirmed, marked.Status);
        amy.Dispose();
        await clinic.TidyAsync(marked);

        static string Marks(Page page) =>
            string.Join(' ', page.Document.QuerySelectorAll("button[name=Status]").Select(button => button.GetAttribute("value")));
    }

    private static string Address(Appointment appointment) => $"/staff/appointment/{appointment.Id}";
}

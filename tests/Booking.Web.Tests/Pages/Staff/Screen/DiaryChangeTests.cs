using System.Globalization;
using System.Net;
using System.Text.Json;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Changes from the diary's screen: what is done is said with its undo, what is not is said with the reason.</summary>
public sealed class DiaryChangeTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task An_appointment_goes_to_a_colleague_and_comes_back_by_undo()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Move Mona", new(13, 0));

        var (status, answer) = await desk.ChangeAsync("Move", [.. Seen(booked), ("Practitioner", "ben-howard"), ("Start", "2026-11-24T13:30")]);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Moved to Ben Howard, Tue 24 Nov at 1:30pm", answer.Text("done"));
        Assert.Equal(60, answer.GetProperty("undoSeconds").GetInt32());
        var moved = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal(("Ben Howard", new TimeOnly(13, 30)), (moved.Practitioner.FullName, moved.Start));
        await TellsWhatTheDiaryTellsAsync(answer);
        var undo = Assert.Single(answer.GetProperty("undo").EnumerateArray());
        Assert.Equal((moved.Id, moved.Version), (undo.GetProperty("id").GetInt32(), undo.GetProperty("version").GetInt32()));

        var (undone, told) = await desk.ChangeAsync("Undo", ("Changes", $"{moved.Id}:{moved.Version}"));

        Assert.Equal(HttpStatusCode.OK, undone);
        await TellsWhatTheDiaryTellsAsync(told);
        var back = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal(("Amy Patel", new TimeOnly(13, 0)), (back.Practitioner.FullName, back.Start));
        await clinic.TidyAsync(back);

        // To the letter: the screen then need not draw it again.
        async Task TellsWhatTheDiaryTellsAsync(JsonElement answer) => Assert.Equal(
            (await desk.DiaryAsync("from=2026-11-24")).Appointment(booked.Id).GetRawText(),
            Assert.Single(answer.GetProperty("now").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task Where_an_appointment_is_now_is_told_though_it_is_on_no_day_that_is_shown()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Practitioner);
        var booked = await clinic.BookAsync("Where Wanda", new DateOnly(2026, 12, 8), new(10, 0));

        var now = Assert.Single((await desk.JsonAsync($"/staff/diary/now?id={booked.Id}")).EnumerateArray());

        Assert.Equal(("2026-12-08T10:00", false), (now.Text("start"), now.GetProperty("mayChange").GetBoolean()));
        Assert.Empty((await desk.JsonAsync("/staff/diary/now?id=999999")).EnumerateArray());
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task What_is_only_made_longer_is_not_said_to_be_moved()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Longer Lena", new(14, 0));

        var (_, answer) = await desk.ChangeAsync(
            "Move", [.. Seen(booked), ("Practitioner", "amy-patel"), ("Start", "2026-11-24T14:00"), ("Minutes", "60")]);

        Assert.Equal("Now ends 3:00pm, 60 minutes", answer.Text("done"));
        await clinic.TidyAsync((await clinic.ReadAsync(booked.Id))!);
    }

    [Fact]
    public async Task A_conflict_says_who_is_in_the_way_and_whether_it_may_be_overruled()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var head = await clinic.SignInAsync(StaffRole.Administrator);
        var there = await clinic.BookAsync("There Thea", new(9, 0));
        var booked = await clinic.BookAsync("Clash Cleo", new(10, 0), "07700 900555");
        (string, string?)[] wish = [.. Seen(booked), ("Practitioner", "amy-patel"), ("Start", "2026-11-24T09:15")];

        var (status, answer) = await desk.ChangeAsync("Move", wish);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("There Thea is there, 9:00am to 9:45am.", answer.Text("refusal"));
        Assert.Equal("taken", answer.Text("kind"));
        Assert.False(answer.GetProperty("canOverrule").GetBoolean());

        (_, answer) = await head.ChangeAsync("Move", wish);
        Assert.True(answer.GetProperty("canOverrule").GetBoolean());
        (status, _) = await desk.ChangeAsync("Move", [.. wish, ("Overrule", "She insists")]);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        (status, _) = await head.ChangeAsync("Move", [.. wish, ("Overrule", "She insists")]);
        Assert.Equal(HttpStatusCode.OK, status);

        var shown = (await desk.DiaryAsync("from=2026-11-24")).Appointment(booked.Id);
        Assert.Equal((1, "She insists"), (shown.GetProperty("lane").GetInt32(), shown.Text("overruled")));
        await clinic.TidyAsync(there);
        await clinic.TidyAsync((await clinic.ReadAsync(booked.Id))!);
    }

    [Fact]
    public async Task Arrived_noted_cancelled_and_restored()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Steps Stella", new DateOnly(2026, 11, 23), new(15, 0));

        await DoesAsync("Mark", "Arrived", 1, ("Status", "Arrived"));
        await DoesAsync("Mark", "Booked", 2, ("Status", "Booked"));
        await DoesAsync("Note", "Note kept", 3, ("Note", "Rings before she comes"));
        await DoesAsync("Cancel", "Cancelled", 4, ("Reason", "Has a cold"));
        await DoesAsync("Restore", "Restored", 5);

        var last = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((AppointmentStatus.Booked, "Rings before she comes"), (last.Status, last.Note));
        await clinic.TidyAsync(last);

        async Task DoesAsync(string handler, string done, int version, params (string, string?)[] fields)
        {
            var (status, answer) = await desk.ChangeAsync(
                handler, [("Id", $"{booked.Id}"), ("Version", version.ToString(CultureInfo.InvariantCulture)), .. fields]);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(done, answer.Text("done"));
        }
    }

    [Fact]
    public async Task Who_has_arrived_twice_has_arrived_once_and_there_is_nothing_to_take_back()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Twice Tilda", new DateOnly(2026, 11, 23), new(14, 0));
        await desk.ChangeAsync("Mark", [.. Seen(booked), ("Status", "Arrived")]);
        var arrived = (await clinic.ReadAsync(booked.Id))!;

        var (status, answer) = await desk.ChangeAsync("Mark", [.. Seen(arrived), ("Status", "Arrived")]);

        Assert.Equal((HttpStatusCode.OK, "Arrived"), (status, answer.Text("done")));
        Assert.Empty(answer.GetProperty("undo").EnumerateArray());
        var still = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((arrived.Version, arrived.History.Count), (still.Version, still.History.Count));
    }

    [Fact]
    public async Task Nobody_has_missed_what_has_not_begun()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Early Edda", new(11, 0));

        var (status, answer) = await desk.ChangeAsync("Mark", [.. Seen(booked), ("Status", "DidNotAttend")]);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("This appointment has not begun yet.", answer.Text("refusal"));
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_overwritten()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var other = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Stale Stina", new(14, 0));
        await other.ChangeAsync("Note", [.. Seen(booked), ("Note", "First")]);

        var (status, answer) = await desk.ChangeAsync("Note", [.. Seen(booked), ("Note", "Second")]);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("changed", answer.Text("kind"));
        var kept = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal("First", kept.Note);
        Assert.Equal("First", Assert.Single(answer.GetProperty("now").EnumerateArray()).Text("note"));
        await clinic.TidyAsync(kept);
    }

    [Theory]
    [InlineData("Move", "Start", "Start", "never")]
    [InlineData("Move", "Start", "Start", "0001-01-01T00:00")]
    [InlineData("Move", "Practitioner", "Practitioner", "nobody")]
    [InlineData("Move", "Treatment", "Treatment", "nothing")]
    [InlineData("Cancel", "Reason", "Reason", "")]
    [InlineData("Mark", "Status", "Status", "Lost")]
    [InlineData("Mark", "Status", "Status", "77")]
    [InlineData("Mark", "Version", "Version", "one")]
    [InlineData("Undo", "Changes", "Changes", "all")]
    public async Task What_is_badly_filled_in_is_said_beside_its_field(string handler, string wrong, string field, string value)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Bad Bea", new(15, 0));
        var good = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, text) in handler == "Undo" ? [] : Seen(booked))
        {
            good[name] = text;
        }

        if (handler == "Move")
        {
            (good["Practitioner"], good["Start"]) = ("amy-patel", "2026-11-24T15:15");
        }

        good[field] = value;
        var (status, answer) = await desk.ChangeAsync(handler, [.. good.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("bad", answer.Text("kind"));
        Assert.Contains(wrong, answer.GetProperty("fields").EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, (await clinic.ReadAsync(booked.Id))!.Version);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task A_field_that_no_form_has_is_refused()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Field Fleur", new(8, 0));

        var (status, _) = await desk.ChangeAsync("Note", [.. Seen(booked), ("Note", "x"), ("PricePence", "0")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Null((await clinic.ReadAsync(booked.Id))!.Note);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task A_practitioner_changes_their_own_column_and_only_reads_the_others()
    {
        var (amy, _) = await clinic.SignInAsync(await clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel"));
        var (ben, _) = await clinic.SignInAsync(await clinic.EmployAsync("Ben Howard", StaffRole.Practitioner, "ben-howard"));
        var booked = await clinic.BookAsync("Column Cora", new(12, 30));

        Assert.Equal(HttpStatusCode.OK, (await amy.ChangeAsync("Note", [.. Seen(booked), ("Note", "Mine")])).Status);
        var noted = (await clinic.ReadAsync(booked.Id))!;
        foreach (var (handler, fields) in All(noted))
        {
            var (status, answer) = await ben.ChangeAsync(handler, fields);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Equal("forbidden", answer.Text("kind"));
        }

        var (away, _) = await amy.ChangeAsync("Move", [.. Seen(noted), ("Practitioner", "ben-howard"), ("Start", "2026-11-24T13:30")]);
        Assert.Equal(HttpStatusCode.Forbidden, away);
        Assert.Equal(noted.Version, (await clinic.ReadAsync(booked.Id))!.Version);
        amy.Dispose();
        ben.Dispose();
        await clinic.TidyAsync(noted);
    }

    [Fact]
    public async Task A_stranger_changes_nothing()
    {
        using var stranger = clinic.Visit();
        var booked = await clinic.BookAsync("Strange Sven", new(10, 45));

        foreach (var (handler, fields) in All(booked))
        {
            using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value!)));
            using var answer = await stranger.Client.PostAsync(new Uri($"/staff/diary/change?handler={handler}", UriKind.Relative), content);
            Assert.Equal("/staff/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);
        }

        Assert.Equal(1, (await clinic.ReadAsync(booked.Id))!.Version);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_changed()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Token Tove", new(14, 45));

        using var content = new FormUrlEncodedContent([new("Id", $"{booked.Id}"), new("Version", "1"), new("Note", "Forged")]);
        using var answer = await desk.Client.PostAsync(new Uri("/staff/diary/change?handler=Note", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await clinic.ReadAsync(booked.Id))!.Note);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_changed()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var (status, answer) = await desk.ChangeAsync("Note", ("Id", "999999"), ("Version", "1"), ("Note", "x"));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("There is no such appointment.", answer.Text("refusal"));
    }

    private static (string Name, string? Value)[] Seen(Appointment appointment) =>
        [("Id", $"{appointment.Id}"), ("Version", $"{appointment.Version}")];

    private static IEnumerable<(string Handler, (string Name, string? Value)[] Fields)> All(Appointment appointment) =>
    [
        ("Move", [.. Seen(appointment), ("Practitioner", "ben-howard"), ("Start", "2026-11-24T13:30")]),
        ("Mark", [.. Seen(appointment), ("Status", "Confirmed")]),
        ("Cancel", [.. Seen(appointment), ("Reason", "Because")]),
        ("Restore", Seen(appointment)),
        ("Note", [.. Seen(appointment), ("Note", "Theirs")]),
        ("Undo", [("Changes", $"{appointment.Id}:{appointment.Version}")]),
    ];
}

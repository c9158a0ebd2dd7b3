using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A patient books a real time, from the first page to the last.</summary>
public sealed class BookingTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task A_patient_with_a_sports_injury_books_in_three_steps_and_two_fields()
    {
        using var jo = Clinic.Visit();

        var treatments = await jo.OpenAsync("/book");
        var times = await jo.FollowAsync(treatments, "Sports injury");
        var details = await jo.PressAsync(times, "11:00am");
        var booked = await jo.PressAsync(
            details, "Book this appointment", ("Full name", "Jo Bloggs"), ("Mobile number", "07700 900123"));

        Assert.Contains("Next: Mon 23 Nov 11:00am", treatments.Text, StringComparison.Ordinal);
        Assert.Contains("You are booked", booked.Text, StringComparison.Ordinal);
        Assert.Equal("Monday 23 November 2026 11:00am", booked.When());
        Assert.Equal("Jo Bloggs", booked.Fact("Who"));
        Assert.Equal("Sports injury, 45 minutes, £58", booked.Fact("What"));
        Assert.Contains("Tower Road, Dartford", booked.Fact("Where"), StringComparison.Ordinal);
        Assert.Contains("What to bring", booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_booked_is_kept_whole_with_its_claims_texts_and_history()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "ben-howard", "acupuncture");

        var booked = await Clinic.LookAsync(context => context.Appointments
            .Include(a => a.Patient).Include(a => a.Practitioner).Include(a => a.Room).Include(a => a.Messages)
            .Include(a => a.History).SingleAsync());
        var claims = await Clinic.LookAsync(context => context.DiaryClaims.ToListAsync());

        Assert.Equal(("Jo Bloggs", "+447700900123"), (booked.Patient.FullName, booked.Patient.Telephone));
        Assert.Equal(("Ben Howard", "Quiet room"), (booked.Practitioner.FullName, booked.Room!.Name));
        Assert.Equal((new DateTime(2026, 11, 24, 9, 0, 0), 30, 10, 5800), (booked.StartsAt, booked.Minutes, booked.TurnaroundMinutes, booked.PricePence));
        Assert.True(booked is { Status: AppointmentStatus.Booked, Version: 1, FirstVisit: true, RedFlagVersion: null });
        Assert.Equal(new DateTime(2026, 11, 23, 7, 0, 0, DateTimeKind.Utc), booked.BookedAt);
        Assert.Equal([MessageKind.Confirmation, MessageKind.Reminder], booked.Messages.Select(message => message.Kind).Order());
        Assert.Equal("Booked online", Assert.Single(booked.History).What);
        Assert.Equal(
            booked.Claims().Select(claim => (claim.Resource, claim.Tick, claim.Owner)).Order(),
            claims.Select(claim => (claim.Resource, claim.Tick, claim.Owner)).Order());
        Assert.Equal("0 holds", (await Clinic.TallyAsync()).Split(", ")[2]);
    }

    [Fact]
    public async Task Somebody_with_back_pain_passes_the_safety_questions_and_their_wording_is_kept_with_the_appointment()
    {
        using var jo = Clinic.Visit();

        var questions = await jo.OpenAsync("/book/sciatica-first-visit");
        var times = await jo.PressAsync(questions, "Continue", ("None of these", "None"));
        var details = await jo.PressAsync(times, "11:00am");
        var version = await Clinic.LookAsync(context => context.RedFlagWordings.MaxAsync(wording => wording.Version));
        await Clinic.NewWordingAsync("Something new");
        await jo.ConfirmAsync(details);

        Assert.EndsWith("/check", questions.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(version, await Clinic.LookAsync(context => context.Appointments.Select(a => a.RedFlagVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_follow_up_is_booked_from_an_opened_appointment_without_typing_anything()
    {
        using var jo = Clinic.Visit();
        var first = await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo("2026-11-24 10:00");
        await jo.ComeBackAsync(Clinic, first);

        var treatments = await jo.OpenAsync("/book");
        var details = await jo.HoldAsync("2026-12-01 09:00", "aisha-khan", "sports-follow-up");
        var booked = await jo.PressAsync(details, "Book this appointment");

        Assert.Contains("Sports injury, follow-up", treatments.Text, StringComparison.Ordinal);
        Assert.Contains("Booking for Jo Bloggs", details.Text, StringComparison.Ordinal);
        Assert.Empty(details.Document.QuerySelectorAll("main input:not([type=hidden])"));
        Assert.Equal("Tuesday 1 December 2026 9:00am", booked.When());
        Assert.Equal(1, await Clinic.LookAsync(context => context.Patients.CountAsync()));
        Assert.Equal([true, false], await Clinic.LookAsync(context =>
            context.Appointments.OrderBy(a => a.Id).Select(a => a.FirstVisit).ToListAsync()));
    }

    [Fact]
    public async Task A_follow_up_waits_until_the_first_visit_has_begun()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");

        var treatments = await jo.OpenAsync("/book");

        Assert.DoesNotContain("follow-up", treatments.Document.QuerySelector("ul.cards")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_children_on_one_mobile_the_parent_says_whose_follow_up_it_is()
    {
        using var mother = Clinic.Visit();
        var anns = await mother.BookAsync("2026-11-24 09:00", name: "Ann Child");
        var zeds = await mother.BookAsync("2026-11-24 09:45", name: "Zed Child");
        Clinic.WindTo("2026-11-24 10:30");
        await mother.ComeBackAsync(Clinic, anns);
        await mother.ComeBackAsync(Clinic, zeds);
        var details = await mother.HoldAsync("2026-12-01 09:00", "aisha-khan", "sports-follow-up");

        var unsaid = await mother.PressAsync(details, "Book this appointment");
        var booked = await mother.PressAsync(unsaid, "Book this appointment", ("Ann Child", "on"));

        Assert.Equal(HttpStatusCode.BadRequest, unsaid.Status);
        Assert.Equal("Choose who the appointment is for", unsaid.Document.GetElementById("For-error")!.TextContent);
        Assert.Equal("For-error", unsaid.Document.GetElementById("For")!.GetAttribute("aria-describedby"));
        Assert.Equal("Ann Child", booked.Fact("Who"));
    }

    [Fact]
    public async Task Whose_follow_up_it_is_need_not_be_said_again_when_the_time_has_gone()
    {
        using var mother = Clinic.Visit();
        using var quicker = Clinic.Visit();
        var anns = await mother.BookAsync("2026-11-24 09:00", name: "Ann Child");
        var zeds = await mother.BookAsync("2026-11-24 09:45", name: "Zed Child");
        Clinic.WindTo("2026-11-24 10:30");
        await mother.ComeBackAsync(Clinic, anns);
        await mother.ComeBackAsync(Clinic, zeds);
        var details = await mother.HoldAsync("2026-12-01 09:00", "aisha-khan", "sports-follow-up");
        Clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        await quicker.BookAsync("2026-12-01 09:00", name: "Al Bell", mobile: "07700 900456");

        var gone = await mother.PressAsync(details, "Book this appointment", ("Ann Child", "on"));
        var switched = await mother.PressAsync(gone, "9:00am Tue 1 Dec, Ben");
        var booked = await mother.PressAsync(switched, "Book this appointment");

        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        Assert.Equal(("Ann Child", "Ben Howard"), (booked.Fact("Who"), booked.Fact("With")));
    }

    [Fact]
    public async Task Whoever_books_with_a_known_number_and_a_like_name_sees_what_they_typed()
    {
        using var jo = Clinic.Visit();
        using var stranger = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", name: "Séan O'Málley");

        var booked = await stranger.BookAsync("2026-11-24 11:00", name: "sean omalley");

        Assert.Equal("sean omalley", booked.Fact("Who"));
        Assert.Equal(1, await Clinic.LookAsync(context => context.Patients.CountAsync()));
    }

    [Fact]
    public async Task A_stranger_is_not_shown_follow_ups()
    {
        using var stranger = Clinic.Visit();

        var treatments = await stranger.OpenAsync("/book");
        var sentAway = await stranger.OpenAsync("/book/sports-follow-up");

        Assert.DoesNotContain("follow-up", treatments.Document.QuerySelector("ul.cards")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/book", sentAway.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("/book/no-such-treatment")]
    [InlineData("/book/sports-by-phone")]
    [InlineData("/book/sports-by-phone/check")]
    [InlineData("/book/details/00000000000000000000000000")]
    [InlineData("/book/details/1")]
    public async Task What_cannot_be_booked_has_no_page(string address)
    {
        using var stranger = Clinic.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(address)).Status);
    }

    [Theory]
    [InlineData("Siobhán O'Brien-D’Arcy")]
    [InlineData("Zoë")]
    [InlineData("李")]
    [InlineData("<b>x</b>")]
    [InlineData("Maximiliana Bartholomea Featherstonehaugh-Cholmondeley-Smith")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task A_name_is_kept_and_shown_exactly_as_it_was_typed(string name)
    {
        using var patient = Clinic.Visit();

        var booked = await patient.BookAsync("2026-11-24 09:00", name: name);

        Assert.Equal(name, booked.Fact("Who"));
        Assert.Null(booked.Document.QuerySelector("dd b"));
        Assert.Equal(name, await Clinic.LookAsync(context => context.Patients.Select(p => p.FullName).SingleAsync()));
    }

    [Theory]
    [InlineData("01322 275402")]
    [InlineData("07011 123456")]
    public async Task Whoever_gives_a_number_that_cannot_be_texted_books_and_is_told_so(string telephone)
    {
        using var patient = Clinic.Visit();

        var details = await patient.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var asked = await patient.ConfirmAsync(details, mobile: telephone);

        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Equal(
            "We cannot send texts to this number. Give a mobile, or tick that we may ring you",
            asked.Document.GetElementById("Input_Mobile-error")!.TextContent);
        Assert.Equal(telephone, asked.Typed("Input.Mobile"));
        Assert.Equal(0, await Clinic.LookAsync(context => context.Appointments.CountAsync()));

        var booked = await patient.PressAsync(
            asked, "Book this appointment", ("Book with this number. I get no texts: ring me if anything changes", "true"));

        Assert.StartsWith("/appointment/", booked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains($"We cannot text the number you gave, which ends {telephone[^4..]}.", booked.Text, StringComparison.Ordinal);
        Assert.Contains("we ring you", booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_mistyped_their_number_reads_how_it_ends_and_what_to_do()
    {
        using var patient = Clinic.Visit();

        var booked = await patient.ConfirmAsync(await patient.HoldAsync("2026-11-24 09:00", "aisha-khan"), mobile: "07700 900132");

        Assert.Contains("We text the number ending 0132 to confirm", booked.Text, StringComparison.Ordinal);
        Assert.Contains("Not your number? Ring us on 01322 275 402.", booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_asked_about_a_landline_and_gives_a_mobile_after_all_gets_texts()
    {
        using var patient = Clinic.Visit();
        var asked = await patient.ConfirmAsync(await patient.HoldAsync("2026-11-24 09:00", "aisha-khan"), mobile: "01322 275402");

        var booked = await patient.PressAsync(asked, "Book this appointment", ("Mobile number", "07700 900123"));

        Assert.Contains("We text the number ending 0123 to confirm", booked.Text, StringComparison.Ordinal);
    }
}

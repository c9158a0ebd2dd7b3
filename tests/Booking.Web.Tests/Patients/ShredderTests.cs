using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic forgets who somebody was when it has kept it long enough, and not a day sooner.</summary>
public sealed class ShredderTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task Eight_years_after_the_last_visit_a_patient_is_nobody_and_the_appointment_still_counts()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", treatment: "sciatica-first-visit", name: "Marmaduke Featherstonehaugh");
        await Clinic.ChangeAsync(context => context.Messages.ExecuteUpdateAsync(row => row
            .SetProperty(message => message.To, "+447700900123").SetProperty(message => message.Said, "Dear Marmaduke")));
        Clinic.WindTo("2034-11-23 12:00");
        await ShredAsync();
        Assert.Equal("Marmaduke Featherstonehaugh", await NameAsync());

        Clinic.WindTo("2034-11-24 12:00");
        await ShredAsync();

        var patient = await Clinic.LookAsync(context => context.Patients.SingleAsync());
        var appointment = await Clinic.LookAsync(context => context.Appointments.Include(a => a.Messages).SingleAsync());
        Assert.Equal(("Removed", "REMOVED", null), (patient.FullName, patient.FoldedName, patient.Email));
        Assert.False(Telephone.Parse(patient.Telephone).IsTextable);
        Assert.NotEqual(Patient.RecognisedBy(PersonName.Parse("Marmaduke Featherstonehaugh"), Telephone.Parse("07700 900123")), patient.Recognition);
        Assert.Equal(("Removed", null, 1), (appointment.BookedAs, appointment.Email, appointment.RedFlagVersion));
        Assert.Equal("2026-11-24 09:00", $"{appointment.StartsAt:yyyy-MM-dd HH:mm}");
        Assert.All(appointment.Messages, message => Assert.Equal((null, null), (message.To, message.Said)));
    }

    [Fact]
    public async Task A_screen_that_has_shown_somebody_shows_nobody_afterwards()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo("2034-11-24 12:00");
        Assert.Equal("Jo Bloggs", await ShownAsync());

        await ShredAsync();

        Assert.Equal("Removed", await ShownAsync());

        async Task<string> ShownAsync() => (await Clinic.Services.GetRequiredService<DiaryScreen>()
            .ReadAsync(new DiaryWish(new(new DateOnly(2026, 11, 24), 1)), default))!.Visits.Single().FullName;
    }

    [Fact]
    public async Task Each_visit_keeps_a_patient_for_another_eight_years()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo("2030-11-25 07:00");
        using var again = Clinic.Visit();
        await again.BookAsync("2030-11-26 09:00");

        Clinic.WindTo("2038-11-25 12:00");
        await ShredAsync();
        Assert.Equal("Jo Bloggs", await NameAsync());

        Clinic.WindTo("2038-11-26 12:00");
        await ShredAsync();
        Assert.Equal("Removed", await NameAsync());
    }

    [Theory]
    [InlineData("2010-11-25", "2035-11-24 12:00", "Jo Bloggs")] // sixteen at the visit, twenty-five tomorrow
    [InlineData("2010-11-25", "2035-11-25 12:00", "Removed")]
    [InlineData("1980-11-25", "2034-11-24 12:00", "Removed")]
    public async Task Whoever_came_as_a_child_is_kept_until_they_are_twenty_five(string born, string now, string name)
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        var birthday = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture);
        await Clinic.ChangeAsync(async context =>
            context.Entry(await context.Patients.SingleAsync()).Property(p => p.DateOfBirth).CurrentValue = birthday);

        Clinic.WindTo(now);
        await ShredAsync();

        Assert.Equal(name, await NameAsync());
    }

    [Fact]
    public async Task Whoever_booked_and_never_came_is_forgotten_a_year_later()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");
        await jo.PressAsync(booked, "Yes, cancel it");

        Clinic.WindTo("2027-11-23 12:00");
        await ShredAsync();
        Assert.Equal("Jo Bloggs", await NameAsync());

        Clinic.WindTo("2027-11-24 12:00");
        await ShredAsync();
        Assert.Equal("Removed", await NameAsync());
        Assert.Null(await Clinic.LookAsync(context => context.Appointments.Select(a => a.CancelReason).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_forgotten_comes_back_as_a_new_patient()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo("2034-11-24 07:00");
        await ShredAsync();
        await ShredAsync();
        using var again = Clinic.Visit();

        await again.BookAsync("2034-11-27 09:00");

        Assert.Equal(["Removed", "Jo Bloggs"], await Clinic.LookAsync(context =>
            context.Patients.OrderBy(p => p.Id).Select(p => p.FullName).ToListAsync()));
    }

    [Fact]
    public async Task A_question_is_forgotten_half_a_year_after_it_was_dealt_with_and_one_that_waits_is_not()
    {
        await Clinic.ChangeAsync(async context =>
        {
            await context.Enquiries.ExecuteDeleteAsync();
            context.AddRange(Question(1), Question(2));
            context.Enquiries.Local.First().Handle("Robin Receptionist", Clinic.Clock.UtcNow());
        });

        Clinic.WindTo("2027-05-23 06:00");
        await ShredAsync();
        Assert.Equal(["Jo Bloggs", "Jo Bloggs"], await AskersAsync());

        Clinic.WindTo("2027-05-23 12:00");
        await ShredAsync();
        Assert.Equal(["", "Jo Bloggs"], await AskersAsync());
        Assert.Equal(["", "Do you treat knees?"], await Clinic.LookAsync(context =>
            context.Enquiries.OrderBy(e => e.Id).Select(e => e.Question).ToListAsync()));
    }

    [Fact]
    public async Task What_a_patient_texted_is_forgotten_with_them_and_a_strangers_half_a_year_after_it_was_dealt_with()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        var desk = Clinic.Services.GetRequiredService<Desk>();
        foreach (var (from, words) in new[] { ("07700 900123", "is there parking"), ("07700 900999", "buy our pills"), ("07700 900998", "and ours") })
        {
            var text = new IncomingText(TwilioCalls.NewSid(), Telephone.Parse(from), words, Reply.Read(words));
            await desk.ReceiveAsync(text, new ReplyWording("West Hill", "01322 275 402"), emailsGo: false, default);
        }

        await Clinic.Services.GetRequiredService<Inbox>().HandleAsync(await Clinic.LookAsync(
            context => context.ReceivedTexts.SingleAsync(text => text.From == "+447700900999")), "Robin Receptionist", default);
        Clinic.WindTo("2027-05-23 12:00");
        await ShredAsync();
        Assert.Equal(["is there parking", null, "and ours"], await WordsAsync());

        Clinic.WindTo("2034-11-24 12:00");
        await ShredAsync();
        Assert.Equal([null, null, "and ours"], await WordsAsync());
        Assert.Equal(["", "", "+447700900998"], await Clinic.LookAsync(context =>
            context.ReceivedTexts.OrderBy(text => text.Id).Select(text => text.From).ToListAsync()));

        Task<List<string?>> WordsAsync() =>
            Clinic.LookAsync(context => context.ReceivedTexts.OrderBy(text => text.Id).Select(text => text.Words).ToListAsync());
    }

    [Theory]
    [InlineData(WhyNotSent.Landline, 0)]
    [InlineData(WhyNotSent.OptedOut, 1)] // a STOP is obeyed for good
    public async Task A_number_that_takes_no_texts_is_kept_as_long_as_somebody_has_it(WhyNotSent why, int afterwards)
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        await Clinic.ChangeAsync(async context =>
        {
            await context.RefusedNumbers.ExecuteDeleteAsync();
            context.Add(new RefusedNumber { Telephone = "+447700900123", Why = why, Since = Clinic.Clock.UtcNow() });
        });

        await ShredAsync();
        Assert.Equal(1, await Clinic.LookAsync(context => context.RefusedNumbers.CountAsync()));

        Clinic.WindTo("2034-11-24 12:00");
        await ShredAsync();
        Assert.Equal(afterwards, await Clinic.LookAsync(context => context.RefusedNumbers.CountAsync()));
        await Clinic.ChangeAsync(context => context.RefusedNumbers.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task The_privacy_page_says_what_is_set()
    {
        using var jo = Clinic.Visit();

        var page = await jo.OpenAsync("/privacy");

        Assert.Contains("8 years after your last visit", page.Text, StringComparison.Ordinal);
        Assert.Contains("at least until you are 25", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 year after the day of your last booking", page.Text, StringComparison.Ordinal);
        Assert.Contains("6 months after we dealt with it", page.Text, StringComparison.Ordinal);
    }

    private Task ShredAsync() => Clinic.Services.GetRequiredService<Shredder>().RunAsync(default);

    private Task<string> NameAsync() => Clinic.LookAsync(context => context.Patients.Select(p => p.FullName).SingleAsync());

    private Task<List<string>> AskersAsync() =>
        Clinic.LookAsync(context => context.Enquiries.OrderBy(e => e.Id).Select(e => e.Name).ToListAsync());

    private Enquiry Question(byte number) => new()
    {
        FromPage = "contact",
        Name = "Jo Bloggs",
        ReplyTo = "jo@example.com",
        Question = "Do you treat knees?",
        FormId = [.. Enumerable.Repeat(number, Enquiry.FormIdBytes)],
        ReceivedAt = Clinic.Clock.UtcNow(),
    };
}

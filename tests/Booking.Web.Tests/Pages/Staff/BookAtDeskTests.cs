using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Reception books without JavaScript: finds the patient or takes down a new one, chooses a free time, confirms.</summary>
public sealed class BookAtDeskTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Book = "Book this appointment";

    [Fact]
    public async Task A_known_patient_is_found_and_booked_at_the_next_free_time()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var before = await clinic.BookAsync("Plain Polly", new(9, 0), "07700 900601");
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/day/2026-11-24"), "Book");

        page = await desk.PressAsync(page, "Find", ("q", "polly"));
        page = await desk.FollowAsync(page, "Plain Polly");
        page = await desk.PressAsync(page, "Show times", ("With", "Amy Patel"), ("From", "2026-12-02"));
        page = await desk.FollowAsync(page, "8:00am");
        page = await desk.PressAsync(page, Book, ("Note (optional)", "Rings back"));

        Assert.StartsWith("/staff/appointment/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Wednesday 2 December 2026 at 8:00am", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rings back", page.Text, StringComparison.Ordinal);
        var booked = (await clinic.ReadAsync(int.Parse(page.Address.Segments[^1], null)))!;
        Assert.Equal(before.PatientId, booked.PatientId);
    }

    [Fact]
    public async Task What_was_typed_of_somebody_new_is_kept_when_it_is_wrong_and_when_the_time_has_gone()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync("/staff/book?new=true&treatment=sports-injury&with=amy-patel&from=2026-12-03");
        page = await desk.FollowAsync(page, "8:00am");
        page = await desk.PressAsync(page, Book, ("Full name", "<i>Nia</i> New"), ("Telephone", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Enter a telephone number like 07700 900123", page.Text, StringComparison.Ordinal);
        await clinic.BookAsync("Quicker Quin", new DateOnly(2026, 12, 3), new(8, 0), "07700 900602");

        page = await desk.PressAsync(page, Book, ("Telephone", "07700 900603"));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Quicker Quin is there, 8:00am to 8:45am.", page.Text, StringComparison.Ordinal);
        Assert.Equal("<i>Nia</i> New", page.Typed("Input.Name"));
        page = await desk.PressAsync(page, Book, ("Thursday 3 December at 8:45am, Amy Patel", "2026-12-03T08:45 amy-patel"));

        Assert.Contains("Thursday 3 December 2026 at 8:45am", page.Text, StringComparison.Ordinal);
        Assert.Contains("<i>Nia</i> New", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_what_needs_them_the_safety_questions_are_asked()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync("/staff/book?new=true&treatment=sciatica-first-visit&with=amy-patel&from=2026-12-04");
        page = await desk.FollowAsync(page, "8:00am");

        page = await desk.PressAsync(page, Book, ("Full name", "Sore Sal"), ("Telephone", "07700 900604"));
        Assert.Contains("Ask the safety questions before you book this.", page.Text, StringComparison.Ordinal);
        page = await desk.PressAsync(page, Book, ("I asked the safety questions: none of these", "true"));

        Assert.Contains("Has none of the signs", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_is_offered_to_book_past_the_rules()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        await clinic.BookAsync("Here Hal", new DateOnly(2026, 12, 7), new(9, 0), "07700 900605");
        const string Address = "/staff/book?new=true&treatment=sports-injury&at=2026-12-07T09:00 amy-patel";

        var refused = await TryAsync(desk, "Double Dee");
        var offered = await TryAsync(boss, "Double Dot");
        var page = await boss.PressAsync(offered, Book, ("Book it all the same, because", "Sisters, together"));

        Assert.DoesNotContain("all the same", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Double booking", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sisters, together", page.Text, StringComparison.Ordinal);

        static async Task<Page> TryAsync(Visitor who, string name) =>
            await who.PressAsync(await who.OpenAsync(Address), Book, ("Full name", name), ("Telephone", "07700 900606"));
    }

    [Theory]
    [InlineData("/staff/book?patient=999999")]
    public async Task Nobody_is_booked_who_is_not_there(string address)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(address)).Status);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What no page of ours would send is refused, and changes nothing.</summary>
public sealed class ForgedPostTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Theory]
    [InlineData("2026-11-24T09:07 aisha-khan")] // off the grid
    [InlineData("2026-11-24T09:05 aisha-khan")]
    [InlineData("2026-11-24T19:30 aisha-khan")] // would end after the shift
    [InlineData("2026-11-24T03:00 aisha-khan")]
    [InlineData("2026-11-22T09:00 aisha-khan")] // yesterday
    [InlineData("2026-11-23T10:45 aisha-khan")] // in 3 hours and 45 minutes
    [InlineData("2027-01-23T09:00 aisha-khan")] // in 61 days
    [InlineData("2026-11-29T09:00 aisha-khan")] // a Sunday
    [InlineData("2026-12-25T09:00 aisha-khan")] // Christmas Day
    [InlineData("2026-11-24T09:00 nobody")]
    [InlineData("0001-01-01T09:00 aisha-khan")]
    [InlineData("9999-12-31T09:00 aisha-khan")]
    [InlineData("2026-11-24T09:00")]
    [InlineData("2026-11-24 09:00 aisha-khan")]
    [InlineData("2026-11-31T09:00 aisha-khan")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_time_that_was_never_offered_is_not_held(string? at)
    {
        using var forger = Clinic.Visit();
        var times = await forger.TimesAsync("sports-injury", "aisha-khan");

        await RefusedAsync(() => forger.ForgeAsync(times, "11:00am", ("At", at)));
    }

    [Fact]
    public async Task A_practitioner_who_does_not_give_the_treatment_is_not_held()
    {
        using var forger = Clinic.Visit();
        var times = await forger.TimesAsync("acupuncture");

        await RefusedAsync(() => forger.ForgeAsync(times, "11:00am", ("At", "2026-11-24T09:00 aisha-khan")));
    }

    [Fact]
    public async Task Switching_to_a_time_that_was_never_offered_is_refused_too()
    {
        using var forger = Clinic.Visit();
        var details = await forger.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var token = details.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await RefusedAsync(() => SendAsync(forger, $"{details.Address.AbsolutePath}?handler=Switch",
            ("__RequestVerificationToken", token), ("At", "2026-11-24T09:07 ben-howard")));
        await RefusedAsync(() => SendAsync(forger, $"{details.Address.AbsolutePath}?handler=Switch",
            ("__RequestVerificationToken", token), ("At", "9999-12-31T09:00 ben-howard")));
    }

    [Theory]
    [InlineData("/book/sports-by-phone")] // kept for reception
    [InlineData("/book/sports-follow-up")] // for those who were here before
    [InlineData("/book/sciatica-first-visit")] // without the safety questions
    public async Task A_treatment_that_was_not_offered_to_them_is_not_held(string address)
    {
        using var forger = Clinic.Visit();
        var times = await forger.TimesAsync("sports-injury", "aisha-khan");
        var token = times.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await RefusedAsync(() => SendAsync(forger, address,
            ("__RequestVerificationToken", token), ("At", "2026-11-24T09:00 aisha-khan")));
    }

    [Fact]
    public async Task A_follow_up_held_by_a_patient_is_not_booked_by_a_stranger_with_the_address()
    {
        using var jo = Clinic.Visit();
        using var stranger = Clinic.Visit();
        var first = await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo("2026-11-24 10:00");
        await jo.ComeBackAsync(Clinic, first);
        var held = await jo.HoldAsync("2026-12-01 09:00", "aisha-khan", "sports-follow-up");

        var details = await stranger.OpenAsync(held.Address.AbsolutePath);

        Assert.Equal("/book", details.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("Price", "1")]
    [InlineData("with", "ben-howard")]
    [InlineData("__proto__", "x")]
    public async Task A_field_that_the_page_of_times_does_not_have_is_refused(string name, string value)
    {
        using var forger = Clinic.Visit();
        var times = await forger.TimesAsync("sports-injury", "aisha-khan");

        await RefusedAsync(() => forger.ForgeAsync(times, "11:00am", (name, value)));
    }

    [Theory]
    [InlineData("Input.PatientId")]
    [InlineData("Status")]
    [InlineData("PricePence")]
    [InlineData("Hold.RedFlagVersion")]
    [InlineData("reference")]
    public async Task A_field_that_the_page_of_details_does_not_have_is_refused(string name)
    {
        using var forger = Clinic.Visit();
        var details = await forger.HoldAsync("2026-11-24 09:00", "aisha-khan");

        await RefusedAsync(() => forger.ForgeAsync(details, "Book this appointment",
            ("Input.FullName", "Jo Bloggs"), ("Input.Mobile", "07700 900123"), (name, "1")));
    }

    [Fact]
    public async Task A_field_sent_twice_is_refused()
    {
        using var forger = Clinic.Visit();
        var times = await forger.TimesAsync("sports-injury", "aisha-khan");
        var details = await forger.HoldAsync("2026-11-24 09:00", "aisha-khan");

        await RefusedAsync(() => forger.ForgeAsync(times, "11:00am",
            ("At", "2026-11-24T10:00 aisha-khan"), ("At", "2026-11-24T11:00 aisha-khan")));
        await RefusedAsync(() => forger.ForgeAsync(details, "Book this appointment",
            ("Input.FullName", "Jo Bloggs"), ("Input.FullName", "Al Bloggs"), ("Input.Mobile", "07700 900123")));
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_page_is_refused()
    {
        using var forger = Clinic.Visit();
        var times = await forger.TimesAsync("sports-injury", "aisha-khan");
        var details = await forger.HoldAsync("2026-11-24 09:00", "aisha-khan");

        await RefusedAsync(() => forger.ForgeAsync(times, "11:00am", ("__RequestVerificationToken", null)));
        await RefusedAsync(() => forger.ForgeAsync(details, "Book this appointment",
            ("Input.FullName", "Jo Bloggs"), ("Input.Mobile", "07700 900123"), ("__RequestVerificationToken", null)));
    }

    [Fact]
    public async Task Another_visitors_token_is_refused()
    {
        using var forger = Clinic.Visit();
        using var jo = Clinic.Visit();
        var hers = await jo.TimesAsync("sports-injury", "aisha-khan");
        var token = hers.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value");
        var his = await forger.TimesAsync("sports-injury", "aisha-khan");

        await RefusedAsync(() => forger.ForgeAsync(his, "11:00am", ("__RequestVerificationToken", token)));
    }

    [Fact]
    public async Task Whoever_blocks_cookies_reads_that_the_site_needs_a_few()
    {
        using var jo = Clinic.Visit();
        using var blocked = Clinic.Visit();
        var times = await jo.TimesAsync("sports-injury", "aisha-khan");

        var refused = await blocked.PressAsync(times, "11:00am");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("your browser may be blocking cookies", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/book/sports-injury")]
    [InlineData("/appointment/aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/contact")]
    public async Task A_form_in_letters_that_no_page_of_ours_uses_is_not_read(string address)
    {
        using var forger = Clinic.Visit();
        using var form = new StringContent("At=2026-11-24T09:00+aisha-khan");
        form.Headers.ContentType = new("application/x-www-form-urlencoded", "utf-7");

        using var answer = await forger.Client.PostAsync(new Uri(address, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("That did not work", (await Page.ReadAsync(answer)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NotSupportedException", Clinic.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_a_form_at_all_is_refused()
    {
        using var forger = Clinic.Visit();
        using var json = new StringContent("""{"At":"2026-11-24T09:00 aisha-khan"}""", mediaType: new("application/json"));

        using var answer = await forger.Client.PostAsync(new Uri("/book/sports-injury", UriKind.Relative), json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task RefusedAsync(Func<Task<Page>> forge)
    {
        var before = await Clinic.TallyAsync();
        var holds = await HoldsAsync();

        var answer = await forge();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(before, await Clinic.TallyAsync());
        Assert.Equal(holds, await HoldsAsync());
    }

    private Task<List<DateTime>> HoldsAsync() =>
        Clinic.LookAsync(context => context.Holds.OrderBy(hold => hold.Id).Select(hold => hold.Expires).ToListAsync());

    private static async Task<Page> SendAsync(Visitor visitor, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), form);
        return await Page.ReadAsync(answer);
    }
}

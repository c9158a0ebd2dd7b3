using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>"Get in touch": a question is kept once, whoever types it and however fast, and nothing typed is lost.</summary>
public sealed class ContactTests : IDisposable
{
    private const string Send = "Send your question";

    private static readonly (string, string)[] Question =
    [
        ("Your name", "Siobhán O'Brien-D’Arcy"),
        ("Your email address or telephone number", "siobhan@example.com"),
        ("Your question", "Do you treat <b>runners</b>?\r\nAt weekends? 🏃"),
    ];

    private readonly RunningClinic _clinic = new();
    private readonly Visitor _visitor;

    public ContactTests() => _visitor = _clinic.Visit();

    public void Dispose()
    {
        _visitor.Dispose();
        _clinic.Dispose();
    }

    [Theory]
    [InlineData("/sciatica", "sciatica")]
    [InlineData("/sports-injuries", "sports-injuries")]
    [InlineData("/acupuncture", "acupuncture")]
    [InlineData("/physiotherapy", "physiotherapy")]
    [InlineData("/contact", "contact")]
    public async Task A_question_is_kept_exactly_as_typed_with_the_page_it_was_asked_on(string address, string page)
    {
        var form = await _visitor.OpenAsync(address);
        TypeFor(TimeSpan.FromSeconds(3));

        var thanks = await _visitor.PressAsync(form, Send, Question);

        Assert.Equal("/contact/thanks", thanks.Address.AbsolutePath);
        Assert.Contains("Thank you", thanks.Text, StringComparison.Ordinal);
        var kept = Assert.Single(await KeptAsync());
        Assert.Equal(page, kept.FromPage);
        Assert.Equal(
            ("Siobhán O'Brien-D’Arcy", "siobhan@example.com", "Do you treat <b>runners</b>?\r\nAt weekends? 🏃"),
            (kept.Name, kept.ReplyTo, kept.Question));
        Assert.Equal(_clinic.Clock.UtcNow(), kept.ReceivedAt);
        Assert.Null(kept.HandledAt);
    }

    [Fact]
    public async Task The_button_pressed_twice_asks_once()
    {
        var form = await _visitor.OpenAsync("/sciatica");
        TypeFor(TimeSpan.FromMinutes(1));

        await _visitor.PressAsync(form, Send, Question);
        var again = await _visitor.PressAsync(form, Send, Question);

        Assert.Equal("/contact/thanks", again.Address.AbsolutePath);
        Assert.Single(await KeptAsync());
    }

    [Fact]
    public async Task Who_fills_it_in_faster_than_a_person_can_is_asked_to_press_again()
    {
        var form = await _visitor.OpenAsync("/sciatica");
        TypeFor(TimeSpan.FromSeconds(2.9));
        var asked = await _visitor.PressAsync(form, Send, Question);
        Assert.Empty(await KeptAsync());
        Assert.Contains("press the button again", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Do you treat <b>runners</b>?", asked.Text, StringComparison.Ordinal);

        TypeFor(TimeSpan.FromSeconds(1));
        await _visitor.PressAsync(asked, Send);

        Assert.Single(await KeptAsync());
    }

    [Fact]
    public async Task A_form_left_open_for_more_than_a_day_is_asked_about_once_more()
    {
        var form = await _visitor.OpenAsync("/sciatica");
        TypeFor(TimeSpan.FromHours(24.1));
        var asked = await _visitor.PressAsync(form, Send, Question);
        Assert.Empty(await KeptAsync());

        TypeFor(TimeSpan.FromSeconds(5));
        await _visitor.PressAsync(asked, Send);

        Assert.Single(await KeptAsync());
    }

    [Theory]
    [InlineData("Input.Website", "https://example.com")]
    [InlineData("Input.Stamp", "nothing of ours")]
    [InlineData("Input.Stamp", "AAAAAAAA")]
    [InlineData("Input.Stamp", null)]
    public async Task A_program_is_asked_to_press_again_and_so_gives_up(string field, string? value)
    {
        var form = await _visitor.OpenAsync("/contact");
        TypeFor(TimeSpan.FromMinutes(1));

        var asked = await _visitor.ForgeAsync(form, Send, [.. Typed(), (field, value)]);

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("press the button again", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_in_the_summary_and_the_rest_stays_typed()
    {
        var form = await _visitor.OpenAsync("/acupuncture");
        TypeFor(TimeSpan.FromMinutes(1));

        var asked = await _visitor.PressAsync(
            form, Send, ("Your name", " "), ("Your email address or telephone number", "ring me"), ("Your question", "Hello?"));

        Assert.StartsWith("Error: ", asked.Document.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["#Input_Name", "#Input_ReplyTo"],
            asked.Document.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")));
        var reply = asked.Document.GetElementById("Input_ReplyTo")!;
        Assert.Equal("true", reply.GetAttribute("aria-invalid"));
        Assert.Equal("ring me", reply.GetAttribute("value"));
        Assert.Equal("Input_ReplyTo-hint Input_ReplyTo-error", reply.GetAttribute("aria-describedby"));
        Assert.Contains(
            "like 01322 275 402", asked.Document.GetElementById("Input_ReplyTo-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hello?", asked.Document.GetElementById("Input_Question")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task A_question_is_at_most_2000_letters_long()
    {
        var form = await _visitor.OpenAsync("/contact");
        TypeFor(TimeSpan.FromMinutes(1));

        var asked = await _visitor.PressAsync(form, Send, [.. Question[..2], ("Your question", new string('x', 2001))]);
        Assert.Contains("Make your question shorter", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());

        await _visitor.PressAsync(asked, Send, ("Your question", new string('x', 2000)));
        Assert.Single(await KeptAsync());
    }

    [Theory]
    [InlineData("Input.FromPage", "somewhere")]
    [InlineData("Input.FromPage", null)]
    [InlineData("Input.HandledBy", "nobody")]
    [InlineData("Input.Question", HugeText)]
    [InlineData("__RequestVerificationToken", "forged")]
    [InlineData("__RequestVerificationToken", null)]
    public async Task A_forged_form_is_refused_and_changes_nothing(string field, string? value)
    {
        var form = await _visitor.OpenAsync("/sciatica");
        TypeFor(TimeSpan.FromMinutes(1));

        var sent = value == HugeText ? new string('x', 200_000) : value;
        var refused = await _visitor.ForgeAsync(form, Send, [.. Typed().Where(typed => typed.Name != field), (field, sent)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("01322 275 402", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Looking_at_a_form_asks_nothing()
    {
        await _visitor.OpenAsync("/contact?Input.Name=Jo&Input.ReplyTo=jo@example.com&Input.Question=Hi&Input.FromPage=contact");

        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task One_address_that_asks_without_end_is_told_to_wait_and_still_sees_our_number()
    {
        var form = await _visitor.OpenAsync("/contact");
        Page answer;
        var pressed = 0;
        do
        {
            answer = await _visitor.PressAsync(form, Send, Question);
        }
        while (answer.Status == HttpStatusCode.OK && ++pressed < 20);

        Assert.Equal(10, pressed);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains("01322 275 402", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.OpenAsync("/contact")).Status);
    }

    [Fact]
    public async Task When_the_database_is_gone_the_question_stays_in_its_box_and_the_visitor_is_told_to_ring()
    {
        var form = await _visitor.OpenAsync("/contact");
        TypeFor(TimeSpan.FromMinutes(1));
        await using var database = _clinic.Database.Open();
        await database.Database.ExecuteSqlRawAsync("DROP TABLE Enquiries");

        var sorry = await _visitor.PressAsync(form, Send, Question);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, sorry.Status);
        Assert.Contains("or ring us", sorry.Text, StringComparison.Ordinal);
        Assert.Contains("Do you treat <b>runners</b>?", sorry.Text, StringComparison.Ordinal);
    }

    private const string HugeText = "(200,000 letters)";

    private static IEnumerable<(string Name, string? Value)> Typed() =>
    [
        ("Input.Name", "Jo"),
        ("Input.ReplyTo", "jo@example.com"),
        ("Input.Question", "Hi"),
    ];

    private void TypeFor(TimeSpan time) => _clinic.Clock.Advance(time);

    private async Task<List<Enquiry>> KeptAsync()
    {
        await using var database = _clinic.Database.Open();
        return await database.Enquiries.ToListAsync();
    }
}

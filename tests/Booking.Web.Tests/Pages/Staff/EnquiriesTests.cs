using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A question from the site is listed until somebody has dealt with it, and is still to be found then.</summary>
public sealed class EnquiriesTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task A_question_from_the_site_is_listed_and_then_dealt_with()
    {
        using var visitor = clinic.Visit();
        var form = await visitor.OpenAsync("/contact");
        clinic.Clock.Advance(TimeSpan.FromMinutes(1)); // nobody types that fast
        await visitor.PressAsync(
            form,
            "Send your question",
            ("Your name", "Asking <b>Ada</b>"),
            ("Your email address or telephone number", "ada@example.com"),
            ("Your question", "Do you treat runners?"));
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var list = await desk.OpenAsync("/staff/enquiries");
        var after = await desk.PressAsync(list, "Mark as dealt with: Asking <b>Ada</b>");
        var done = await desk.OpenAsync("/staff/enquiries?done=true");

        Assert.Contains("Do you treat runners?", list.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector("a[href='mailto:ada%40example.com']"));
        Assert.DoesNotContain("Asking", after.Text, StringComparison.Ordinal);
        Assert.Contains("Asking <b>Ada</b>", done.Document.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dealt with by", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_very_many_the_older_ones_are_on_the_next_page()
    {
        await clinic.RememberAsync(async context =>
        {
            for (var number = 1; number <= 51; number++)
            {
                context.Add(new Enquiry
                {
                    Name = $"Many {number}",
                    ReplyTo = "many@example.com",
                    Question = "May I ask?",
                    FromPage = "contact",
                    FormId = BitConverter.GetBytes((long)number).Concat(new byte[8]).ToArray(),
                    ReceivedAt = clinic.Clock.GetUtcNow().UtcDateTime,
                });
            }

            return await context.SaveChangesAsync();
        });
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var first = await desk.OpenAsync("/staff/enquiries");
        var next = await desk.OpenAsync(first.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Older").GetAttribute("href")!);

        Assert.DoesNotContain(first.Document.QuerySelectorAll("h2"), name => name.TextContent == "Many 1");
        Assert.Contains(next.Document.QuerySelectorAll("h2"), name => name.TextContent == "Many 1");
    }
}

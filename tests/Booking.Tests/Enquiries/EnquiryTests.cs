using Xunit;

namespace Booking.Tests;

public sealed class EnquiryTests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_question_dealt_with_twice_remembers_who_was_first()
    {
        var enquiry = new Enquiry
        {
            FromPage = "sciatica",
            Name = "Jo",
            ReplyTo = "jo@example.com",
            Question = "Can you help?",
            FormId = new byte[Enquiry.FormIdBytes],
            ReceivedAt = Monday,
        };

        enquiry.Handle("Rita", Monday.AddHours(1));
        enquiry.Handle("Sam", Monday.AddHours(2));

        Assert.Equal(("Rita", Monday.AddHours(1)), (enquiry.HandledBy, enquiry.HandledAt));
    }
}

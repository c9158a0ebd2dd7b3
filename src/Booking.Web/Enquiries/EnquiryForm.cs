using System.ComponentModel.DataAnnotations;

namespace Booking.Web;

/// <summary>The "get in touch" form as somebody sent it.</summary>
public sealed class EnquiryForm
{
    [Required(ErrorMessage = "Enter your name")]
    [StringLength(Enquiry.NameLength, ErrorMessage = "Make your name shorter, 100 letters at most")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Enter your email address or telephone number")]
    [CustomValidation(typeof(EnquiryForm), nameof(CheckReplyTo))]
    public string? ReplyTo { get; set; }

    [Required(ErrorMessage = "Write your question")]
    [StringLength(Enquiry.QuestionLength, ErrorMessage = "Make your question shorter, 2,000 letters at most")]
    public string? Question { get; set; }

    public string? FromPage { get; set; }

    public string? Stamp { get; set; }

    /// <summary>A box that people do not see. Programs that fill in every box give themselves away.</summary>
    public string? Website { get; set; }

    public static ValidationResult? CheckReplyTo(string? typed) =>
        string.IsNullOrWhiteSpace(typed) || Booking.ReplyTo.TryParse(typed, out _)
        ? ValidationResult.Success
        : new ValidationResult("Enter an email address, like jo@example.com, or a telephone number, like 01322 275 402");

    public Enquiry ToEnquiry(byte[] formId, DateTime utcNow) => new()
    {
        FromPage = FromPage!,
        Name = Name!.Trim(),
        ReplyTo = ReplyTo!.Trim(),
        Question = Question!.Trim(),
        FormId = formId,
        ReceivedAt = utcNow,
    };
}

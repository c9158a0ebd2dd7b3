using System.ComponentModel.DataAnnotations;

namespace Booking.Web;

/// <summary>The clinic's account with Twilio: all of it, or nothing and no texts go.</summary>
public sealed class TwilioOptions : IValidatableObject
{
    public const string Section = "Twilio";

    [RegularExpression("^AC[0-9a-fA-F]{32}$")]
    public string? AccountSid { get; set; }

    /// <summary>Signs what Twilio reports to us, and our requests too unless there is an API key.</summary>
    public string? AuthToken { get; set; }

    /// <summary>Also accepted under a report, while the token is being changed.</summary>
    public string? AuthTokenSecondary { get; set; }

    [RegularExpression("^SK[0-9a-fA-F]{32}$")]
    public string? ApiKeySid { get; set; }

    public string? ApiKeySecret { get; set; }

    /// <summary>A number in E.164, or 1 to 11 letters and digits, which cannot be answered.</summary>
    [RegularExpression(@"^(\+[1-9]\d{7,14}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$")]
    public string? From { get; set; }

    [RegularExpression("^MG[0-9a-fA-F]{32}$")]
    public string? MessagingServiceSid { get; set; }

    [Required]
    public Uri BaseAddress { get; set; } = new("https://api.twilio.com");

    [Range(1, 60)]
    public int AnswerWithinSeconds { get; set; } = 15;

    /// <summary>A number can be answered, and so can a service, which has numbers; a name can't.</summary>
    public bool CanBeAnswered => !string.IsNullOrEmpty(MessagingServiceSid) || From is ['+', ..];

    public bool IsSetUp => !string.IsNullOrEmpty(AccountSid);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string?[] all = [AccountSid, AuthToken, AuthTokenSecondary, ApiKeySid, ApiKeySecret, From, MessagingServiceSid];
        if (all.All(string.IsNullOrEmpty))
        {
            yield break;
        }

        if (string.IsNullOrEmpty(AccountSid) || string.IsNullOrEmpty(AuthToken))
        {
            yield return new("Twilio needs AccountSid and AuthToken, or nothing at all.");
        }

        if (string.IsNullOrEmpty(From) == string.IsNullOrEmpty(MessagingServiceSid))
        {
            yield return new("Twilio needs exactly one of From and MessagingServiceSid.");
        }

        if (string.IsNullOrEmpty(ApiKeySid) != string.IsNullOrEmpty(ApiKeySecret))
        {
            yield return new("Twilio needs both ApiKeySid and ApiKeySecret, or neither.");
        }

        if (!BaseAddress.IsAbsoluteUri || (BaseAddress.Scheme != Uri.UriSchemeHttps && !BaseAddress.IsLoopback))
        {
            yield return new("Twilio's BaseAddress must be https: it is sent the account's secret.");
        }
    }
}

using System.ComponentModel.DataAnnotations;

namespace Booking.Web;

/// <summary>A whole address that a browser can open. "clinic.example" alone is none, and "localhost:5080" names no scheme of the web.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is not Uri address || (address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));

    public override string FormatErrorMessage(string name) => $"{name} must be a whole address, like https://clinic.example.";
}

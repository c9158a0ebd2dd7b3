using System.ComponentModel.DataAnnotations;

namespace Booking.Web;

/// <summary>The field holds a name as <see cref="PersonName"/> understands it, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameOfAPersonAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || PersonName.TryParse(text, out _);
}

/// <summary>The field holds a number as <see cref="Telephone"/> understands it, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TelephoneNumberAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Telephone.TryParse(text, out _);
}

/// <summary>The field holds an address that an e-mail can be sent to, or nothing: "jo@gmail" is none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddressOfEmailAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string text || string.IsNullOrWhiteSpace(text) || ReplyTo.IsEmail(text.Trim());
}

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

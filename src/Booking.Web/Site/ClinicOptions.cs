using System.ComponentModel.DataAnnotations;

namespace Booking.Web;

/// <summary>The clinic as the public knows it: its name, its door, its telephone and where its site is.</summary>
public sealed class ClinicOptions
{
    public const string Section = "Clinic";

    [Required]
    public required string Name { get; init; }

    [Required]
    public required string Address { get; init; }

    /// <summary>A UK number as people write it, "01322 275 402".</summary>
    [Required, RegularExpression("0[0-9 ]{9,14}")]
    public required string Telephone { get; init; }

    [Required, EmailAddress]
    public required string Email { get; init; }

    /// <summary>Where patients reach this site; links in texts start with it, whatever the request's Host header says.</summary>
    [Required, WebAddress]
    public required Uri PublicBaseUrl { get; init; }

    [Required, WebAddress]
    public required Uri MapUrl { get; init; }

    [WebAddress]
    public Uri? FacebookUrl { get; init; }

    [WebAddress]
    public Uri? TwitterUrl { get; init; }

    public string TelephoneLink => "tel:+44" + Telephone.Replace(" ", "", StringComparison.Ordinal)[1..];

    public string[] AddressLines => Address.Split(", ");
}

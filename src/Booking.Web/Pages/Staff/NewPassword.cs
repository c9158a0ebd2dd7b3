using System.ComponentModel.DataAnnotations;

namespace Booking.Web.Pages;

/// <summary>A password that somebody chooses, typed twice because nobody sees what they type.</summary>
public sealed class NewPassword
{
    [Required(ErrorMessage = "Enter a password")]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Type the password again")]
    [Compare(nameof(Password), ErrorMessage = "The two passwords are not the same")]
    public string Again { get; set; } = "";
}

using System.Security.Cryptography;
using System.Text;

namespace Booking;

/// <summary>
/// A person. Contact details are not an identity: families share a telephone. Somebody is recognised by telephone and folded
/// full name together, and by date of birth where both have one.
/// </summary>
public sealed class Patient
{
    public const int NameLength = 100;
    public const int EmailLength = 254;

    /// <summary>One letter can fold to several: ß is SS, and some signs are words.</summary>
    public const int FoldedNameLength = 18 * NameLength;

    public const int TelephoneLength = 16;
    public const int RecognitionBytes = 32;

    private Patient()
    {
    }

    public int Id { get; private init; }

    /// <summary>As typed.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>For finding: capitals, without accents and punctuation.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>E.164, for example +447700900123.</summary>
    public string Telephone { get; private set; } = "";

    public string? Email { get; private set; }

    public DateOnly? DateOfBirth { get; private set; }

    /// <summary>A hash of telephone and folded name: equal for people who may be one person, and unique with the next.</summary>
    public byte[] Recognition { get; private set; } = [];

    /// <summary>0, or 1, 2 ... for further people of the same name and telephone: father and son.</summary>
    public int Namesake { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private init; }

    public string FirstName => PersonName.Parse(FullName).First;

    /// <summary>Whether nothing is known against this date of birth.</summary>
    public bool MayBeBorn(DateOnly? date) => date is null || DateOfBirth is null || date == DateOfBirth;

    public static Patient New(
        PersonName name, Telephone telephone, string? email, int namesake, DateTime utcNow, DateOnly? born = null) => new()
    {
        FullName = name.Text,
        FoldedName = name.Folded,
        Telephone = telephone.Text,
        Email = email,
        Recognition = RecognisedBy(name, telephone),
        Namesake = namesake,
        DateOfBirth = born,
        CreatedAt = utcNow,
    };

    public static byte[] RecognisedBy(PersonName name, Telephone telephone) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{telephone.Text}\n{name.Folded}"));
}

namespace Booking.Web.Pages;

/// <summary>Of which of two records a detail is kept.</summary>
public enum OfWhom
{
    Kept = 1,
    Other = 2,

    /// <summary>Notes only: one after the other.</summary>
    Both = 3,
}

/// <summary>What one record of two is to say.</summary>
public sealed class PatientMergeInput
{
    public OfWhom Name { get; set; } = OfWhom.Kept;

    public OfWhom Telephone { get; set; } = OfWhom.Kept;

    public OfWhom Email { get; set; } = OfWhom.Kept;

    public OfWhom Born { get; set; } = OfWhom.Kept;

    public OfWhom Notes { get; set; } = OfWhom.Kept;

    /// <summary>What only one of them knows is kept, unless somebody chooses otherwise.</summary>
    public static PatientMergeInput For(ContactDetails kept, ContactDetails other) => new()
    {
        Email = kept.Email is null ? OfWhom.Other : OfWhom.Kept,
        Born = kept.DateOfBirth is null ? OfWhom.Other : OfWhom.Kept,
        Notes = kept.Notes is null ? OfWhom.Other : other.Notes is null ? OfWhom.Kept : OfWhom.Both,
    };

    /// <summary>What there is to choose.</summary>
    public IEnumerable<KeepWhich> Choices(ContactDetails kept, ContactDetails other)
    {
        KeepWhich[] details =
        [
            new(nameof(Name), "Full name", kept.Name.Text, other.Name.Text, Name),
            new(nameof(Telephone), "Telephone", kept.Telephone.Display, other.Telephone.Display, Telephone),
            new(nameof(Email), "E-mail", kept.Email, other.Email, Email),
            new(nameof(Born), "Date of birth", kept.DateOfBirth?.SaidAsBirthDate(), other.DateOfBirth?.SaidAsBirthDate(), Born),
            new(nameof(Notes), "Notes", kept.Notes, other.Notes, Notes),
        ];
        return details.Where(detail => detail.OfKept != detail.OfOther);
    }

    public ContactDetails ToDetails(ContactDetails kept, ContactDetails other) => new(
        Name == OfWhom.Other ? other.Name : kept.Name,
        Telephone == OfWhom.Other ? other.Telephone : kept.Telephone,
        Email == OfWhom.Other ? other.Email : kept.Email,
        Born == OfWhom.Other ? other.DateOfBirth : kept.DateOfBirth,
        Notes switch
        {
            OfWhom.Kept => kept.Notes,
            OfWhom.Other => other.Notes,
            OfWhom.Both => Joined(kept.Notes, other.Notes),
        },
        kept.ToldBy);

    private static string? Joined(string? one, string? other) =>
        one is null || one == other ? other : other is null ? one : $"{one}\n{other}";
}

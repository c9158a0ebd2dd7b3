using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>What a password must be: long, and not one of those that anybody would try first. Nothing about which signs are in it.</summary>
public sealed class PasswordRules(IOptions<ClinicOptions> clinic) : IPasswordValidator<StaffMember>
{
    public const int Shortest = 15;
    public const int Longest = 128;

    private static readonly string[] Common = ReadCommon();

    /// <summary>What is wrong with it in this person's hands, or null.</summary>
    public string? WhyNot(string password, StaffMember member) => password.Length switch
    {
        < Shortest => $"Use {Shortest} characters or more. Three or four words that do not belong together are easy to remember.",
        > Longest => $"Use {Longest} characters or fewer.",
        _ when Guessable(member).Fits(password) =>
            "That is too easy to guess. Leave out common words, names, the clinic and rows of keys.",
        _ => null,
    };

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) =>
        Task.FromResult(WhyNot(password ?? "", user) is { } reason
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = reason })
            : IdentityResult.Success);

    private Guessable Guessable(StaffMember member) => new(
        [.. Common, .. Words(clinic.Value.Name), .. Words(clinic.Value.Address), .. Words(member.FullName), .. Words(member.Email ?? "")]);

    private static string[] Words(string text) => text.Split([' ', ',', '@', '.', '-', '_', '+'], StringSplitOptions.TrimEntries);

    private static string[] ReadCommon() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "common-passwords.txt"))
            .Where(line => line.Length > 0 && line[0] != '#'),
    ];
}

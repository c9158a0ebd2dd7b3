using System.Net;
using System.Text.RegularExpressions;
using Booking.Data;
using Microsoft.AspNetCore.Identity;

namespace Booking.Benchmarks;

/// <summary>Those who work at the measured clinic's desk.</summary>
internal static partial class BenchDesk
{
    private const string Password = "teapot gravel nineteen";

    public static async Task EmployAsync(string diary, string email)
    {
        await using var context = BenchDiary.Open(diary);
        var member = StaffMember.New("Rosa Desk", email, StaffRole.Receptionist);
        member.PasswordHash = new PasswordHasher<StaffMember>().HashPassword(member, Password);
        context.Add(member);
        await context.SaveChangesAsync();
    }

    /// <returns>The cookies of a browser in which they have signed in.</returns>
    public static async Task<string> SignInAsync(Uri site, string email)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = site };
        var page = new Uri("/staff/sign-in", UriKind.Relative);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Email"] = email,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync(page)).Groups["token"].Value,
        });
        using var answer = await browser.PostAsync(page, form);
        return cookies.GetCookieHeader(site);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

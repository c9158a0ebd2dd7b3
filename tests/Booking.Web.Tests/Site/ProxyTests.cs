using System.Globalization;
using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The site stands behind proxies that end https, named or not, and patients notice nothing of it.</summary>
public sealed class ProxyTests
{
    private const int Crowd = 35; // more than one household may send at once

    [Fact]
    public async Task A_site_that_is_reached_by_https_takes_bookings_and_staff_though_its_proxy_is_not_named()
    {
        await using var clinic = new StaffedClinic { Settings = { ("Clinic:PublicBaseUrl", "https://westhill.example") } };
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        var tls = new EndOfTls();
        using var patient = new Visitor(new HttpClient(tls) { BaseAddress = clinic.Address });

        var times = await patient.TimesAsync("sports-injury", "amy-patel", "2026-11-25");
        var details = await patient.PressAsync(times, "9:00am ");
        var booked = await patient.ConfirmAsync(details);
        Assert.Contains("You are booked", booked.Text, StringComparison.Ordinal);
        Assert.All(tls.Cookies, cookie => Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal));

        var diary = await StaffedClinic.SignInAsync(patient, amy.Email!, StaffedClinic.Password);
        Assert.StartsWith("/staff/diary/", diary.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Single(clinic.Console.Lines, line => line.Contains("a proxy that Proxy:Addresses does not name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Patients_behind_two_named_proxies_count_each_for_themselves()
    {
        await using var clinic = new StaffedClinic
        {
            Settings = { ("Proxy:Addresses:0", "127.0.0.1"), ("Proxy:Addresses:1", "10.0.0.1") },
        };
        using var proxy = clinic.VisitFromTheWaitingRoom();

        var apart = await PostAsync(proxy, number => string.Create(CultureInfo.InvariantCulture, $"203.0.113.{number}, 10.0.0.1"));
        var together = await PostAsync(proxy, _ => "203.0.113.200, 10.0.0.1");
        var forged = await PostAsync(proxy, number => string.Create(CultureInfo.InvariantCulture, $"198.51.100.{number}, 203.0.113.201, 10.0.0.1"));

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, apart);
        Assert.Contains(HttpStatusCode.TooManyRequests, together);
        Assert.Contains(HttpStatusCode.TooManyRequests, forged);
    }

    private static async Task<List<HttpStatusCode>> PostAsync(Visitor proxy, Func<int, string> cameFor)
    {
        var answers = new List<HttpStatusCode>();
        for (var number = 1; number <= Crowd; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/book/sports-injury");
            request.Headers.Add("X-Forwarded-For", cameFor(number));
            using var answer = await proxy.Client.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    /// <summary>A browser, and a proxy that takes its https and passes it on as http, telling for whom but not how.</summary>
    private sealed class EndOfTls() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        public IEnumerable<string> Cookies => _cookies.Keys;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                request.Headers.Add("X-Forwarded-For", "203.0.113.7");
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
                var answer = await base.SendAsync(request, cancellationToken);
                Keep(answer);
                if (answer.Headers.Location is not { } next)
                {
                    return answer;
                }

                request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, next));
                answer.Dispose();
            }
        }

        private void Keep(HttpResponseMessage answer)
        {
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var (name, value) in set.Select(line => line.Split(';')[0].Split('=', 2)).Select(parts => (parts[0], parts[1])))
                {
                    _cookies[name] = value;
                }
            }
        }
    }
}

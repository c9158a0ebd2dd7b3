using System.Net;
using Booking.Data;
using Booking.Tests;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>
/// Every address of the application, asked by everybody in every way, answers as the table beside this file says. An address
/// without a row there fails: whoever adds one settles who may open it.
/// </summary>
public sealed class EveryDoorTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private static readonly string Table = Checkout.At("tests", "Booking.Web.Tests", "Pages", "every-door.txt");
    private const string StaticFiles = "{**path:file}";

    private static readonly string Found = Checkout.At("artifacts", "every-door.txt");

    [Fact]
    public async Task Everybody_opens_the_doors_that_are_theirs_and_no_other()
    {
        using var anybody = clinic.Visit();
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);
        using var receptionist = await clinic.SignInAsync(StaffRole.Receptionist);
        using var administrator = await clinic.SignInAsync(StaffRole.Administrator);
        var booked = await clinic.BookAsync("Door Dora", new(9, 0));
        await clinic.BookAsync("Door Don", new(10, 0));
        Visitor[] visitors = [anybody, practitioner, receptionist, administrator];

        var rows = new List<string>();
        foreach (var (method, route) in Doors())
        {
            var answers = new List<string>();
            foreach (var visitor in visitors)
            {
                answers.Add(await KnockAsync(visitor, method, Address(route, booked.Id)));
            }

            rows.Add($"{method,-4} {route,-44} {string.Join("  ", answers)}");
        }

        await KeepAsync(rows);
        var settled = (await File.ReadAllLinesAsync(Table)).Where(line => line.Length > 0 && line[0] != '#');
        Assert.True(rows.SequenceEqual(settled), $"""
            These differ from {Table}; all that was found is in {Found}.
            {string.Join('\n', rows.Except(settled).Select(row => $"found    {row}"))}
            {string.Join('\n', settled.Except(rows).Select(row => $"settled  {row}"))}
            """);
    }

    private IEnumerable<(string Method, string Route)> Doors() =>
        from endpoint in clinic.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != StaticFiles
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        group method by (method, route) into door
        orderby door.Key.route, door.Key.method
        select door.Key;

    // A form without its token is refused by every page: 400 says that the door was open as far as that.
    private static async Task<string> KnockAsync(Visitor visitor, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await visitor.Client.SendAsync(request);
        Assert.True(
            answer.StatusCode != HttpStatusCode.OK || !address.StartsWith("/staff", StringComparison.Ordinal)
                || answer.Headers.CacheControl is { NoStore: true },
            $"{address} may be kept by a browser that somebody else uses next.");
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/staff/sign-in" && !address.StartsWith("/staff/sign-in", StringComparison.Ordinal)
            ? "sign"
            : $"{(int)answer.StatusCode,-4}";
    }

    private static string Address(string route, int appointment) => string.Join('/', route.Split('/').Select(part => part switch
    {
        "{date?}" or "{date}" => "2026-11-24",
        "{id:int}" when route.StartsWith("/staff/appointment", StringComparison.Ordinal) => $"{appointment}",
        "{id:int}" => "1",
        "{other:int}" => "2",
        "{kind}" => "reminder",
        "{channel}" => "email",
        "{reference}" or "{token}" => "0123456789abcdefghjkmnpqrs",
        "{treatment}" => "sports-injury",
        "{documentName}.json" => "v1.json",
        "{**path}" => "",
        "{code:int?}" => "404",
        ['{', 's', 'l', 'u', 'g', ..] => "sciatica",
        _ => part,
    }));

    private static async Task KeepAsync(IEnumerable<string> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Found)!);
        await File.WriteAllLinesAsync(Found, rows);
    }
}

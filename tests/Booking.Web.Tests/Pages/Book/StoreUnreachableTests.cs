using System.Net;
using Booking.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>When the diary cannot be read, the site says so, and never that there are no times.</summary>
public sealed class StoreUnreachableTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task A_patient_is_asked_to_try_again_or_ring_and_a_minute_later_can_book()
    {
        Assert.SkipUnless(TestDatabase.Provider == DatabaseProvider.Sqlite, "Only a file can be taken away for a moment.");
        using var jo = Clinic.Visit();
        var times = await jo.TimesAsync("sports-injury", "aisha-khan", "2026-11-24");
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var answers = new List<Page>();
        var api = HttpStatusCode.OK;

        var file = new SqliteConnectionStringBuilder(Clinic.Database.ConnectionString).DataSource;
        SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);
        try
        {
            answers.Add(await jo.OpenAsync("/book"));
            answers.Add(await jo.OpenAsync("/book/sports-injury"));
            answers.Add(await jo.PressAsync(times, "9:00am"));
            answers.Add(await jo.ConfirmAsync(details));
            answers.Add(await jo.OpenAsync("/appointment/00000000000000000000000000"));
            using var answer = await jo.Client.GetAsync(
                new Uri("/api/availability?treatment=sports-injury&from=2026-11-24", UriKind.Relative));
            api = answer.StatusCode;
        }
        finally
        {
            Directory.Delete(file);
            File.Move(file + ".away", file);
        }

        Assert.All(answers, page =>
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("Please try again in a few minutes, or ring us.", page.Text, StringComparison.Ordinal);
            Assert.Contains("01322 275 402", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing free", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("no times", page.Text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, api);
        Assert.Contains("You are booked", (await jo.ConfirmAsync(details)).Text, StringComparison.Ordinal);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Somebody who tries the product out reads the e-mails that it would have sent.</summary>
public sealed class DemoMailTests : IAsyncLifetime
{
    private readonly DemonstratedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task The_morning_s_day_sheet_lies_in_a_folder_and_is_read_with_its_file()
    {
        using var visitor = _clinic.Visit();
        var empty = await visitor.FollowAsync(await visitor.OpenAsync("/demo/phone"), "E-mails that the clinic sends");
        Assert.Contains("No e-mails yet.", empty.Text, StringComparison.Ordinal);
        await _clinic.BookAsync(new(2026, 11, 24, 9, 15, 0));
        await _clinic.SendAsync(new(2026, 11, 24, 6, 30, 0));

        var page = await visitor.OpenAsync("/demo/mail");

        Assert.Contains("Day sheet for Tuesday 24 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("to desk@clinic.example", page.Text, StringComparison.Ordinal);
        Assert.Contains("9:15am Jo Bloggs, 07700 900123", page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        using var file = await visitor.Client.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Jo Bloggs", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await visitor.OpenAsync("/demo/mail?handler=File&email=../../booking&number=0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(link.Replace("number=0", "number=1", StringComparison.Ordinal))).Status);
    }

    private sealed class DemonstratedClinic : TextingClinic
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("booking-mail-").FullName;

        protected override IEnumerable<KeyValuePair<string, string?>> More => [new("Mail:Folder", _folder)];

        public async Task SendAsync(DateTime wall)
        {
            await using var context = Database.Open();
            (await context.Rules.SingleAsync()).DaySheetTo = "desk@clinic.example";
            await context.SaveChangesAsync();
            WindTo(wall);
            await Services.GetRequiredService<MorningSheet>().RunAsync(CancellationToken.None);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }
}

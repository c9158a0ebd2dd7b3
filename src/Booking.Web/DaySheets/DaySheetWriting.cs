using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Writes the day sheet as the e-mail that goes in the morning.</summary>
public sealed class DaySheetWriting(
    IServiceScopeFactory scopes, ILoggerFactory logs, IOptions<ClinicOptions> clinic, IWebHostEnvironment environment)
{
    private const string Look = "css/sheet.css";

    public async Task<Email> EmailAsync(DaySheet sheet, string to) => new(
        to,
        $"{clinic.Value.Name}: {sheet.Title}",
        $"""
        {DaySheetText.Of(sheet)}
        The file that comes with this e-mail is the same to print. It needs no internet.
        """,
        new EmailFile($"day-sheet-{sheet.Date.Iso()}.html", "text/html; charset=utf-8", await FileAsync(sheet)));

    private async Task<byte[]> FileAsync(DaySheet sheet)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var look = await ReadLookAsync();
        return Encoding.UTF8.GetBytes(await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var file = await renderer.RenderComponentAsync<DaySheetFile>(ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(DaySheetFile.Sheet)] = sheet,
                    [nameof(DaySheetFile.Clinic)] = clinic.Value,
                    [nameof(DaySheetFile.Look)] = look,
                }));
            return file.ToHtmlString();
        }));
    }

    private async Task<string> ReadLookAsync()
    {
        await using var file = environment.WebRootFileProvider.GetFileInfo(Look).CreateReadStream();
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }
}

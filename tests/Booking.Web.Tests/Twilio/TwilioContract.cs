using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Booking.Web.Tests;

/// <summary>What the provider's own description says of a request for the messages of an account.</summary>
public sealed class TwilioContract
{
    public const string WhyNot = "The provider's description, shared/reference/twilio_api_v2010.json, is not beside this checkout.";

    /// <summary>Null where the description is not at hand.</summary>
    public static readonly TwilioContract? Instance = Find() is { } file ? new(file) : null;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, JsonElement> _fields;
    private readonly string[] _required;
    private readonly Dictionary<string, JsonElement> _query;

    private TwilioContract(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var messages = document.RootElement.Clone().GetProperty("paths").GetProperty("/2010-04-01/Accounts/{AccountSid}/Messages.json");
        var form = messages.GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .GetProperty("application/x-www-form-urlencoded").GetProperty("schema");
        _fields = form.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        _required = [.. form.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];
        _query = messages.GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Where(p => p.GetProperty("in").GetString() == "query")
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("schema"), StringComparer.Ordinal);
    }

    public IEnumerable<string> Problems(HttpRequest request, IFormCollection? form) => form is null
        ? request.Query.SelectMany(field => Problems(_query, field.Key, field.Value.ToString()))
        : _required.Where(name => !form.ContainsKey(name)).Select(name => $"{name} is missing.")
            .Concat(form.SelectMany(field => Problems(_fields, field.Key, field.Value.ToString())))
            .Concat(form.ContainsKey("From") == form.ContainsKey("MessagingServiceSid") ? ["One sender is wanted."] : []);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "reference", "twilio_api_v2010.json");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static IEnumerable<string> Problems(Dictionary<string, JsonElement> known, string name, string value)
    {
        if (!known.TryGetValue(name, out var schema))
        {
            yield return $"{name} is not in the description.";
            yield break;
        }

        var text = (string key) => schema.TryGetProperty(key, out var found) ? found.ToString() : null;
        if (text("type") == "integer" && !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            yield return $"{name} is not a number.";
        }

        if (text("pattern") is { } pattern && !Regex.IsMatch(value, pattern, RegexOptions.None, Soon))
        {
            yield return $"{name} does not look as it should.";
        }

        if (text("format") == "uri" && !Uri.TryCreate(value, UriKind.Absolute, out _))
        {
            yield return $"{name} is not an absolute address.";
        }

        if (text("format") == "phone-number" && !Regex.IsMatch(value, @"^\+[1-9]\d{7,14}$", RegexOptions.None, Soon))
        {
            yield return $"{name} is not in E.164.";
        }
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Booking.Web;

/// <summary>How the screen's data is written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    Converters = [typeof(WallClockJson)])]
[JsonSerializable(typeof(ScreenData))]
[JsonSerializable(typeof(IEnumerable<ScreenAppointment>))]
internal sealed partial class ScreenJson : JsonSerializerContext;

/// <summary>Clinic time as the screen reads it, without an offset: 2026-11-23T09:15.</summary>
internal sealed class WallClockJson : JsonConverter<DateTime>
{
    private const string Format = "yyyy-MM-ddTHH:mm";

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Format.Length];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}

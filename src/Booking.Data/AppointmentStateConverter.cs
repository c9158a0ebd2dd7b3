using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Booking.Data;

/// <summary>Keeps what an appointment was before a change as one piece of JSON: it is only ever read whole, to undo.</summary>
internal sealed class AppointmentStateConverter() : ValueConverter<AppointmentState, string>(
    state => JsonSerializer.Serialize(state, JsonSerializerOptions.Default),
    json => JsonSerializer.Deserialize<AppointmentState>(json, JsonSerializerOptions.Default)!);

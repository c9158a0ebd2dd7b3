using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Booking.Data;

/// <summary>The two diary facts that are a date and a time in one: as the clinic's clock shows them, in no zone.</summary>
internal sealed class ClinicTimeConverter() : ValueConverter<DateTime, DateTime>(
    wall => DateTime.SpecifyKind(wall, DateTimeKind.Unspecified),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Unspecified));

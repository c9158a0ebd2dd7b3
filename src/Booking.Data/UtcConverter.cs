using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Booking.Data;

/// <summary>Moments are kept as UTC and come back marked as UTC; one that is not marked so is a mistake and does not get in.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    moment => Checked(moment),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? moment
        : throw new InvalidOperationException("A moment is stored in UTC only.");
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class SendingStatusMapping : IEntityTypeConfiguration<SendingStatus>
{
    public void Configure(EntityTypeBuilder<SendingStatus> status)
    {
        status.ToTable("SendingStatus");
        status.Property(s => s.Id).ValueGeneratedNever();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class SendingStatusMapping : IEntityTypeConfiguration<SendingStatus>
{
    public void Configure(EntityTypeBuilder<SendingStatus> status)
    {
        status.ToTable("SendingStatus");
        status.Property(s => s.Id).ValueGeneratedNever();
        status.Property(s => s.StoppedBy).HasMaxLength(SendingStatus.WhoLength);
        status.Property(s => s.StoppedWhy).HasMaxLength(SendingStatus.ReasonLength);
        status.Ignore(s => s.MaySend);
    }
}

internal sealed class RefusedNumberMapping : IEntityTypeConfiguration<RefusedNumber>
{
    public void Configure(EntityTypeBuilder<RefusedNumber> refused)
    {
        refused.HasKey(r => r.Telephone);
        refused.Property(r => r.Telephone).HasMaxLength(Patient.TelephoneLength).IsUnicode(false);
    }
}

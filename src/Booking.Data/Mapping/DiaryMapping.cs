using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class DiaryClaimMapping : IEntityTypeConfiguration<DiaryClaim>
{
    public void Configure(EntityTypeBuilder<DiaryClaim> claim)
    {
        claim.HasKey(c => new { c.Resource, c.Tick, c.Lane });
        claim.Property(c => c.Resource).ValueGeneratedNever();
        claim.Property(c => c.Tick).ValueGeneratedNever();
        claim.Property(c => c.Lane).ValueGeneratedNever();
    }
}

internal sealed class DiaryDateMapping : IEntityTypeConfiguration<DiaryDate>
{
    public void Configure(EntityTypeBuilder<DiaryDate> date) => date.HasKey(d => d.Date);
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.Property(h => h.ReferenceHash).HasMaxLength(Reference.HashBytes).IsFixedLength();
        hold.Property(h => h.Visitor).HasMaxLength(Reference.HashBytes).IsFixedLength();
        hold.Property(h => h.HeldBy).HasMaxLength(Reference.HashBytes).IsFixedLength();
        hold.Ignore(h => h.Slot);
        hold.HasIndex(h => h.ReferenceHash).IsUnique();
        hold.HasIndex(h => h.HeldBy).IsUnique();
        hold.HasIndex(h => h.Visitor);
        hold.HasIndex(h => h.Expires);
    }
}

internal sealed class BlockMapping : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> block)
    {
        block.Property(b => b.Reason).HasMaxLength(Block.ReasonLength);
        block.Property(b => b.MadeBy).HasMaxLength(AppointmentEvent.WhoLength);
        block.Property(b => b.RemovedBy).HasMaxLength(AppointmentEvent.WhoLength);
        block.Property(b => b.From).HasConversion<ClinicTimeConverter>();
        block.Property(b => b.Until).HasConversion<ClinicTimeConverter>();
        block.Ignore(b => b.Slot);
        block.Ignore(b => b.Stands);
        block.Ignore(b => b.Dates);
        block.HasOne<Practitioner>().WithMany().HasForeignKey(b => b.PractitionerId);
        block.HasIndex(b => b.Until);
        block.HasIndex(b => b.Series);
    }
}

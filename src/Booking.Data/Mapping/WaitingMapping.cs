using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class WaitingEntryMapping : IEntityTypeConfiguration<WaitingEntry>
{
    private const int ListLength = 400;

    public void Configure(EntityTypeBuilder<WaitingEntry> entry)
    {
        entry.Property(e => e.JoinedAs).HasMaxLength(Patient.NameLength);
        entry.PrimitiveCollection(e => e.With).HasMaxLength(ListLength);
        entry.PrimitiveCollection(e => e.Days).HasMaxLength(ListLength);
        entry.PrimitiveCollection(e => e.Parts).HasMaxLength(ListLength);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Ignore(e => e.Wishes);
        entry.Ignore(e => e.IsWaiting);
        entry.Ignore(e => e.FirstName);
        entry.Ignore(e => e.Asked);
        entry.HasOne(e => e.Kept).WithMany().HasForeignKey(e => e.AppointmentId);
        entry.HasMany(e => e.Links).WithOne().HasForeignKey(m => m.EntryId);
        entry.HasMany(e => e.History).WithOne().HasForeignKey(line => line.EntryId);

        // One place on the list for each patient and treatment; those of the past do not count.
        entry.HasIndex(e => new { e.PatientId, e.TreatmentId }).IsUnique().HasFilter("EndedAt IS NULL");
        entry.HasIndex(e => e.EndedAt);
    }
}

internal sealed class WaitingEventMapping : IEntityTypeConfiguration<WaitingEvent>
{
    public void Configure(EntityTypeBuilder<WaitingEvent> line)
    {
        line.ToTable("WaitingEvents");
        line.Property(e => e.Who).HasMaxLength(AppointmentEvent.WhoLength);
        line.Property(e => e.What).HasMaxLength(WaitingEntry.ReasonLength);
    }
}

internal sealed class WaitingLinkMapping : IEntityTypeConfiguration<WaitingLink>
{
    public void Configure(EntityTypeBuilder<WaitingLink> link)
    {
        link.HasKey(l => l.Hash);
        link.Property(l => l.Hash).HasMaxLength(Reference.HashBytes).IsFixedLength();
        link.HasOne(l => l.Entry).WithMany().HasForeignKey(l => l.EntryId);
        link.HasOne<Message>().WithMany().HasForeignKey(l => l.MessageId);
    }
}

internal sealed class TelephoneDayMapping : IEntityTypeConfiguration<TelephoneDay>
{
    public void Configure(EntityTypeBuilder<TelephoneDay> day)
    {
        day.HasKey(d => new { d.Key, d.Day });
        day.Property(d => d.Key).HasMaxLength(TelephoneDay.KeyBytes).IsFixedLength();
        day.HasIndex(d => d.Day);
    }
}

internal sealed class FreedDayMapping : IEntityTypeConfiguration<FreedDay>
{
    public void Configure(EntityTypeBuilder<FreedDay> day)
    {
        day.Property(d => d.Who).HasMaxLength(AppointmentEvent.WhoLength);
        day.HasIndex(d => d.Date);
    }
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.Property(o => o.State).IsConcurrencyToken();
        offer.Property(o => o.MadeBy).HasMaxLength(AppointmentEvent.WhoLength);
        offer.Ignore(o => o.Slot);
        offer.Ignore(o => o.StartsAt);
        offer.Ignore(o => o.Until);
        offer.HasOne(o => o.Entry).WithMany(e => e.Offers).HasForeignKey(o => o.EntryId);
        offer.HasOne(o => o.Message).WithMany().HasForeignKey(o => o.MessageId);

        // Nobody is asked about one time twice, nor about two at once.
        offer.HasIndex(o => new { o.EntryId, o.Date, o.Start }).IsUnique();
        offer.HasIndex(o => o.OpenFor).IsUnique();
        offer.HasIndex(o => o.MessageId).IsUnique();
        offer.HasIndex(o => o.HoldId);

        // How often each telephone was asked within a day.
        offer.HasIndex(o => o.MadeAt);
    }
}

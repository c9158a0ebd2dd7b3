using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class BookingRulesMapping : IEntityTypeConfiguration<BookingRules>
{
    public void Configure(EntityTypeBuilder<BookingRules> rules)
    {
        rules.ToTable("BookingRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        // For a clinic that had settled the rest before these were thought of.
        rules.Property(r => r.UndoSeconds).HasDefaultValue(BookingRules.UsuallyUndone).HasSentinel(BookingRules.UsuallyUndone);
        rules.Property(r => r.DaySheetAt).HasDefaultValue(DaySheetPolicy.Usually).HasSentinel(DaySheetPolicy.Usually);
        rules.Property(r => r.PencePerPart).HasDefaultValue(BookingRules.UsualPencePerPart).HasSentinel(BookingRules.UsualPencePerPart);
        rules.Property(r => r.OffersAtOnce).HasDefaultValue(BookingRules.UsuallyOffered).HasSentinel(BookingRules.UsuallyOffered);
        rules.Property(r => r.OfferMinutes)
            .HasDefaultValue(BookingRules.UsuallyOfferedMinutes).HasSentinel(BookingRules.UsuallyOfferedMinutes);
        rules.Property(r => r.DaySheetTo).HasMaxLength(SettingChange.ValueLength);
        rules.Property<int>(FirstFacts.OneReminder);
        rules.HasMany(r => r.Reminders).WithOne().HasForeignKey(lead => lead.RulesId);
        rules.Navigation(r => r.Reminders).AutoInclude();
    }
}

internal sealed class ReminderLeadMapping : IEntityTypeConfiguration<ReminderLead>
{
    public void Configure(EntityTypeBuilder<ReminderLead> lead)
    {
        lead.ToTable("ReminderLeads");
        lead.HasOne<Treatment>().WithMany().HasForeignKey(l => l.TreatmentId);
    }
}

internal sealed class TemplateMapping : IEntityTypeConfiguration<Template>
{
    public void Configure(EntityTypeBuilder<Template> template)
    {
        template.HasKey(t => new { t.Kind, t.Channel });
        template.Property(t => t.Subject).HasMaxLength(Template.SubjectLength);
        template.Property(t => t.Words).HasMaxLength(Template.WordsLength);
        template.Ignore(t => t.Draft);
    }
}

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.Property(s => s.Slug).HasMaxLength(60);
        service.Property(s => s.Name).HasMaxLength(100);
        service.HasIndex(s => s.Slug).IsUnique();
    }
}

internal sealed class TreatmentMapping : IEntityTypeConfiguration<Treatment>
{
    public void Configure(EntityTypeBuilder<Treatment> treatment)
    {
        treatment.Property(t => t.Slug).HasMaxLength(60);
        treatment.Property(t => t.Name).HasMaxLength(100);
        treatment.Property(t => t.RoomKind).HasMaxLength(40);
        treatment.Ignore(t => t.OfferedOnline);
        treatment.HasIndex(t => t.Slug).IsUnique();
        treatment.HasMany(t => t.Practitioners).WithMany(p => p.Treatments).UsingEntity("PractitionerTreatments");
    }
}

internal sealed class PractitionerMapping : IEntityTypeConfiguration<Practitioner>
{
    public void Configure(EntityTypeBuilder<Practitioner> practitioner)
    {
        practitioner.Property(p => p.Slug).HasMaxLength(60);
        practitioner.Property(p => p.FullName).HasMaxLength(100);
        practitioner.Property(p => p.Role).HasMaxLength(100);
        practitioner.Ignore(p => p.FirstName);
        practitioner.HasIndex(p => p.Slug).IsUnique();
        practitioner.HasMany(p => p.Sessions).WithOne().HasForeignKey(s => s.PractitionerId);
        practitioner.HasMany(p => p.Breaks).WithOne().HasForeignKey(b => b.PractitionerId);
        practitioner.HasMany(p => p.Changes).WithOne().HasForeignKey(c => c.PractitionerId);
    }
}

internal sealed class DayChangeMapping : IEntityTypeConfiguration<DayChange>
{
    public void Configure(EntityTypeBuilder<DayChange> change) => change.Ignore(c => c.Works);
}

internal sealed class RoomMapping : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.Property(r => r.Name).HasMaxLength(60);
        room.Property(r => r.Kind).HasMaxLength(40);
    }
}

internal sealed class ClosureMapping : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> closure)
    {
        closure.Property(c => c.Reason).HasMaxLength(Closure.ReasonLength);
        closure.Ignore(c => c.Days);
        closure.Ignore(c => c.Dates);
        closure.HasIndex(c => c.FirstDay).IsUnique();
    }
}

internal sealed class RedFlagWordingMapping : IEntityTypeConfiguration<RedFlagWording>
{
    public void Configure(EntityTypeBuilder<RedFlagWording> wording)
    {
        wording.Property(w => w.Signs).HasMaxLength(RedFlagWording.TextLength);
        wording.Property(w => w.ApprovedBy).HasMaxLength(RedFlagWording.NameLength);
        wording.Ignore(w => w.Lines);
        wording.HasIndex(w => w.Version).IsUnique();
    }
}

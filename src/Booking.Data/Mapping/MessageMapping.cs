using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.Property(m => m.StartsAt).HasConversion<ClinicTimeConverter>();
        message.Property(m => m.Revision).IsConcurrencyToken();
        message.Property(m => m.To).HasMaxLength(Patient.TelephoneLength).IsUnicode(false);
        message.Property(m => m.BodyHash).HasMaxLength(32).IsFixedLength();
        message.Property(m => m.Ticket).HasMaxLength(40).IsUnicode(false);
        message.Property(m => m.ProviderSid).HasMaxLength(40).IsUnicode(false);
        message.Property(m => m.Key).HasMaxLength(Message.KeyLength).IsUnicode(false);
        message.Property(m => m.Words).HasMaxLength(Message.WordsLength);
        message.Property(m => m.Said).HasMaxLength(Message.SaidLength);
        message.Property(m => m.SeenToBy).HasMaxLength(Message.WhoLength);
        message.Ignore(m => m.CanGoAgain);
        message.Ignore(m => m.MayRepeat);
        message.Ignore(m => m.UsefulUntil);
        message.Ignore(m => m.NeedsAttention);
        message.Ignore(m => m.IsNews);
        message.Ignore(m => m.CanBeAnEmail);
        message.Ignore(m => m.IsWaiting);
        message.Ignore(m => m.MayHaveGone);
        message.HasIndex(m => new { m.AppointmentId, m.Kind, m.Version, m.HoursBefore, m.Channel }).IsUnique();
        message.HasIndex(m => new { m.Due, m.State });

        // What the desk's lists ask: who is still to come and was not reached; what went in a day or a month, and in how many parts.
        message.HasIndex(m => new { m.State, m.StartsAt });
        message.HasIndex(m => new { m.State, m.TriedAt, m.Parts, m.EarlierParts, m.Channel });
        message.HasIndex(m => m.AnsweredAt);
        message.HasIndex(m => m.Ticket).IsUnique();
        message.HasIndex(m => new { m.Key, m.Channel }).IsUnique();

        // Few have one: the many others do not pay for it.
        message.HasIndex(m => m.EntryId).HasFilter("EntryId IS NOT NULL");
        message.HasOne<Patient>().WithMany().HasForeignKey(m => m.PatientId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class ReceivedTextMapping : IEntityTypeConfiguration<ReceivedText>
{
    public void Configure(EntityTypeBuilder<ReceivedText> text)
    {
        text.Property(t => t.Sid).HasMaxLength(ReceivedText.SidLength).IsUnicode(false);
        text.Property(t => t.From).HasMaxLength(Patient.TelephoneLength).IsUnicode(false);
        text.Property(t => t.Words).HasMaxLength(ReceivedText.WordsLength);
        text.Property(t => t.Answer).HasMaxLength(ReceivedText.AnswerLength);
        text.Property(t => t.HandledBy).HasMaxLength(AppointmentEvent.WhoLength);
        text.HasOne<Patient>().WithMany().HasForeignKey(t => t.PatientId);
        text.HasOne<Appointment>().WithMany().HasForeignKey(t => t.AppointmentId);

        // What the provider brings twice is one text.
        text.HasIndex(t => t.Sid).IsUnique();
        text.HasIndex(t => new { t.From, t.At });
        text.HasIndex(t => t.HandledAt);

        // Which threads are dealt with, and what the month's answers cost.
        text.HasIndex(t => new { t.PatientId, t.HandledAt });
        text.HasIndex(t => new { t.At, t.AnswerParts });
    }
}

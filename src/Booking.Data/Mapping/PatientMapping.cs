using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class PatientMapping : IEntityTypeConfiguration<Patient>
{
    public void Configure(EntityTypeBuilder<Patient> patient)
    {
        patient.Property(p => p.FullName).HasMaxLength(Patient.NameLength);
        patient.Property(p => p.FoldedName).HasMaxLength(Patient.FoldedNameLength);
        patient.Property(p => p.Telephone).HasMaxLength(Patient.TelephoneLength).IsUnicode(false);
        patient.Property(p => p.Email).HasMaxLength(Patient.EmailLength);
        patient.Property(p => p.Recognition).HasMaxLength(Patient.RecognitionBytes).IsFixedLength();
        patient.Ignore(p => p.FirstName);
        patient.HasIndex(p => new { p.Recognition, p.Namesake }).IsUnique();
        patient.HasIndex(p => p.Telephone);
    }
}

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
        patient.Property(p => p.Notes).HasMaxLength(Patient.NotesLength);
        patient.Property(p => p.Version).IsConcurrencyToken();
        patient.Ignore(p => p.FirstName);
        patient.Ignore(p => p.Details);
        patient.HasMany(p => p.Words).WithOne().HasForeignKey(w => w.PatientId);
        patient.HasMany(p => p.History).WithOne().HasForeignKey(e => e.PatientId);
        // MergedIntoId has no foreign key: to add one SQLite would write the table anew, outside any transaction.
        patient.HasIndex(p => new { p.Recognition, p.Namesake }).IsUnique();
        patient.HasIndex(p => p.Telephone);
        patient.HasIndex(p => p.DateOfBirth);
    }
}

internal sealed class PatientWordMapping : IEntityTypeConfiguration<PatientWord>
{
    public void Configure(EntityTypeBuilder<PatientWord> word)
    {
        word.Property(w => w.Key).HasMaxLength(PatientWord.KeyLength);
        word.Property(w => w.Word).HasMaxLength(PatientWord.WordLength);

        // A search is answered from the first, and narrowed by a further word from the second.
        word.HasIndex(w => new { w.Key, w.Word, w.PatientId });
        word.HasIndex(w => new { w.PatientId, w.Word });
    }
}

internal sealed class PatientEventMapping : IEntityTypeConfiguration<PatientEvent>
{
    public void Configure(EntityTypeBuilder<PatientEvent> line)
    {
        line.ToTable("PatientEvents");
        line.Property(e => e.Who).HasMaxLength(AppointmentEvent.WhoLength);
        line.Property(e => e.What).HasMaxLength(PatientEvent.WhatLength);
        line.Property(e => e.From).HasMaxLength(PatientEvent.DetailLength);
        line.Property(e => e.To).HasMaxLength(PatientEvent.DetailLength);
    }
}

internal sealed class PatientMergeMapping : IEntityTypeConfiguration<PatientMerge>
{
    public void Configure(EntityTypeBuilder<PatientMerge> merge)
    {
        merge.Property(m => m.Who).HasMaxLength(AppointmentEvent.WhoLength);
        merge.PrimitiveCollection(m => m.MovedPlaces);
        merge.Property(m => m.UndoneAt).IsConcurrencyToken();
        merge.Ignore(m => m.Restored);
        merge.ComplexProperty(m => m.Before, Configure);
        merge.ComplexProperty(m => m.After, Configure);
        merge.HasOne(m => m.Away).WithMany().HasForeignKey(m => m.AwayId);
        merge.HasOne(m => m.Kept).WithMany().HasForeignKey(m => m.KeptId);
    }

    private static void Configure(ComplexPropertyBuilder<ContactDetails> details)
    {
        details.Property(d => d.Name).HasMaxLength(Patient.NameLength)
            .HasConversion(name => name.Text, stored => PersonName.Parse(stored));
        details.Property(d => d.Telephone).HasMaxLength(Patient.TelephoneLength).IsUnicode(false)
            .HasConversion(telephone => telephone.Text, stored => Telephone.Parse(stored));
        details.Property(d => d.Email).HasMaxLength(Patient.EmailLength);
        details.Property(d => d.Notes).HasMaxLength(Patient.NotesLength);
    }
}

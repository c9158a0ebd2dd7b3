using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> appointment)
    {
        appointment.Property(a => a.BookedAs).HasMaxLength(Patient.NameLength);
        appointment.Property(a => a.Email).HasMaxLength(Patient.EmailLength);
        appointment.Property(a => a.CancelReason).HasMaxLength(Appointment.CancelReasonLength);
        appointment.Property(a => a.Overruled).HasMaxLength(Place.ReasonLength);
        appointment.Property(a => a.Note).HasMaxLength(Appointment.NoteLength);
        appointment.Property(a => a.Version).IsConcurrencyToken();
        appointment.Ignore(a => a.FirstName);
        appointment.Ignore(a => a.Stands);
        appointment.Ignore(a => a.Slot);
        appointment.Ignore(a => a.StartsAt);
        appointment.Ignore(a => a.State);
        appointment.Ignore(a => a.CanBeMoved);
        appointment.HasMany(a => a.History).WithOne().HasForeignKey(e => e.AppointmentId);

        // All that the list of free times asks of an appointment: it is answered from the index alone.
        appointment.HasIndex(a => new
        {
            a.Date,
            a.Status,
            a.PractitionerId,
            a.Start,
            a.Minutes,
            a.TurnaroundMinutes,
            a.RoomId,
        });
    }
}

internal sealed class AppointmentEventMapping : IEntityTypeConfiguration<AppointmentEvent>
{
    public void Configure(EntityTypeBuilder<AppointmentEvent> line)
    {
        line.ToTable("AppointmentEvents");
        line.Property(e => e.Who).HasMaxLength(AppointmentEvent.WhoLength);
        line.Property(e => e.What).HasMaxLength(AppointmentEvent.WhatLength);
        line.Property(e => e.From).HasMaxLength(AppointmentEvent.SaidLength);
        line.Property(e => e.To).HasMaxLength(AppointmentEvent.SaidLength);
        line.Property(e => e.Before).HasConversion<AppointmentStateConverter>().HasMaxLength(AppointmentEvent.StateLength);
        line.HasIndex(e => e.Series);
    }
}

internal sealed class AppointmentLinkMapping : IEntityTypeConfiguration<AppointmentLink>
{
    public void Configure(EntityTypeBuilder<AppointmentLink> link)
    {
        link.HasKey(l => l.Hash);
        link.Property(l => l.Hash).HasMaxLength(Reference.HashBytes).IsFixedLength();
    }
}

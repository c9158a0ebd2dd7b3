using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class SettingChangeMapping : IEntityTypeConfiguration<SettingChange>
{
    public void Configure(EntityTypeBuilder<SettingChange> change)
    {
        change.Property(c => c.Who).HasMaxLength(SettingChange.WhoLength);
        change.Property(c => c.What).HasMaxLength(SettingChange.WhatLength);
        change.Property(c => c.From).HasMaxLength(SettingChange.ValueLength);
        change.Property(c => c.To).HasMaxLength(SettingChange.ValueLength);
    }
}

internal sealed class DaySheetEmailMapping : IEntityTypeConfiguration<DaySheetEmail>
{
    public void Configure(EntityTypeBuilder<DaySheetEmail> email)
    {
        email.HasKey(e => e.Date);
        email.Property(e => e.State).IsConcurrencyToken();
    }
}

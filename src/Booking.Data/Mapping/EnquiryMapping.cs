using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class EnquiryMapping : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> enquiry)
    {
        enquiry.Property(e => e.FromPage).HasMaxLength(Enquiry.PageLength);
        enquiry.Property(e => e.Name).HasMaxLength(Enquiry.NameLength);
        enquiry.Property(e => e.ReplyTo).HasMaxLength(ReplyTo.Longest);
        enquiry.Property(e => e.Question).HasMaxLength(Enquiry.QuestionLength);
        enquiry.Property(e => e.FormId).HasMaxLength(Enquiry.FormIdBytes).IsFixedLength();
        enquiry.Property(e => e.HandledBy).HasMaxLength(Enquiry.HandledByLength);
        enquiry.HasIndex(e => e.FormId).IsUnique();
        enquiry.HasIndex(e => e.HandledAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Booking.Data;

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.Property(m => m.FullName).HasMaxLength(StaffMember.NameLength);
        member.Ignore(m => m.MaySignIn);
        member.HasOne<Practitioner>().WithMany().HasForeignKey(m => m.PractitionerId).OnDelete(DeleteBehavior.Restrict);
        member.Ignore(m => m.Overrules);
    }
}

internal sealed class StaffInvitationMapping : IEntityTypeConfiguration<StaffInvitation>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> invitation)
    {
        invitation.HasKey(i => i.StaffMemberId);
        invitation.HasOne<StaffMember>().WithOne().HasForeignKey<StaffInvitation>(i => i.StaffMemberId)
            .OnDelete(DeleteBehavior.Restrict);
        invitation.Property(i => i.TokenHash).HasMaxLength(Reference.HashBytes).IsFixedLength();
        invitation.HasIndex(i => i.TokenHash).IsUnique();
    }
}

internal sealed class SetUpTokenMapping : IEntityTypeConfiguration<SetUpToken>
{
    public void Configure(EntityTypeBuilder<SetUpToken> token)
    {
        token.HasKey(t => t.Hash);
        token.Property(t => t.Hash).HasMaxLength(Reference.HashBytes).IsFixedLength();
    }
}

internal sealed class SignInTriesMapping : IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInTries> tries)
    {
        tries.HasKey(t => t.Key);
        tries.Property(t => t.Key).HasMaxLength(SignInTries.KeyBytes).IsFixedLength();
        tries.HasIndex(t => t.Until);
    }
}

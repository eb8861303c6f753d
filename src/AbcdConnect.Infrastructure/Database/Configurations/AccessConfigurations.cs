using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.ProgrammeId, m.Name, m.Id });
        builder.HasIndex(m => new { m.ProgrammeId, m.Email, m.Id });
        builder.HasIndex(m => new { m.ProgrammeId, m.Role, m.Name, m.Id });
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(m => m.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Neighbourhoods).WithOne().HasForeignKey(n => n.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Neighbourhoods).AutoInclude();
    }
}

internal sealed class MemberNeighbourhoodConfiguration : IEntityTypeConfiguration<MemberNeighbourhood>
{
    public void Configure(EntityTypeBuilder<MemberNeighbourhood> builder)
    {
        builder.HasKey(n => new { n.MemberId, n.NeighbourhoodId });
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(n => n.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(100);
        builder.Property(d => d.Secret).HasMaxLength(Device.SecretLength);
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => new { d.UserId, d.LastSeenAt });
        builder.HasIndex(d => new { d.UserId, d.Browser });
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.Property(a => a.Record).HasMaxLength(32);
        builder.Property(a => a.What).HasMaxLength(16);
        builder.Property(a => a.Changes).HasMaxLength(Long.Text);
        builder.Property(a => a.ChangesHash).HasMaxLength(64);
        builder.Property(a => a.PreviousHash).HasMaxLength(64);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.HasIndex(a => new { a.Record, a.RecordId, a.At, a.Sequence });
        builder.HasIndex(a => new { a.ProgrammeId, a.Record, a.At, a.Sequence });
        builder.HasIndex(a => new { a.ProgrammeId, a.At, a.Sequence });
        builder.HasIndex(a => new { a.By, a.At, a.Sequence });
        builder.HasIndex(a => new { a.At, a.Sequence });
    }
}

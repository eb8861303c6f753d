using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    // What the rule demands is worked out from it.
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Ignore(p => p.Disclosure);
        builder.Ignore(p => p.FollowUpMonths);
        builder.Property(p => p.FollowUps).HasMaxLength(40);
    }
}

internal sealed class NeighbourhoodConfiguration : IEntityTypeConfiguration<Neighbourhood>
{
    public void Configure(EntityTypeBuilder<Neighbourhood> builder)
    {
        builder.Property(n => n.Boundary).HasMaxLength(Long.Text);
        builder.Property(n => n.LsoaCodes).HasMaxLength(Long.Text);
        builder.Property(n => n.Code).HasMaxLength(20);
        builder.HasIndex(n => new { n.ProgrammeId, n.Code }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(n => n.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostcodeConfiguration : IEntityTypeConfiguration<Postcode>
{
    public void Configure(EntityTypeBuilder<Postcode> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(8);
        builder.Property(p => p.AreaCode).HasMaxLength(20);
        builder.Property(p => p.LsoaCode).HasMaxLength(20);
        // Places that have no point but a postcode are found around a point by the postcodes there.
        builder.HasIndex(p => new { p.Latitude, p.Longitude });
    }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasIndex(t => new { t.ProgrammeId, t.Metric });
        builder.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(t => t.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffingConfiguration : IEntityTypeConfiguration<Staffing>
{
    public void Configure(EntityTypeBuilder<Staffing> builder)
    {
        builder.HasIndex(s => new { s.ProgrammeId, s.From });
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}

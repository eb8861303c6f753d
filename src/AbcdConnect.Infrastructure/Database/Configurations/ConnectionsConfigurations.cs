using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class ConnectionConfiguration : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.HasIndex(c => new { c.ProgrammeId, c.BeganOn, c.Id, c.NeighbourhoodId, c.RecordedBy });
        builder.HasIndex(c => new { c.ProgrammeId, c.NeighbourhoodId, c.BeganOn, c.Id });
        builder.HasIndex(c => c.FromPersonId);
        builder.HasIndex(c => c.ToPersonId);
        builder.HasIndex(c => c.FromAssetId);
        builder.HasIndex(c => c.ToAssetId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(c => c.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.FromPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ToPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(c => c.FromAssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(c => c.ToAssetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IntroductionConfiguration : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.Property(i => i.Why).HasMaxLength(Long.Text);
        builder.HasIndex(i => new { i.ProgrammeId, i.On, i.Id, i.NeighbourhoodId, i.WorkerId });
        builder.HasIndex(i => new { i.ProgrammeId, i.NeighbourhoodId, i.On, i.Id });
        builder.HasIndex(i => new { i.PersonId, i.ToPersonId });
        // Those of which nobody knows yet what came of them.
        builder.HasIndex(i => new { i.ProgrammeId, i.Outcome, i.On, i.NeighbourhoodId, i.ToAssetId });
        builder.HasIndex(i => i.ToPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ToPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(i => i.ToAssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Connection>().WithMany().HasForeignKey(i => i.ConnectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

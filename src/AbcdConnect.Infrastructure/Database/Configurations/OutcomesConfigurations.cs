using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class StoryConfiguration : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.Property(s => s.Words).HasMaxLength(Long.Text);
        builder.Property(s => s.Language).HasMaxLength(35);
        builder.HasIndex(s => new { s.ProgrammeId, s.ToldOn });
        builder.HasIndex(s => new { s.NeighbourhoodId, s.ToldOn });
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

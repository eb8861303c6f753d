using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(c => c.Heard).HasMaxLength(Long.Text);
        builder.Property(c => c.Ideas).HasMaxLength(Long.Text);
        builder.Property(c => c.NextStep).HasMaxLength(Long.Text);
        builder.HasIndex(c => c.SubmissionId).IsUnique();
        builder.HasIndex(c => new { c.ProgrammeId, c.HeldOn, c.Id, c.NeighbourhoodId, c.WorkerId });
        builder.HasIndex(c => new { c.ProgrammeId, c.NeighbourhoodId, c.HeldOn, c.Id });
        builder.HasIndex(c => new { c.WorkerId, c.HeldOn, c.Id });
        builder.Property(c => c.GroupKey).HasMaxLength(32);
        builder.HasIndex(c => new { c.ProgrammeId, c.GroupKey, c.HeldOn });
        // Whole in the index: a day's list looks at many and shows few.
        builder.HasIndex(c => new { c.WorkerId, c.NextStepDoneOn, c.NextStepDue, c.Id, c.ProgrammeId, c.NeighbourhoodId });
        builder.HasIndex(c => new { c.ProgrammeId, c.GivenToResearch, c.HeldOn, c.Id });
        builder.HasIndex(c => new { c.ProgrammeId, c.Kind, c.HeldOn, c.Id, c.NeighbourhoodId, c.WorkerId });
        builder.HasIndex(c => c.PlaceId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(c => c.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.WorkerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(c => c.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.People).WithOne().HasForeignKey(p => p.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConversationPersonConfiguration : IEntityTypeConfiguration<ConversationPerson>
{
    public void Configure(EntityTypeBuilder<ConversationPerson> builder)
    {
        builder.HasKey(p => new { p.ConversationId, p.PersonId });
        builder.HasIndex(p => new { p.PersonId, p.HeldOn, p.ConversationId });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class SignpostConfiguration : IEntityTypeConfiguration<Signpost>
{
    public void Configure(EntityTypeBuilder<Signpost> builder)
    {
        builder.Property(s => s.Why).HasMaxLength(Long.Text);
        builder.Property(s => s.ReasonWords).HasMaxLength(500);
        builder.Property(s => s.StoodBefore).HasMaxLength(Long.Text);
        builder.HasIndex(s => s.SubmissionId).IsUnique();
        builder.HasIndex(s => new { s.ProgrammeId, s.GivenOn, s.Id, s.NeighbourhoodId, s.WorkerId, s.State });
        builder.HasIndex(s => new { s.ProgrammeId, s.NeighbourhoodId, s.GivenOn, s.Id });
        builder.HasIndex(s => new { s.WorkerId, s.GivenOn, s.Id });
        builder.HasIndex(s => new { s.WorkerId, s.FollowUpDue, s.Id, s.ProgrammeId, s.NeighbourhoodId, s.PersonId });
        builder.HasIndex(s => new { s.ProgrammeId, s.FollowUpDue, s.Id });
        builder.HasIndex(s => new { s.ProgrammeId, s.State, s.GivenOn, s.Id, s.NeighbourhoodId, s.WorkerId });
        builder.HasIndex(s => new { s.PersonId, s.GivenOn });
        // Whole in the index: what came of all signposts to a kind of place is counted from it.
        builder.HasIndex(s => new { s.AssetId, s.GivenOn, s.State, s.AttendedOn, s.Reason });
        builder.HasIndex(s => new { s.ActivityId, s.GivenOn, s.State, s.AttendedOn, s.Reason });
        // Where few have one, the planner would take the many without for the rule, and read a list instead.
        builder.HasIndex(s => s.PassedOnBy).HasFilter("[PassedOnBy] IS NOT NULL");
        builder.HasIndex(s => s.PassedOnFrom).HasFilter("[PassedOnFrom] IS NOT NULL");
        builder.HasIndex(s => s.ConversationId).HasFilter("[ConversationId] IS NOT NULL");
        builder.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(s => s.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.WorkerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(s => s.AssetId).OnDelete(DeleteBehavior.Restrict);
        // Who passed them on is no foreign key: SQLite would write the whole table anew for it, and neither is ever removed.
        builder.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(s => s.ConversationId).OnDelete(DeleteBehavior.Restrict);
    }
}

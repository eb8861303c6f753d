using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class DayAnswerConfiguration : IEntityTypeConfiguration<DayAnswer>
{
    public void Configure(EntityTypeBuilder<DayAnswer> builder)
    {
        builder.Property(a => a.Words).HasMaxLength(DayAnswer.LongestWords);
        builder.Property(a => a.Before).HasMaxLength(Long.Text);
        builder.Property(a => a.After).HasMaxLength(Long.Text);
        builder.HasIndex(a => new { a.WorkerId, a.On, a.Id });
        builder.HasIndex(a => a.Ticket);
        builder.HasIndex(a => new { a.PersonId, a.Kind, a.OtherPersonId });
        builder.HasIndex(a => a.OtherPersonId);
        builder.HasIndex(a => a.ConversationId);
        builder.HasIndex(a => a.SignpostId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.WorkerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.OtherPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(a => a.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Signpost>().WithMany().HasForeignKey(a => a.SignpostId).OnDelete(DeleteBehavior.Restrict);
    }
}

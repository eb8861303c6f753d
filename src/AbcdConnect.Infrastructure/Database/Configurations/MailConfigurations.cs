using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.Subject).HasMaxLength(Letter.LongestSubject);
        builder.Property(l => l.Text).HasMaxLength(Long.Text);
        builder.Property(l => l.Calendar).HasMaxLength(Long.Text);
        builder.Property(l => l.CalendarMethod).HasMaxLength(20);
        builder.Property(l => l.About).HasMaxLength(100);
        builder.Property(l => l.Why).HasMaxLength(Letter.LongestReason);
        // Whether anything is to be carried at all, in whichever programme; and what next in one of them.
        builder.HasIndex(l => new { l.State, l.DueAt, l.ProgrammeId });
        builder.HasIndex(l => new { l.ProgrammeId, l.State, l.DueAt, l.Id });
        // The list, of all or of one state, newest first.
        builder.HasIndex(l => new { l.ProgrammeId, l.WrittenAt, l.Id });
        builder.HasIndex(l => new { l.ProgrammeId, l.State, l.WrittenAt, l.Id });
        builder.HasIndex(l => new { l.ProgrammeId, l.About, l.Id });
        builder.HasOne<Programme>().WithMany().HasForeignKey(l => l.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Attachments).WithOne().HasForeignKey(a => a.LetterId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LetterAttachmentConfiguration : IEntityTypeConfiguration<LetterAttachment>
{
    public void Configure(EntityTypeBuilder<LetterAttachment> builder)
    {
        builder.Property(a => a.MediaType).HasMaxLength(100);
        builder.HasIndex(a => a.LetterId);
    }
}

using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.Text).HasMaxLength(Long.Text);
        builder.HasIndex(d => new { d.ProgrammeId, d.Id });
    }
}

internal sealed class MeetingActionConfiguration : IEntityTypeConfiguration<MeetingAction>
{
    public void Configure(EntityTypeBuilder<MeetingAction> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(Long.Text);
        builder.HasIndex(a => new { a.ProgrammeId, a.DoneOn, a.DroppedOn, a.DueOn });
        builder.HasIndex(a => new { a.ProgrammeId, a.DueOn });
        builder.HasIndex(a => new { a.AgencyId, a.DoneOn, a.DroppedOn, a.DueOn });
        builder.HasIndex(a => new { a.OwnerId, a.DoneOn, a.DroppedOn, a.DueOn });
        builder.HasIndex(a => a.MeetingId);
        builder.HasIndex(a => a.DecisionId);
        builder.HasIndex(a => new { a.Made, a.MadeId });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Practitioner>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Notes).WithOne().HasForeignKey(n => n.ActionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ActionNoteConfiguration : IEntityTypeConfiguration<ActionNote>
{
    public void Configure(EntityTypeBuilder<ActionNote> builder) => builder.Property(n => n.Words).HasMaxLength(Long.Text);
}

internal sealed class AgreedMinutesConfiguration : IEntityTypeConfiguration<AgreedMinutes>
{
    public void Configure(EntityTypeBuilder<AgreedMinutes> builder)
    {
        builder.Property(m => m.Text).HasMaxLength(Long.Text);
        builder.Property(m => m.Sha256).HasMaxLength(64);
        builder.HasIndex(m => m.MeetingId).IsUnique();
        builder.HasIndex(m => m.AgreedAtId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(m => m.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(m => m.AgreedAtId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Corrections).WithOne().HasForeignKey(c => c.AgreedMinutesId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MinutesCorrectionConfiguration : IEntityTypeConfiguration<MinutesCorrection>
{
    public void Configure(EntityTypeBuilder<MinutesCorrection> builder) => builder.Property(c => c.Words).HasMaxLength(Long.Text);
}

internal sealed class SaidAndDoneConfiguration : IEntityTypeConfiguration<SaidAndDone>
{
    public void Configure(EntityTypeBuilder<SaidAndDone> builder)
    {
        builder.Property(s => s.YouSaid).HasMaxLength(SaidAndDone.LongestSentence);
        builder.Property(s => s.WeDid).HasMaxLength(SaidAndDone.LongestSentence);
        builder.HasIndex(s => s.ActionId).IsUnique();
        builder.HasIndex(s => new { s.ProgrammeId, s.NeighbourhoodId, s.PublishedOn });
        builder.HasIndex(s => new { s.ProgrammeId, s.PublishedOn });
        builder.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(s => s.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingAction>().WithMany().HasForeignKey(s => s.ActionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Sources).WithOne().HasForeignKey(s => s.SaidAndDoneId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SaidSourceConfiguration : IEntityTypeConfiguration<SaidSource>
{
    public void Configure(EntityTypeBuilder<SaidSource> builder)
    {
        builder.HasIndex(s => s.ConversationId);
        builder.HasIndex(s => s.SignpostId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(s => s.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Signpost>().WithMany().HasForeignKey(s => s.SignpostId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class SaidPageConfiguration : IEntityTypeConfiguration<SaidPage>
{
    public void Configure(EntityTypeBuilder<SaidPage> builder)
    {
        builder.HasKey(p => p.NeighbourhoodId);
        builder.Property(p => p.Code).HasMaxLength(SaidPage.CodeLength);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(p => p.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

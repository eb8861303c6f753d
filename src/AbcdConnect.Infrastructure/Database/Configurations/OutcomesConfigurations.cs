using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Outcomes.Stories;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class StoryConfiguration : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.Property(s => s.Words).HasMaxLength(Long.Text);
        builder.Property(s => s.Language).HasMaxLength(35);
        builder.Ignore(s => s.Codes);
        builder.Property(s => s.OutcomeCodes).HasMaxLength(1000);
        builder.Property(s => s.Picture).HasMaxLength(64);
        builder.HasIndex(s => new { s.ProgrammeId, s.ToldOn });
        builder.HasIndex(s => new { s.NeighbourhoodId, s.ToldOn });
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoryPictureConfiguration : IEntityTypeConfiguration<StoryPicture>
{
    public void Configure(EntityTypeBuilder<StoryPicture> builder)
    {
        builder.HasKey(p => p.StoryId);
        builder.Property(p => p.StoryId).ValueGeneratedNever();
        builder.Property(p => p.MediaType).HasMaxLength(32);
        builder.Property(p => p.Hash).HasMaxLength(64);
        builder.HasOne<Story>().WithOne().HasForeignKey<StoryPicture>(p => p.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AskingConfiguration : IEntityTypeConfiguration<Asking>
{
    public void Configure(EntityTypeBuilder<Asking> builder)
    {
        builder.Ignore(a => a.Codes);
        builder.Property(a => a.Measures).HasMaxLength(500);
        builder.Property(a => a.Answers).HasMaxLength(Long.Text);
        builder.HasIndex(a => new { a.PersonId, a.Months });
        builder.HasIndex(a => new { a.ProgrammeId, a.DueOn, a.NeighbourhoodId });
        // The day's list: what is open and shown, by where.
        builder.HasIndex(a => new { a.ProgrammeId, a.AnsweredOn, a.ClosedOn, a.ShownFrom });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AskingLinkConfiguration : IEntityTypeConfiguration<AskingLink>
{
    public void Configure(EntityTypeBuilder<AskingLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasOne<Asking>().WithMany().HasForeignKey(l => l.AskingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OwnMeasureConfiguration : IEntityTypeConfiguration<OwnMeasure>
{
    public void Configure(EntityTypeBuilder<OwnMeasure> builder)
    {
        builder.Property(m => m.Code).HasMaxLength(40);
        builder.Property(m => m.Definition).HasMaxLength(Long.Text);
        builder.HasIndex(m => new { m.ProgrammeId, m.Code, m.Wording }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureUseConfiguration : IEntityTypeConfiguration<MeasureUse>
{
    public void Configure(EntityTypeBuilder<MeasureUse> builder)
    {
        builder.Property(u => u.Code).HasMaxLength(40);
        builder.HasIndex(u => new { u.ProgrammeId, u.Code }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(u => u.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TheoryConfiguration : IEntityTypeConfiguration<Theory>
{
    public void Configure(EntityTypeBuilder<Theory> builder)
    {
        builder.Property(t => t.Key).HasMaxLength(60);
        builder.Property(t => t.Content).HasMaxLength(Long.Text);
        builder.Property(t => t.Why).HasMaxLength(2000);
        builder.HasIndex(t => new { t.ProgrammeId, t.Key, t.Edition }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoryRoundConfiguration : IEntityTypeConfiguration<StoryRound>
{
    public void Configure(EntityTypeBuilder<StoryRound> builder)
    {
        builder.Property(r => r.Learnt).HasMaxLength(Long.Text);
        builder.HasIndex(r => new { r.ProgrammeId, r.OpenedOn });
        builder.HasMany(r => r.Stories).WithOne().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoryInRoundConfiguration : IEntityTypeConfiguration<StoryInRound>
{
    public void Configure(EntityTypeBuilder<StoryInRound> builder)
    {
        builder.HasKey(s => new { s.RoundId, s.StoryId });
        builder.Property(s => s.Why).HasMaxLength(Long.Text);
        builder.HasIndex(s => s.StoryId);
        builder.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoryTrailConfiguration : IEntityTypeConfiguration<StoryTrail>
{
    public void Configure(EntityTypeBuilder<StoryTrail> builder)
    {
        builder.HasIndex(t => new { t.StoryId, t.Place }).IsUnique();
        builder.HasOne<Story>().WithMany().HasForeignKey(t => t.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

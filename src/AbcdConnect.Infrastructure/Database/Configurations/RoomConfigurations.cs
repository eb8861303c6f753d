using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class SittingConfiguration : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.Ignore(s => s.Now);
        builder.HasIndex(s => s.MeetingId).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Spells).WithOne().HasForeignKey(s => s.SittingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Guests).WithOne().HasForeignKey(g => g.SittingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SittingSpellConfiguration : IEntityTypeConfiguration<SittingSpell>
{
    public void Configure(EntityTypeBuilder<SittingSpell> builder) =>
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(s => s.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class ItemNotesConfiguration : IEntityTypeConfiguration<ItemNotes>
{
    public void Configure(EntityTypeBuilder<ItemNotes> builder)
    {
        builder.HasKey(n => n.AgendaItemId);
        builder.Property(n => n.AgendaItemId).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(Long.Text);
        builder.Property(n => n.Letters).HasMaxLength(Long.Text);
        builder.Property(n => n.Writers).HasMaxLength(Long.Text);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(n => n.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoteEditConfiguration : IEntityTypeConfiguration<NoteEdit>
{
    public void Configure(EntityTypeBuilder<NoteEdit> builder)
    {
        builder.Property(e => e.Text).HasMaxLength(Long.Text);
        builder.Property(e => e.Removed).HasMaxLength(Long.Text);
        // Stored once, however often it is sent.
        builder.HasIndex(e => new { e.AgendaItemId, e.Writer, e.Number }).IsUnique();
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(e => e.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(e => e.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiscussionConfiguration : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> builder)
    {
        builder.Property(d => d.Why).HasMaxLength(2000);
        builder.Property(d => d.Shared).HasMaxLength(Long.Text);
        builder.HasIndex(d => new { d.MeetingId, d.PersonId });
        builder.HasIndex(d => new { d.PersonId, d.OpenedAt });
        builder.HasOne<Programme>().WithMany().HasForeignKey(d => d.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.NamedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Hearers).WithOne().HasForeignKey(h => h.DiscussionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DiscussionHearerConfiguration : IEntityTypeConfiguration<DiscussionHearer>
{
    public void Configure(EntityTypeBuilder<DiscussionHearer> builder)
    {
        builder.HasOne<Practitioner>().WithMany().HasForeignKey(h => h.PractitionerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(h => h.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consent>().WithMany().HasForeignKey(h => h.ConsentId).OnDelete(DeleteBehavior.Restrict);
    }
}

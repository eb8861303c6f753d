using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Ignore(p => p.FullName);
        // After the order come the columns that say who may see the row: a worker's list passes by other neighbourhoods' rows in the
        // index alone. And the programme comes first, which each query names, so that no statistics are needed to choose well.
        builder.HasIndex(p => new { p.ProgrammeId, p.FirstName, p.Id, p.NeighbourhoodId, p.AddedBy, p.MergedInto, p.AnonymisedOn });
        builder.HasIndex(p => new { p.ProgrammeId, p.AddedOn, p.Id, p.NeighbourhoodId, p.AddedBy, p.MergedInto, p.AnonymisedOn });
        builder.HasIndex(p => new { p.ProgrammeId, p.IsConnector, p.FirstName, p.Id });
        builder.HasIndex(p => new { p.ProgrammeId, p.NeighbourhoodId, p.IsConnector, p.Id });
        builder.HasIndex(p => new { p.ProgrammeId, p.NeighbourhoodId, p.FirstName, p.Id });
        builder.HasIndex(p => new { p.ProgrammeId, p.NeighbourhoodId, p.AddedOn, p.Id });
        builder.HasIndex(p => p.MergedInto);
        builder.HasIndex(p => new { p.ProgrammeId, p.KeepInTouchWeeks, p.NeighbourhoodId });
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(p => p.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedInto).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GiftConfiguration : IEntityTypeConfiguration<Gift>
{
    public void Configure(EntityTypeBuilder<Gift> builder)
    {
        builder.Property(g => g.Words).HasMaxLength(500);
        builder.HasIndex(g => new { g.PersonId, g.HeardOn });
        builder.HasIndex(g => g.ConversationId);
        builder.HasIndex(g => new { g.TermId, g.Direction, g.PersonId });
        // After the order, what tells whose it is and what is filtered by: rows of other neighbourhoods are passed by in the index.
        builder.HasIndex(g => new { g.ProgrammeId, g.HeardOn, g.Id, g.PersonId, g.Direction, g.Kind, g.TermId });
        // Matching reads the newest gifts, and the newest asks, under one entry.
        builder.HasIndex(g => new { g.ProgrammeId, g.TermId, g.Direction, g.HeardOn, g.Id, g.PersonId });
        builder.HasIndex(g => new { g.ProgrammeId, g.Kind, g.HeardOn, g.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(g => g.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GiftTerm>().WithMany().HasForeignKey(g => g.TermId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GiftTermConfiguration : IEntityTypeConfiguration<GiftTerm>
{
    public void Configure(EntityTypeBuilder<GiftTerm> builder)
    {
        builder.Property(t => t.Synonyms).HasMaxLength(500);
        builder.HasIndex(t => new { t.Kind, t.Name }).IsUnique();
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.HasIndex(c => new { c.PersonId, c.Use });
        builder.HasIndex(c => new { c.AgencyId, c.Use, c.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonMergeConfiguration : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.Property(m => m.Moved).HasMaxLength(Long.Text);
        builder.HasIndex(m => m.KeptId);
        builder.HasIndex(m => m.MergedId);
    }
}

internal sealed class DataProtectionRequestConfiguration : IEntityTypeConfiguration<DataProtectionRequest>
{
    public void Configure(EntityTypeBuilder<DataProtectionRequest> builder)
    {
        builder.HasIndex(r => new { r.ProgrammeId, r.SettledOn, r.AskedOn });
        builder.HasIndex(r => r.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

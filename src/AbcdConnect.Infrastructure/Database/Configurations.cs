using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Search;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>Lengths, links and indexes. Every list's order and filter has its index here.</summary>
internal static class Long
{
    /// <summary>As long as free text may be.</summary>
    public const int Text = -1;
}

internal sealed class NeighbourhoodConfiguration : IEntityTypeConfiguration<Neighbourhood>
{
    public void Configure(EntityTypeBuilder<Neighbourhood> builder)
    {
        builder.Property(n => n.Boundary).HasMaxLength(Long.Text);
        builder.Property(n => n.LsoaCodes).HasMaxLength(Long.Text);
        builder.Property(n => n.Code).HasMaxLength(20);
        builder.HasIndex(n => new { n.ProgrammeId, n.Code }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(n => n.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostcodeConfiguration : IEntityTypeConfiguration<Postcode>
{
    public void Configure(EntityTypeBuilder<Postcode> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(8);
        builder.Property(p => p.AreaCode).HasMaxLength(20);
        builder.Property(p => p.LsoaCode).HasMaxLength(20);
        // Places that have no point but a postcode are found around a point by the postcodes there.
        builder.HasIndex(p => new { p.Latitude, p.Longitude });
    }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasIndex(t => new { t.ProgrammeId, t.Metric });
        builder.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(t => t.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffingConfiguration : IEntityTypeConfiguration<Staffing>
{
    public void Configure(EntityTypeBuilder<Staffing> builder)
    {
        builder.HasIndex(s => new { s.ProgrammeId, s.From });
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.ProgrammeId, m.Name, m.Id });
        builder.HasIndex(m => new { m.ProgrammeId, m.Email, m.Id });
        builder.HasIndex(m => new { m.ProgrammeId, m.Role, m.Name, m.Id });
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(m => m.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Neighbourhoods).WithOne().HasForeignKey(n => n.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Neighbourhoods).AutoInclude();
    }
}

internal sealed class MemberNeighbourhoodConfiguration : IEntityTypeConfiguration<MemberNeighbourhood>
{
    public void Configure(EntityTypeBuilder<MemberNeighbourhood> builder)
    {
        builder.HasKey(n => new { n.MemberId, n.NeighbourhoodId });
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(n => n.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(100);
        builder.Property(d => d.Secret).HasMaxLength(Device.SecretLength);
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => new { d.UserId, d.LastSeenAt });
        builder.HasIndex(d => new { d.UserId, d.Browser });
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.Property(a => a.Record).HasMaxLength(32);
        builder.Property(a => a.What).HasMaxLength(16);
        builder.Property(a => a.Changes).HasMaxLength(Long.Text);
        builder.Property(a => a.ChangesHash).HasMaxLength(64);
        builder.Property(a => a.PreviousHash).HasMaxLength(64);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.HasIndex(a => new { a.Record, a.RecordId, a.At, a.Sequence });
        builder.HasIndex(a => new { a.ProgrammeId, a.Record, a.At, a.Sequence });
        builder.HasIndex(a => new { a.ProgrammeId, a.At, a.Sequence });
        builder.HasIndex(a => new { a.By, a.At, a.Sequence });
        builder.HasIndex(a => new { a.At, a.Sequence });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(64);
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder) => builder.HasKey(s => new { s.Id, s.SentBy });
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.HasIndex(k => k.Name).IsUnique();
        builder.Property(k => k.Xml).HasMaxLength(Long.Text);
    }
}

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

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.Ignore(a => a.Details);
        builder.Property(a => a.Description).HasMaxLength(Long.Text);
        builder.Property(a => a.Address).HasMaxLength(500);
        builder.Property(a => a.OpeningTimes).HasMaxLength(Long.Text);
        builder.Property(a => a.Cost).HasMaxLength(500);
        builder.Property(a => a.Access).HasMaxLength(Long.Text);
        builder.Property(a => a.Website).HasMaxLength(500);
        builder.Property(a => a.Postcode).HasMaxLength(20);
        // Whole in the index, so that the list in the order of names is filtered without reading an entry.
        builder.HasIndex(a => new { a.ProgrammeId, a.Name, a.Id, a.MergedInto, a.RejectedOn, a.ClosedOn, a.Kind, a.CategoryId, a.NeighbourhoodId, a.Traits, a.MapY, a.MapX });
        builder.HasIndex(a => new { a.ProgrammeId, a.AddedOn, a.Id });
        builder.HasIndex(a => new { a.ProgrammeId, a.Kind, a.Name, a.Id, a.MergedInto, a.RejectedOn, a.ClosedOn });
        builder.HasIndex(a => new { a.ProgrammeId, a.NeighbourhoodId, a.Name, a.Id });
        builder.HasIndex(a => new { a.CategoryId, a.Name, a.Id });
        // Matching reads the places of some categories in one neighbourhood.
        builder.HasIndex(a => new { a.ProgrammeId, a.NeighbourhoodId, a.CategoryId, a.Id });
        builder.HasIndex(a => new { a.ProgrammeId, a.ConfirmedOn, a.Id });
        // Freshness falls from day to day; the day it falls too low stands still.
        builder.HasIndex(a => new { a.ProgrammeId, a.AskFirstFrom, a.Id, a.MergedInto, a.RejectedOn, a.ClosedOn });
        builder.Property(a => a.Sources).HasMaxLength(Long.Text);
        builder.Property(a => a.PublicCode).HasMaxLength(Asset.PublicCodeLength);
        builder.HasIndex(a => a.PublicCode).IsUnique();
        builder.HasIndex(a => new { a.ProgrammeId, a.Postcode });
        // What is around somebody: a band of latitude, of which longitude leaves a few streets.
        builder.HasIndex(a => new { a.ProgrammeId, a.Latitude, a.Longitude });
        // The map's cells and what is near a point: a band of the grid, filtered without reading an entry.
        builder.HasIndex(a => new { a.ProgrammeId, a.MapY, a.MapX, a.MergedInto, a.RejectedOn, a.ClosedOn, a.Kind, a.CategoryId, a.NeighbourhoodId, a.Traits, a.Id });
        builder.Property(a => a.SourceHash).HasMaxLength(64);
        // The shared directory: counted, and paged however deep, in the index alone; and asked for what has changed since.
        builder.HasIndex(a => new { a.ProgrammeId, a.Id, a.Kind, a.MergedInto, a.RejectedOn });
        builder.HasIndex(a => new { a.ProgrammeId, a.ChangedAt, a.Id });
        // Two imports of one file at once cannot add a row twice.
        builder.HasIndex(a => new { a.ProgrammeId, a.SourceKey }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(a => a.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AssetCategory>().WithMany().HasForeignKey(a => a.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(a => a.ImportBatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Hours).WithOne().HasForeignKey(h => h.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssetHoursConfiguration : IEntityTypeConfiguration<AssetHours>
{
    public void Configure(EntityTypeBuilder<AssetHours> builder)
    {
        builder.Ignore(h => h.Times);
        builder.HasIndex(h => new { h.AssetId, h.Day });
        // Who is open on a day at an hour.
        builder.HasIndex(h => new { h.Day, h.Opens, h.Closes, h.AssetId });
    }
}

internal sealed class AssetPhotoConfiguration : IEntityTypeConfiguration<AssetPhoto>
{
    public void Configure(EntityTypeBuilder<AssetPhoto> builder)
    {
        builder.Property(p => p.MediaType).HasMaxLength(32);
        builder.Property(p => p.Hash).HasMaxLength(64);
        builder.HasIndex(p => new { p.AssetId, p.Id });
        builder.HasOne<Asset>().WithMany().HasForeignKey(p => p.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssetCategoryConfiguration : IEntityTypeConfiguration<AssetCategory>
{
    public void Configure(EntityTypeBuilder<AssetCategory> builder) => builder.HasIndex(c => new { c.Kind, c.Name }).IsUnique();
}

internal sealed class AssetSuggestionConfiguration : IEntityTypeConfiguration<AssetSuggestion>
{
    public void Configure(EntityTypeBuilder<AssetSuggestion> builder)
    {
        builder.Property(s => s.Suggestion).HasMaxLength(Long.Text);
        builder.HasIndex(s => new { s.AssetId, s.SettledAt });
        builder.HasOne<Asset>().WithMany().HasForeignKey(s => s.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssetDoubtConfiguration : IEntityTypeConfiguration<AssetDoubt>
{
    public void Configure(EntityTypeBuilder<AssetDoubt> builder)
    {
        builder.Property(d => d.Words).HasMaxLength(1000);
        builder.HasIndex(d => new { d.AssetId, d.SettledAt, d.At });
        builder.HasIndex(d => d.SignpostId);
        builder.HasIndex(d => new { d.ProgrammeId, d.SettledAt, d.Kind, d.At });
        builder.HasOne<Asset>().WithMany().HasForeignKey(d => d.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UpkeepItemConfiguration : IEntityTypeConfiguration<UpkeepItem>
{
    public void Configure(EntityTypeBuilder<UpkeepItem> builder)
    {
        builder.HasIndex(i => new { i.ProgrammeId, i.NeighbourhoodId, i.Score });
        builder.HasOne<Asset>().WithMany().HasForeignKey(i => i.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KeeperLinkConfiguration : IEntityTypeConfiguration<KeeperLink>
{
    public void Configure(EntityTypeBuilder<KeeperLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.AssetId, l.UsedAt, l.ExpiresAt });
        builder.HasOne<Asset>().WithMany().HasForeignKey(l => l.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KeeperProposalConfiguration : IEntityTypeConfiguration<KeeperProposal>
{
    public void Configure(EntityTypeBuilder<KeeperProposal> builder)
    {
        builder.Ignore(p => p.Changes);
        builder.Property(p => p.Proposed).HasMaxLength(Long.Text);
        builder.HasIndex(p => new { p.ProgrammeId, p.SettledAt, p.SentAt });
        builder.HasIndex(p => p.AssetId);
        builder.HasOne<Asset>().WithMany().HasForeignKey(p => p.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssetPairConfiguration : IEntityTypeConfiguration<AssetPair>
{
    public void Configure(EntityTypeBuilder<AssetPair> builder)
    {
        builder.Property(p => p.Reasons).HasMaxLength(Long.Text);
        builder.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        builder.HasIndex(p => p.SecondId);
        builder.HasIndex(p => new { p.ProgrammeId, p.NotTheSameAt, p.Score });
        builder.HasOne<Asset>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssetMergeConfiguration : IEntityTypeConfiguration<AssetMerge>
{
    public void Configure(EntityTypeBuilder<AssetMerge> builder)
    {
        builder.Property(m => m.Moved).HasMaxLength(Long.Text);
        builder.HasIndex(m => new { m.ProgrammeId, m.UndoneAt, m.MergedAt });
        builder.HasOne<Asset>().WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(m => m.MergedId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(b => b.FailedBecause).HasMaxLength(Long.Text);
        builder.HasIndex(b => new { b.ProgrammeId, b.StartedAt });
        builder.HasMany(b => b.Problems).WithOne().HasForeignKey(p => p.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportProblemConfiguration : IEntityTypeConfiguration<ImportProblem>
{
    public void Configure(EntityTypeBuilder<ImportProblem> builder)
    {
        builder.Property(p => p.Value).HasMaxLength(Long.Text);
        builder.Property(p => p.WhatToDo).HasMaxLength(500);
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(a => a.Description).HasMaxLength(Long.Text);
        builder.HasIndex(a => new { a.ProgrammeId, a.Name, a.Id });
        builder.HasIndex(a => new { a.ProgrammeId, a.FirstSessionOn });
        builder.HasIndex(a => new { a.NeighbourhoodId, a.Name, a.Id });
        builder.Ignore(a => a.Details);
        builder.HasIndex(a => new { a.ProgrammeId, a.Status, a.Name, a.Id });
        builder.HasIndex(a => a.PlaceId);
        builder.HasIndex(a => a.LeaderId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(a => a.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(a => a.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.LeaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Sessions).WithOne().HasForeignKey(s => s.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.History).WithOne().HasForeignKey(h => h.ActivityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ActivitySessionConfiguration : IEntityTypeConfiguration<ActivitySession>
{
    public void Configure(EntityTypeBuilder<ActivitySession> builder)
    {
        builder.HasIndex(s => new { s.ActivityId, s.HeldOn }).IsUnique();
        builder.HasMany(s => s.Attendees).WithOne().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.HasKey(a => new { a.SessionId, a.PersonId });
        builder.HasIndex(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

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
        builder.HasIndex(i => i.ToPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ToPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(i => i.ToAssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Connection>().WithMany().HasForeignKey(i => i.ConnectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

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
        builder.HasIndex(s => s.PassedOnBy);
        builder.HasIndex(s => s.PassedOnFrom);
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

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.HasIndex(a => new { a.ProgrammeId, a.Name });
        builder.HasIndex(a => new { a.ProgrammeId, a.Sector, a.Name });
        builder.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PractitionerConfiguration : IEntityTypeConfiguration<Practitioner>
{
    public void Configure(EntityTypeBuilder<Practitioner> builder)
    {
        builder.HasIndex(p => new { p.AgencyId, p.Name });
        builder.HasIndex(p => p.UserId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Minutes).HasMaxLength(Long.Text);
        builder.HasIndex(m => new { m.ProgrammeId, m.HeldOn, m.Id });
        builder.HasIndex(m => new { m.ProgrammeId, m.NeighbourhoodId, m.HeldOn });
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(m => m.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(m => m.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Agenda).WithOne().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Attendance).WithOne().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Decisions).WithOne().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder) => builder.Property(a => a.Note).HasMaxLength(Long.Text);
}

internal sealed class MeetingAttendanceConfiguration : IEntityTypeConfiguration<MeetingAttendance>
{
    public void Configure(EntityTypeBuilder<MeetingAttendance> builder)
    {
        builder.HasKey(a => new { a.MeetingId, a.PractitionerId });
        builder.HasIndex(a => a.PractitionerId);
        builder.HasIndex(a => new { a.AgencyId, a.MeetingId });
        builder.HasOne<Practitioner>().WithMany().HasForeignKey(a => a.PractitionerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder) => builder.Property(d => d.Text).HasMaxLength(Long.Text);
}

internal sealed class MeetingActionConfiguration : IEntityTypeConfiguration<MeetingAction>
{
    public void Configure(EntityTypeBuilder<MeetingAction> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(Long.Text);
        builder.HasIndex(a => new { a.ProgrammeId, a.DoneOn, a.DueOn });
        builder.HasIndex(a => new { a.AgencyId, a.DoneOn, a.DueOn });
        builder.HasIndex(a => new { a.OwnerId, a.DoneOn, a.DueOn });
        builder.HasIndex(a => a.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Practitioner>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MonthlyMetricConfiguration : IEntityTypeConfiguration<MonthlyMetric>
{
    public void Configure(EntityTypeBuilder<MonthlyMetric> builder)
    {
        builder.Property(m => m.Part).HasMaxLength(64);
        builder.HasIndex(m => new { m.ProgrammeId, m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part }).IsUnique();
        builder.HasIndex(m => new { m.ProgrammeId, m.Scope, m.Month, m.Part });
    }
}

internal sealed class ChangedMonthConfiguration : IEntityTypeConfiguration<ChangedMonth>
{
    public void Configure(EntityTypeBuilder<ChangedMonth> builder) => builder.HasKey(c => new { c.ProgrammeId, c.Month });
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.Detail).HasMaxLength(Long.Text);
        builder.Property(r => r.Holds).HasMaxLength(32);
        builder.HasIndex(r => new { r.ProgrammeId, r.StartedAt });
        // Null does not count: any number of finished runs, one that holds.
        builder.HasIndex(r => new { r.ProgrammeId, r.Holds }).IsUnique();
    }
}

internal sealed class OutcomeReportConfiguration : IEntityTypeConfiguration<OutcomeReport>
{
    public void Configure(EntityTypeBuilder<OutcomeReport> builder)
    {
        builder.Property(r => r.Figures).HasMaxLength(Long.Text);
        builder.Property(r => r.WhatMoved).HasMaxLength(Long.Text);
        builder.Property(r => r.FiguresSha256).HasMaxLength(64);
        builder.Property(r => r.PdfSha256).HasMaxLength(64);
        builder.HasIndex(r => new { r.ProgrammeId, r.Month, r.Edition }).IsUnique();
    }
}

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

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.Property(w => w.Kind).HasConversion<byte>();
        builder.Property(w => w.Word).HasMaxLength(SearchWord.LongestWord);
        // The words of one kind in one area stand together, so that a beginning is one range of what somebody may see.
        builder.HasIndex(w => new { w.ProgrammeId, w.Kind, w.Area, w.Word, w.InName }).IsUnique();
        // For those who see every area.
        builder.HasIndex(w => new { w.ProgrammeId, w.Kind, w.Word });
    }
}

internal sealed class SearchPostingConfiguration : IEntityTypeConfiguration<SearchPosting>
{
    public void Configure(EntityTypeBuilder<SearchPosting> builder)
    {
        // The table is its key and nothing else: on SQLite without a row number of its own (CompactTables), half the size.
        builder.HasKey(p => new { p.WordId, p.RecordId });
        builder.Property(p => p.WordId).ValueGeneratedNever();
        builder.Property(p => p.RecordId).ValueGeneratedNever();
    }
}

internal sealed class SearchKeyConfiguration : IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<SearchKey> builder)
    {
        builder.HasKey(k => new { k.ProgrammeId, k.Key, k.Word });
        builder.Property(k => k.Key).HasMaxLength(SearchWord.LongestWord);
        builder.Property(k => k.Word).HasMaxLength(SearchWord.LongestWord);
    }
}

internal sealed class SearchedRecordConfiguration : IEntityTypeConfiguration<SearchedRecord>
{
    public void Configure(EntityTypeBuilder<SearchedRecord> builder)
    {
        builder.HasKey(r => new { r.Kind, r.RecordId });
        builder.Property(r => r.Kind).HasConversion<byte>();
        builder.Property(r => r.RecordId).ValueGeneratedNever();
    }
}

internal sealed class SearchIndexStateConfiguration : IEntityTypeConfiguration<SearchIndexState>
{
    public void Configure(EntityTypeBuilder<SearchIndexState> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasConversion<byte>();
    }
}

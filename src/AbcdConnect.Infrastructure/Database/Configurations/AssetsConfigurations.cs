using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

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
        // Matching reads the places of some categories in one neighbourhood; a draft agenda counts each neighbourhood's kinds in the index alone.
        builder.HasIndex(a => new { a.ProgrammeId, a.NeighbourhoodId, a.CategoryId, a.Id, a.Kind, a.MergedInto, a.RejectedOn, a.ClosedOn });
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
        // It works once, also for two who answer at the same moment.
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
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
        builder.Ignore(b => b.CanBeUndone);
        builder.HasIndex(b => new { b.ProgrammeId, b.StartedAt });
        // What a killed process left behind.
        builder.HasIndex(b => new { b.Outcome, b.BeatAt });
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

internal sealed class ImportChangeConfiguration : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        builder.Property(c => c.Before).HasMaxLength(Long.Text);
        builder.HasIndex(c => new { c.BatchId, c.Id });
        builder.HasIndex(c => c.AssetId);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(c => c.BatchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Asset>().WithMany().HasForeignKey(c => c.AssetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BusStopConfiguration : IEntityTypeConfiguration<BusStop>
{
    public void Configure(EntityTypeBuilder<BusStop> builder)
    {
        // What is within a walk of a point: a band of the grid, as the map's.
        builder.HasIndex(s => new { s.TimetableId, s.MapY, s.MapX });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(s => s.TimetableId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BusRideConfiguration : IEntityTypeConfiguration<BusRide>
{
    public void Configure(EntityTypeBuilder<BusRide> builder)
    {
        // Both ends are stops of one timetable, and go with it.
        builder.HasKey(r => new { r.FromId, r.ToId });
        builder.Property(r => r.FromId).ValueGeneratedNever();
        builder.Property(r => r.ToId).ValueGeneratedNever();
        builder.HasOne<BusStop>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.Property(u => u.Profile).HasMaxLength(Long.Text);
        builder.Property(u => u.Trial).HasMaxLength(Long.Text);
        builder.HasIndex(u => new { u.ProgrammeId, u.UploadedBy, u.UploadedAt });
        builder.HasIndex(u => u.BatchId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(u => u.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(u => u.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptProfileConfiguration : IEntityTypeConfiguration<KeptProfile>
{
    public void Configure(EntityTypeBuilder<KeptProfile> builder)
    {
        builder.Property(p => p.Profile).HasMaxLength(Long.Text);
        builder.HasIndex(p => new { p.ProgrammeId, p.Name }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FollowedDirectoryConfiguration : IEntityTypeConfiguration<FollowedDirectory>
{
    public void Configure(EntityTypeBuilder<FollowedDirectory> builder)
    {
        builder.Property(d => d.Address).HasMaxLength(500);
        builder.Property(d => d.LastTrouble).HasMaxLength(Long.Text);
        builder.HasIndex(d => new { d.ProgrammeId, d.Address }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(d => d.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class OutcomeReportConfiguration : IEntityTypeConfiguration<OutcomeReport>
{
    public void Configure(EntityTypeBuilder<OutcomeReport> builder)
    {
        builder.Property(r => r.Figures).HasMaxLength(Long.Text);
        builder.Property(r => r.Inputs).HasMaxLength(Long.Text);
        builder.Property(r => r.Cells).HasMaxLength(Long.Text);
        builder.Property(r => r.WhatMoved).HasMaxLength(Long.Text);
        builder.Property(r => r.FiguresSha256).HasMaxLength(64);
        builder.Property(r => r.PdfSha256).HasMaxLength(64);
        builder.Property(r => r.CsvSha256).HasMaxLength(64);
        builder.Ignore(r => r.Period);
        builder.HasIndex(r => new { r.ProgrammeId, r.Month, r.Kind, r.Edition }).IsUnique();
        // A file is known by its hash, and a report by the beginning of its figures' hash.
        builder.HasIndex(r => r.FiguresSha256);
        builder.HasIndex(r => r.PdfSha256);
        builder.HasIndex(r => r.CsvSha256);
    }
}

internal sealed class PreparedReportConfiguration : IEntityTypeConfiguration<PreparedReport>
{
    public void Configure(EntityTypeBuilder<PreparedReport> builder)
    {
        builder.Property(r => r.Chosen).HasMaxLength(Long.Text);
        builder.Property(r => r.Remark).HasMaxLength(Long.Text);
        builder.Property(r => r.AskedSha256).HasMaxLength(64);
        builder.Ignore(r => r.Period);
        builder.Ignore(r => r.Sections);
        builder.HasIndex(r => new { r.ProgrammeId, r.Month, r.Kind }).IsUnique();
        // What waits for somebody's answer.
        builder.HasIndex(r => new { r.ProgrammeId, r.State });
    }
}

internal sealed class PlacePrintConfiguration : IEntityTypeConfiguration<PlacePrint>
{
    public void Configure(EntityTypeBuilder<PlacePrint> builder)
    {
        builder.HasKey(p => new { p.ReportId, p.NeighbourhoodId });
        builder.Property(p => p.PdfSha256).HasMaxLength(64);
        builder.HasIndex(p => p.PdfSha256);
        builder.HasOne<OutcomeReport>().WithMany().HasForeignKey(p => p.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(p => p.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ValueInputConfiguration : IEntityTypeConfiguration<ValueInput>
{
    public void Configure(EntityTypeBuilder<ValueInput> builder)
    {
        builder.Property(v => v.Source).HasMaxLength(Long.Text);
        builder.Property(v => v.Amount).HasPrecision(18, 2);
        builder.HasIndex(v => new { v.ProgrammeId, v.From });
    }
}

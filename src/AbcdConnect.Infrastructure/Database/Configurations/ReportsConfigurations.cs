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

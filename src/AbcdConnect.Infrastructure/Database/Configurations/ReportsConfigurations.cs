using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

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

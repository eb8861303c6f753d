using AbcdConnect.Domain.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

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

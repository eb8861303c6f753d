using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

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

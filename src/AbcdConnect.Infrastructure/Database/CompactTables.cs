using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>SQLite keeps a table apart from its key unless told that the key is the table (WITHOUT ROWID, what SQL Server calls
/// clustered). For tables that are little else it halves the file.</summary>
internal sealed class CompactTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly string[] Compact = [nameof(AbcdDbContext.SearchPostings), nameof(AbcdDbContext.SearchKeys), nameof(AbcdDbContext.SearchedRecords), nameof(AbcdDbContext.BusRides)];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(builder);
        var compact = Compact.Contains(operation.Name, StringComparer.Ordinal);
        base.Generate(operation, model, builder, terminate && !compact);
        if (compact)
        {
            builder.Append(" WITHOUT ROWID");
            if (terminate)
            {
                builder.AppendLine(";");
                EndStatement(builder);
            }
        }
    }
}

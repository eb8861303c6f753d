using System.Text.RegularExpressions;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AbcdConnect.Infrastructure.Tests.Database;

public sealed partial class MigrationTests
{
    [Theory]
    [InlineData(DatabaseSettings.Sqlite)]
    [InlineData(DatabaseSettings.SqlServer)]
    public void The_migrations_are_in_step_with_the_model(string provider)
    {
        using var db = Context(provider, "nowhere.db");

        db.Database.HasPendingModelChanges().ShouldBeFalse("Run database/add-migration.sh with a name for what changed.");
    }

    [Fact]
    public void The_script_that_a_database_administrator_reads_is_the_one_the_migrations_make()
    {
        using var db = Context(DatabaseSettings.SqlServer, "");
        var made = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var kept = File.ReadAllText(Path.Combine(Repository.Root, "database", "sqlserver", "abcdconnect.sql"));

        Same(kept).ShouldBe(Same(made), "Run database/add-migration.sh, which writes the script too.");
    }

    [Fact]
    public void Every_batch_of_the_script_is_transact_sql()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "database", "sqlserver", "abcdconnect.sql"));
        var batches = Go().Split(script.TrimStart('\uFEFF')).Where(b => !string.IsNullOrWhiteSpace(b)).ToList();

        CreateTable().Count(script).ShouldBeGreaterThan(40);
        batches.ShouldNotBeEmpty();
        foreach (var batch in batches)
        {
            SqlServerTranslator.MustParse(batch);
        }
    }

    [Fact]
    public async Task Migrating_twice_keeps_the_data_and_a_deleted_number_is_not_given_out_again()
    {
        var folder = Directory.CreateTempSubdirectory("abcd-test-").FullName;
        var file = Path.Combine(folder, "abcd.db");
        try
        {
            await using (var db = Context(DatabaseSettings.Sqlite, file))
            {
                await db.Database.MigrateAsync();
                db.Programmes.Add(Domain.Programmes.Programme.Begin("First", null, new DateOnly(2025, 9, 1)));
                await db.SaveChangesAsync();
                await db.Programmes.ExecuteDeleteAsync();
                db.ChangeTracker.Clear();
                db.Programmes.Add(Domain.Programmes.Programme.Begin("Second", null, new DateOnly(2025, 9, 1)));
                await db.SaveChangesAsync();
            }

            await using (var db = Context(DatabaseSettings.Sqlite, file))
            {
                await db.Database.MigrateAsync();
                var kept = await db.Programmes.SingleAsync();
                (kept.Name, kept.Id.Value).ShouldBe(("Second", 2L));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static AbcdDbContext Context(string provider, string file)
    {
        var settings = new DatabaseSettings(provider, provider == DatabaseSettings.Sqlite ? $"Data Source={file}" : "Server=nowhere;Encrypt=true", "", 150, 100);
        var options = new DbContextOptionsBuilder<AbcdDbContext>();
        options.UseAbcd(settings, new SqlitePragmas());
        return AbcdDbContext.WithNobody(options.Options);
    }

    // Line ends and the mark at the beginning are the writing program's, not the script's.
    private static string Same(string script) => script.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();

    [GeneratedRegex("CREATE TABLE", RegexOptions.NonBacktracking)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Go();
}

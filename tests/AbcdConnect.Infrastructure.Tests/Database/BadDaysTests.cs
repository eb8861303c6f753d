using System.Data.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Tests.Database;

public sealed class BadDaysTests
{
    [Fact]
    public async Task Killed_in_the_middle_of_a_save_the_database_holds_all_that_was_saved_before_and_nothing_by_halves()
    {
        var photograph = new PhotographInTheMiddle();
        await using var database = await TestDatabase.Create(services => services.ConfigureDbContext<AbcdDbContext>(options => options.AddInterceptors(photograph)));
        await database.AddPerson("Sheila");

        // What a killed process leaves behind is what the disk held at that moment.
        photograph.From = database.Folder;
        await database.AddPerson("Kwame");
        photograph.Taken.ShouldNotBeNull();

        await using var after = Open(photograph.Taken);
        (await after.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()).ShouldBe(["ok"]);
        (await after.People.Select(p => p.FirstName).ToListAsync()).ShouldBe(["Sheila"]);
        (await after.SearchWords.CountAsync(w => w.Word == "kwame")).ShouldBe(0);
        (await after.SearchedRecords.CountAsync(r => r.Kind == Domain.Search.SearchKind.Person)).ShouldBe(1);
        var previous = AuditEntry.Genesis;
        foreach (var entry in await after.AuditEntries.OrderBy(a => a.Sequence).ToListAsync())
        {
            entry.Follows(previous).ShouldBeTrue();
            previous = entry.Hash;
        }

        await after.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(photograph.Taken, recursive: true);
    }

    [Fact]
    public async Task With_the_disk_full_nothing_is_saved_by_halves_and_saving_works_again_once_there_is_room()
    {
        var disk = new FullDisk();
        await using var database = await TestDatabase.Create(services => services.ConfigureDbContext<AbcdDbContext>(options => options.AddInterceptors(disk)));
        await database.AddPerson("Sheila");

        disk.IsFull = true;
        var refused = await Should.ThrowAsync<DbUpdateException>(database.AddPerson(new string('K', 200), with: d => d with { ContactPreference = new string('x', 200) }).ContinueWith(async first =>
        {
            // One page may still have had room: fill what is left.
            await first;
            for (var i = 0; i < 200; i++)
            {
                await database.AddPerson($"Kwame{i}", with: d => d with { ContactPreference = new string('x', 200) });
            }
        }, TaskScheduler.Default).Unwrap());
        refused.InnerException.ShouldBeOfType<SqliteException>().SqliteErrorCode.ShouldBe(13);

        disk.IsFull = false;
        var before = await database.Db(db => db.People.CountAsync());
        await database.AddPerson("Zofia");
        (await database.Db(db => db.People.CountAsync())).ShouldBe(before + 1);
        (await database.Db(db => db.AuditEntries.CountAsync(a => a.Record == "Person"))).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_save_waits_for_another_process_that_holds_the_database_and_then_goes_through()
    {
        await using var database = await TestDatabase.Create();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(database.Folder, "abcd.db")}");
        await other.OpenAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using (var write = other.CreateCommand())
        {
            write.CommandText = "UPDATE Programmes SET Version = Version";
            await write.ExecuteNonQueryAsync();
        }

        var saving = Task.Run(() => database.AddPerson("Sheila"));
        await holding.RollbackAsync();

        (await saving).Id.Value.ShouldBeGreaterThan(0);
    }

    private static AbcdDbContext Open(string folder)
    {
        var options = new DbContextOptionsBuilder<AbcdDbContext>();
        options.UseAbcd(new DatabaseSettings(DatabaseSettings.Sqlite, $"Data Source={Path.Combine(folder, "abcd.db")}", folder, 150, 100), new SqlitePragmas());
        return AbcdDbContext.WithNobody(options.Options);
    }

    /// <summary>Copies the database's files when an audit entry is about to be written: after the record, before the commit.</summary>
    private sealed class PhotographInTheMiddle : DbCommandInterceptor
    {
        public string? From { get; set; }

        public string? Taken { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Take(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Take(command);
            return new(result);
        }

        private void Take(DbCommand command)
        {
            if (From is null || Taken is not null || !command.CommandText.Contains("INSERT INTO \"AuditEntries\"", StringComparison.Ordinal))
            {
                return;
            }

            Taken = Directory.CreateTempSubdirectory("abcd-killed-").FullName;
            foreach (var file in Directory.EnumerateFiles(From, "abcd.db*"))
            {
                File.Copy(file, Path.Combine(Taken, Path.GetFileName(file)));
            }
        }
    }
}

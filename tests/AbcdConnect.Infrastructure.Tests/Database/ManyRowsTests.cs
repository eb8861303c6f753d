using System.Data.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AbcdConnect.Infrastructure.Tests.Database;

/// <summary>Rows that go in by one prepared statement are as if EF had saved each by its own.</summary>
public sealed class ManyRowsTests
{
    [Fact]
    public async Task Many_new_rows_learn_their_numbers_with_what_is_tied_to_them_and_are_changed_afterwards_as_ever()
    {
        await using var database = await TestDatabase.Create();
        var seen = new Inserts();
        await using var db = Open(database.Folder, seen);
        var all = Enumerable.Range(0, 60).Select(i => Made(database, i)).ToList();

        db.AddRange(all);
        await db.SaveChangesAsync();

        seen.Of("Assets").ShouldBe(0);
        db.ChangeTracker.HasChanges().ShouldBeFalse();
        all.Select(a => a.Id.Value).ShouldBe(Enumerable.Range(0, 60).Select(i => all[0].Id.Value + i));
        all.SelectMany(a => a.Hours.Select(h => (h.AssetId, a.Id))).ShouldAllBe(h => h.AssetId == h.Id);
        all.SelectMany(a => a.Hours).Select(h => h.Id).Distinct().Count().ShouldBe(all.Sum(a => a.Hours.Count));

        all[7].Change(all[7].Details with { Name = "Another name" });
        await db.SaveChangesAsync();
        all[7].Version.ShouldBe(all[8].Version + 1);

        // Row by row, the same.
        var few = Made(database, 5);
        db.Add(few);
        await db.SaveChangesAsync();
        seen.Of("Assets").ShouldBe(1);
        db.Forget();
        var kept = await db.Assets.Include(a => a.Hours).OrderBy(a => a.Id).ToListAsync();
        kept.Count.ShouldBe(61);
        kept[7].Name.ShouldBe("Another name");
        foreach (var (alone, among) in new[] { (kept[60], kept[5]) })
        {
            (alone.Details with { Hours = null }).ShouldBe(among.Details with { Hours = null });
            alone.Details.Hours.ShouldBe(among.Details.Hours);
            (alone.Traits, alone.MapX, alone.MapY, alone.Sources, alone.AddedOn, alone.Version, alone.ConfirmedOn).ShouldBe((among.Traits, among.MapX, among.MapY, among.Sources, among.AddedOn, among.Version, among.ConfirmedOn));
        }

        (await db.SearchPostings.CountAsync(p => p.RecordId == kept[60].Id.Value)).ShouldBe(await db.SearchPostings.CountAsync(p => p.RecordId == kept[5].Id.Value));
    }

    [Fact]
    public async Task One_row_that_may_not_be_there_twice_ends_all_of_them_by_the_databases_own_number()
    {
        await using var database = await TestDatabase.Create();
        await using var db = Open(database.Folder, new Inserts());
        var all = Enumerable.Range(0, 20).Select(i => Made(database, i)).ToList();
        db.Add(ImportBatch.Start(database.Programme, "clubs", "clubs.csv", null, database.Clock.Now));
        await db.SaveChangesAsync();
        all.ForEach(a => a.CameFrom(new ImportBatchId(1), a.Name == "Place 19" ? "clubs:3" : $"clubs:{a.Name[6..]}", ""));

        db.AddRange(all);
        var refused = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        refused.InnerException.ShouldBeOfType<SqliteException>().SqliteErrorCode.ShouldBe(19);
        refused.Entries.Single().Entity.ShouldBe(all[19]);
        (await database.Db(other => other.Assets.CountAsync())).ShouldBe(0);
    }

    private static Asset Made(TestDatabase database, int i)
    {
        // Some with hours, a point and words, some with a name alone.
        var asset = Asset.Add(database.Programme, null, database.Clock.Today, i % 3 == 0
            ? new AssetDetails(AssetKind.Place, $"Place {i}")
            : new AssetDetails(AssetKind.Association, $"Place {i}", Description: "Tea — “and cake”", Latitude: 52.9 + (i % 5 / 100.0), Longitude: 0.3, NeighbourhoodId: database.Fernhill, Cost: "Free", Hours: [new OpenSession(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 30)), new OpenSession(DayOfWeek.Friday, new TimeOnly(20, 0), new TimeOnly(1, 0))]));
        if (i % 2 == 0)
        {
            asset.Confirm(database.Clock.Today.AddDays(-i));
        }

        return asset;
    }

    private static AbcdDbContext Open(string folder, Inserts seen)
    {
        var options = new DbContextOptionsBuilder<AbcdDbContext>();
        options.UseAbcd(new DatabaseSettings(DatabaseSettings.Sqlite, $"Data Source={Path.Combine(folder, "abcd.db")}", folder, 150, 100), new SqlitePragmas());
        options.AddInterceptors(seen);
        return AbcdDbContext.WithNobody(options.Options);
    }

    /// <summary>Counts the statements that EF itself sends.</summary>
    private sealed class Inserts : DbCommandInterceptor
    {
        private readonly List<string> texts = [];

        public int Of(string table) => texts.Count(t => t.Contains($"INSERT INTO \"{table}\"", StringComparison.Ordinal));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            texts.Add(command.CommandText);
            return new(result);
        }
    }
}

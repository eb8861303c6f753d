using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Demo;

public sealed class CityTests
{
    [Fact]
    public async Task A_thousandth_of_the_city_has_a_thousandth_of_its_rows_and_no_loose_ends()
    {
        await using var database = await DemoDatabase.Empty(FixedClock.Usual);

        await database.BuildCity(0.001);

        (await database.Count("People")).ShouldBe(100);
        (await database.Count("Conversations")).ShouldBe(1000);
        (await database.Count("Signposts")).ShouldBe(300);
        (await database.Count("Assets")).ShouldBe(50);
        (await database.Count("Connections")).ShouldBe(300);
        (await database.Count("Neighbourhoods")).ShouldBe(60);
        await database.Db(async db =>
        {
            (await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync()).ShouldBeEmpty();
            (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync()).ShouldBe("ok");
            // Read back by the model: what was written past it is what it would have written.
            var conversations = await db.Conversations.Include(c => c.People).AsNoTracking().ToListAsync();
            conversations.Max(c => c.HeldOn).ShouldBeLessThanOrEqualTo(new DateOnly(2026, 10, 31));
            conversations.ShouldAllBe(c => c.People.All(p => p.HeldOn == c.HeldOn));
            (await db.Assets.Include(a => a.Hours).AsNoTracking().ToListAsync()).ShouldAllBe(a => a.Hours.Count == 2);
            (await db.Activities.Include(a => a.Sessions).Include(a => a.History).AsNoTracking().ToListAsync())
                .ShouldAllBe(a => a.FirstSessionOn == a.Sessions.Min(s => s.HeldOn) && a.History.Count > 1);
            (await db.Signposts.AsNoTracking().ToListAsync()).Count.ShouldBe(300);
            (await db.Consents.AsNoTracking().ToListAsync()).ShouldNotBeEmpty();
            (await db.ChangedMonths.CountAsync()).ShouldBeGreaterThanOrEqualTo(60);
            return 0;
        });
    }

    [Fact]
    public async Task Its_words_are_indexed_as_saving_would_have_indexed_them()
    {
        await using var database = await DemoDatabase.Empty(FixedClock.Usual);
        await database.BuildCity(0.001);

        await database.Db(async db =>
        {
            foreach (ISearchable record in (ISearchable[])[
                await db.Conversations.OrderByDescending(c => c.Id).FirstAsync(c => c.NextStep != null),
                await db.People.OrderByDescending(p => p.Id).FirstAsync(p => p.Phone != null && p.LastName != null),
                await db.Assets.OrderByDescending(a => a.Id).FirstAsync(a => a.Address != null)])
            {
                var indexed = await Indexed(db, record);
                db.Attach(record);
                db.Entry(record).Property("Version").CurrentValue = 5L;
                await db.SaveChangesAsync();
                var saved = await Indexed(db, record);
                indexed.ShouldNotBeEmpty();
                indexed.ShouldBe(saved, $"{record.SearchKind}");
            }

            return 0;
        });
    }

    [Fact]
    public async Task A_database_with_people_in_it_is_left_alone()
    {
        await using var database = await DemoDatabase.Empty(FixedClock.Usual);
        await database.BuildCity(0.001);

        var refused = await Should.ThrowAsync<DomainRuleException>(() => database.BuildCity(0.001));

        refused.Message.ShouldContain("holds people or a programme already");
        (await database.Count("People")).ShouldBe(100);
    }

    [Fact]
    public async Task A_city_that_is_stopped_in_the_middle_leaves_the_database_empty_and_usable()
    {
        await using var database = await DemoDatabase.Empty(FixedClock.Usual);
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => database.BuildCity(0.001, new AtSignposts(stop), stop.Token));

        (await database.Count("People")).ShouldBe(0);
        (await database.Count("Programmes")).ShouldBe(0);
        await database.BuildCity(0.001);
        (await database.Count("People")).ShouldBe(100);
    }

    private sealed class AtSignposts(CancellationTokenSource stop) : IProgress<CityProgress>
    {
        public void Report(CityProgress value)
        {
            if (value.What == "Signposts")
            {
                stop.Cancel();
            }
        }
    }

    // Each word as the index knows it, with all that hangs on it.
    private static async Task<List<string>> Indexed(AbcdDbContext db, ISearchable record)
    {
        var (kind, id, area) = (record.SearchKind, record.SearchId, record.SearchArea);
        var words = await db.SearchWords.Where(w => w.Kind == kind && w.Area == area && db.SearchPostings.Any(p => p.WordId == w.Id && p.RecordId == id))
            .Select(w => new { w.Id, w.Word, w.InName, HasUses = w.Uses == db.SearchPostings.Count(p => p.WordId == w.Id), Keys = db.SearchKeys.Count(k => k.Word == w.Word) })
            .ToListAsync();
        var packed = await db.SearchedRecords.Where(r => r.Kind == kind && r.RecordId == id).Select(r => r.WordIds).SingleAsync();
        PackedNumbers.Unpack(packed).ShouldBe(words.Select(w => w.Id).Order());
        words.ShouldAllBe(w => w.HasUses);
        return [.. words.Select(w => $"{w.Word} {w.InName} {w.Keys}").Order(StringComparer.Ordinal)];
    }
}

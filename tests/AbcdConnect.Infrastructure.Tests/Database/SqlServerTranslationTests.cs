using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Database;

public sealed class SqlServerTranslationTests
{
    [Fact]
    public async Task A_query_that_only_sqlite_can_run_fails_the_test_that_runs_it()
    {
        await using var database = await TestDatabase.Create();

        // Glob is a function of SQLite's alone.
        var refused = await Should.ThrowAsync<InvalidOperationException>(
            database.Db(db => db.People.Where(p => EF.Functions.Glob(p.FirstName, "S*")).ToListAsync()));

        refused.Message.ShouldContain("SQL Server cannot run this query");
    }

    [Fact]
    public async Task A_query_with_every_kind_of_parameter_is_translated_and_parsed()
    {
        await using var database = await TestDatabase.Create();
        var places = new List<Domain.Programmes.NeighbourhoodId> { database.Fernhill };
        var (name, day) = ("Sheila", database.Clock.Today);

        (await database.Db(db => db.People.Where(p => places.Contains(p.NeighbourhoodId!.Value) && p.FirstName == name && p.AddedOn <= day).CountAsync())).ShouldBe(0);
        (await database.Db(db => db.People.Where(p => p.FirstName == name).ExecuteDeleteAsync())).ShouldBe(0);
    }

    [Fact]
    public void What_is_not_transact_sql_is_refused() =>
        Should.Throw<InvalidOperationException>(() => SqlServerTranslator.MustParse("SELECT * FROM People LIMIT 3"));
}

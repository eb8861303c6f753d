using AbcdConnect.Domain.People;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Database;

public sealed class PlannerStatisticsTests
{
    // A few people by number, of those somebody may see: the shape of a dozen pages' queries.
    private const string AFewByNumber =
        """
        EXPLAIN QUERY PLAN SELECT p.FirstName FROM People p
        WHERE p.ProgrammeId = 1 AND p.MergedInto IS NULL AND p.Id IN (SELECT n.value FROM json_each('[5,6]') n)
        """;

    [Fact]
    public async Task With_statistics_a_few_people_are_read_by_number_and_not_the_programme()
    {
        await using var database = await TestDatabase.Create();
        await database.Add([.. Enumerable.Range(0, 500).Select(i => Person.Meet(database.Programme, null, database.Clock.Today, new PersonDetails($"Person {i}", NeighbourhoodId: database.Fernhill)))]);
        (await Plan(database)).ShouldNotContain("INTEGER PRIMARY KEY");

        await database.Db(async db =>
        {
            await db.RenewPlannerStatisticsAsync(CancellationToken.None);
            return true;
        });

        (await Plan(database)).ShouldContain("SEARCH p USING INTEGER PRIMARY KEY");
    }

    private static Task<string> Plan(TestDatabase database)
    {
        // A pooled connection may have read the statistics before they were renewed.
        SqliteConnection.ClearAllPools();
        return database.Db(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = AFewByNumber;
            await using var reader = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }

            return string.Join('\n', steps);
        });
    }
}

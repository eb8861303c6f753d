using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Search;

public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("mał", "Małgorzata")]
    [InlineData("MALGO", "Małgorzata")]
    [InlineData("gosia", "Małgorzata")]
    [InlineData("wojcik", "Małgorzata")]
    [InlineData("malg woj", "Małgorzata")]
    [InlineData("woj malg", "Małgorzata")]
    [InlineData("kathryn", "Catherine")]
    [InlineData("রহ", "রহিমা")]
    [InlineData("محمد", "مُحَمَّد")]
    [InlineData("brien", "Nuala")]
    [InlineData("o'brien", "Nuala")]
    [InlineData("07700 900123", "Nuala")]
    [InlineData("+44 (0)7700 900-123", "Nuala")]
    [InlineData("NUALA@post.example", "Nuala")]
    [InlineData("malg brien", null)]
    [InlineData("zz", null)]
    [InlineData("m", null)]
    [InlineData("%_[", null)]
    public async Task People_are_found_by_beginning_nickname_sound_and_how_they_are_reached(string typed, string? found)
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Małgorzata", with: d => d with { LastName = "Wójcik" });
        await database.AddPerson("Catherine");
        await database.AddPerson("রহিমা");
        await database.AddPerson("مُحَمَّد");
        await database.AddPerson("Nuala", with: d => d with { LastName = "O’Brien", Phone = "07700 900123", Email = "nuala@post.example" });

        var listed = await database.Send(new ListPeople(new ListRequest(typed)));

        listed.Items.Select(p => p.FirstName).ShouldBe(found is null ? [] : [found]);
    }

    [Fact]
    public async Task The_name_as_typed_comes_before_those_that_only_sound_like_it()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Kathryn");
        await database.AddPerson("Catherine");

        var suggested = await database.Send(new SuggestPeople("cath"));
        suggested.Select(p => p.Name).First().ShouldBe("Catherine");
        (await database.Send(new SuggestPeople("catherine"))).Select(p => p.Name).ShouldBe(["Catherine", "Kathryn"]);
    }

    [Fact]
    public async Task Words_and_their_records_are_looked_up_by_index_range_never_by_scan()
    {
        await using var database = await TestDatabase.Create();

        await database.Db(async db =>
        {
            var scope = SearchScope.Of(db, database.Worker, SearchKind.Conversation, database.Clock.Today);
            (await Plan(db, scope.Words(db).Where(w => string.Compare(w.Word, "jo") >= 0 && string.Compare(w.Word, "jp") < 0)))
                .ShouldContain(line => line.Contains("(ProgrammeId=? AND Kind=? AND Area=? AND Word>? AND Word<?)", StringComparison.Ordinal));
            List<long> words = [1, 2];
            (await Plan(db, db.SearchPostings.Where(p => EF.Parameter(words).Contains(p.WordId) && p.RecordId > 5 && p.RecordId < 9 && db.SearchPostings.Any(o => o.RecordId == p.RecordId && EF.Parameter(words).Contains(o.WordId))).OrderByDescending(p => p.RecordId)))
                .ShouldContain(line => line.Contains("(WordId=? AND RecordId>? AND RecordId<?)", StringComparison.Ordinal));
            return 0;
        });
    }

    [Fact]
    public async Task A_word_that_may_mean_many_is_held_together_with_another_as_any_word_is()
    {
        await using var database = await TestDatabase.Create();
        // Twenty different words begin with mar: more than are looked up record by record.
        await database.Add([.. Enumerable.Range(0, 20).Select(i => Person.Meet(database.Programme, database.Worker.UserId, database.Clock.Today, new PersonDetails($"Mar{(char)('a' + i)}sa", i % 2 == 0 ? "Kowal" : "Kowalska", NeighbourhoodId: database.Fernhill)))]);
        await database.Add([.. Enumerable.Range(0, 20).Select(i => Person.Meet(database.Programme, database.Worker.UserId, database.Clock.Today, new PersonDetails($"Tom{(char)('a' + i)}sa", $"Kow{(char)('a' + i)}r", NeighbourhoodId: database.Fernhill)))]);

        (await database.Send(new ListPeople(new ListRequest("mar kowalska")))).Total.ShouldBe(10);
        (await database.Send(new ListPeople(new ListRequest("kow mar")))).Total.ShouldBe(20);
        (await database.Send(new SuggestPeople("tom kowcr")))[0].Name.ShouldBe("Tomcsa Kowcr");
        (await database.Send(new ListPeople(new ListRequest("mar kowcr")))).Items.ShouldBeEmpty();
        (await database.Send(new SuggestPeople("mar kowal")))[0].Name.ShouldEndWith("Kowal");
    }

    [Fact]
    public async Task Somebody_of_another_neighbourhood_is_not_suggested()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Kwame", database.HarbourWard);

        (await database.Send(new SuggestPeople("kwame"))).ShouldBeEmpty();
        (await database.Send(new SuggestPeople("kwame"), database.Coordinator)).ShouldHaveSingleItem();
    }

    private static async Task<List<string>> Plan<T>(AbcdDbContext db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        // The query is this test's own.
#pragma warning disable CA2100
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        // What was typed is passed as a list, and lists are read as they come.
        lines.ShouldNotContain(line => line.StartsWith("SCAN", StringComparison.Ordinal) && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal));
        return lines;
    }
}

using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
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
    public async Task Words_are_looked_up_by_index_range_never_by_scan()
    {
        await using var database = await TestDatabase.Create();

        var plan = await database.Db(async db =>
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
            command.CommandText = "EXPLAIN QUERY PLAN SELECT RecordId FROM SearchTokens WHERE ProgrammeId = 1 AND Kind = 1 AND Token >= 'jo' AND Token < 'jp' AND EXISTS (SELECT 1 FROM SearchTokens o WHERE o.Kind = 1 AND o.RecordId = SearchTokens.RecordId AND o.Token >= 'sm' AND o.Token < 'sn')";
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            return lines;
        });

        plan.ShouldNotContain(line => line.StartsWith("SCAN", StringComparison.Ordinal));
        plan.ShouldContain(line => line.Contains("Token>? AND Token<?", StringComparison.Ordinal) && line.Contains("COVERING", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_of_another_neighbourhood_is_not_suggested()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Kwame", database.HarbourWard);

        (await database.Send(new SuggestPeople("kwame"))).ShouldBeEmpty();
        (await database.Send(new SuggestPeople("kwame"), database.Coordinator)).ShouldHaveSingleItem();
    }
}

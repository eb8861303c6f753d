using AbcdConnect.Application.Access;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Search;
using AbcdConnect.Infrastructure.Search;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AbcdConnect.Infrastructure.Tests.Search;

public sealed class SearchRebuildTests
{
    [Fact]
    public async Task A_database_without_an_index_gets_one_batch_by_batch_and_what_is_saved_meanwhile_is_there_once()
    {
        await using var database = await TestDatabase.Create();
        await Fill(database);
        var whole = await Index(database);
        await database.Db(async db =>
        {
            await db.SearchWords.ExecuteDeleteAsync();
            await db.SearchPostings.ExecuteDeleteAsync();
            await db.SearchKeys.ExecuteDeleteAsync();
            await db.SearchedRecords.ExecuteDeleteAsync();
            return await db.SearchIndexStates.ExecuteDeleteAsync();
        });

        var machine = Viewer.System(database.Programme);
        (await database.Send(new RebuildSearchIndex(3), machine)).ShouldBe(new SearchRebuilt(Done: false, 3));
        // The newest of those first looked at are found, the rest are not yet, and the page can say so.
        (await database.Send(new SearchEverything("person7"), database.Coordinator)).Groups.ShouldHaveSingleItem();
        var early = await database.Send(new SearchEverything("accordion"), database.Coordinator);
        early.Groups.ShouldBeEmpty();
        early.Making.ShouldBeTrue();
        var person = await database.AddPerson("Meanwhile");

        var steps = 0;
        while (!(await database.Send(new RebuildSearchIndex(3), machine)).Done)
        {
            (++steps).ShouldBeLessThan(30);
        }

        var found = await database.Send(new SearchEverything("accordion"), database.Coordinator);
        found.Groups.ShouldHaveSingleItem();
        found.Making.ShouldBeFalse();
        (await Index(database)).Where(w => !w.Contains("meanwhile", StringComparison.Ordinal) && w != $"Person {person.Id.Value} 1").ShouldBe(whole);
        (await database.Send(new SearchEverything("meanwihle"), database.Coordinator)).Groups.ShouldHaveSingleItem().Hits.ShouldHaveSingleItem().Id.ShouldBe(person.Id.Value);
        (await database.Send(new RebuildSearchIndex(3), machine)).ShouldBe(new SearchRebuilt(Done: true, 0));
    }

    [Fact]
    public async Task An_older_versions_words_answer_until_each_record_has_been_looked_at_again()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        await database.Db(async db =>
        {
            await db.SearchWords.Where(w => w.Word == "sheila").ExecuteUpdateAsync(set => set.SetProperty(w => w.Word, "asheilaold"));
            return await db.SearchIndexStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, 1).SetProperty(s => s.Making, 1));
        });
        (await database.Send(new SearchEverything("asheilaold"))).Groups.ShouldHaveSingleItem();

        await Run(database);

        (await database.Send(new SearchEverything("asheilaold"))).Groups.ShouldBeEmpty();
        (await database.Send(new SearchEverything("sheila"))).Groups.ShouldHaveSingleItem();
        (await database.Db(db => db.SearchIndexStates.SingleAsync())).Version.ShouldBe(Tokens.Version);
        (await database.Db(db => db.SearchKeys.AnyAsync(k => k.Word == "asheilaold"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_by_halves_and_is_done_again()
    {
        await using var database = await TestDatabase.Create();
        await Fill(database);
        var whole = await Index(database);
        var machine = Viewer.System(database.Programme);
        await database.Send(new RebuildSearchIndex(4, FromTheStart: true), machine);
        var before = await Index(database);

        using var stopped = new CancellationTokenSource();
        await database.Db(async db =>
        {
            await db.AllOrNothing(
                async () =>
                {
                    await db.SearchPostings.ExecuteDeleteAsync(stopped.Token);
                    await stopped.CancelAsync();
                    return 0;
                },
                stopped.Token).ShouldThrowAsync<OperationCanceledException>();
            return 0;
        });

        (await Index(database)).ShouldBe(before);
        await Run(database);
        (await Index(database)).ShouldBe(whole);
    }

    [Fact]
    public async Task A_forgotten_name_is_in_no_part_of_the_index()
    {
        await using var database = await TestDatabase.Create();
        var person = await database.AddPerson("Quillon", with: d => d with { LastName = "Tarrantine", Phone = "07700 900555" });
        await database.AddPerson("Tarrantine");

        await database.Db(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == person.Id)).Anonymise(database.Clock.Today);
            return await db.SaveChangesAsync();
        });

        var left = await database.Db(db => db.SearchWords.Select(w => w.Word).Concat(db.SearchKeys.Select(k => k.Word)).Distinct().ToListAsync());
        left.ShouldNotContain(w => w.StartsWith("quil", StringComparison.Ordinal) || w[0] == '#' || w[0] == '%');
        // Somebody else is still called so.
        left.ShouldContain("tarrantine");
        (await database.Db(db => db.SearchedRecords.CountAsync(r => r.Kind == SearchKind.Person))).ShouldBe(1);
    }

    // As the web application runs it after a start.
    private static async Task Run(TestDatabase database)
    {
        await using var scope = database.Scope(null);
        using var rebuilding = new SearchRebuilding(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<SearchRebuilding>.Instance);
        await rebuilding.StartAsync(CancellationToken.None);
        await rebuilding.ExecuteTask!;
    }

    private static async Task Fill(TestDatabase database)
    {
        var today = database.Clock.Today;
        for (var i = 0; i < 8; i++)
        {
            await database.AddPerson($"Person{i}");
        }

        await database.Add(
            Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "Library", Postcode: "M33 4QJ", NeighbourhoodId: database.Fernhill)),
            Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], "An accordion and a library", NeighbourhoodId: database.Fernhill), today),
            Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], "A library van"), today));
    }

    // Everything but the numbers that words happen to have.
    private static Task<List<string>> Index(TestDatabase database) => database.Db(async db =>
    {
        var postings = await db.SearchWords.Join(db.SearchPostings, w => w.Id, p => p.WordId, (w, p) => new { w.Kind, w.Area, w.Word, w.InName, w.Uses, p.RecordId }).ToListAsync();
        var keys = await db.SearchKeys.ToListAsync();
        var records = (await db.SearchedRecords.ToListAsync()).Select(r => $"{r.Kind} {r.RecordId} {PackedNumbers.Unpack(r.WordIds).Count}");
        return postings.Select(p => p.ToString()!).Concat(keys.Select(k => $"{k.Key} {k.Word}")).Concat(records).Order(StringComparer.Ordinal).ToList();
    });
}

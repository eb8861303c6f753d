using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Search;

/// <summary>What may not be seen is not looked at: it does not appear, takes nobody's place and changes no count.</summary>
public sealed class SearchScopeTests
{
    [Fact]
    public async Task A_thousand_people_of_other_neighbourhoods_take_no_place_of_the_one_who_may_be_seen()
    {
        await using var database = await TestDatabase.Create();
        // The one is the oldest: whoever looked at the newest first and asked afterwards would never come to her.
        var seen = await database.AddPerson("Margaret", with: d => d with { LastName = "Obi" });
        await AddPeople(database, 1_100, i => new PersonDetails("Margaret", "Obi", NeighbourhoodId: database.HarbourWard));
        // Spelt alike, and met by somebody else: theirs until she has a neighbourhood.
        await AddPeople(database, 60, i => new PersonDetails("Margarett"), database.Coordinator.UserId);

        foreach (var typed in new[] { "margaret", "marg", "peggy", "magraret", "margarit", "obi marg" })
        {
            var answer = await database.Send(new SearchEverything(typed));

            var group = answer.Groups.ShouldHaveSingleItem(typed);
            group.Hits.ShouldHaveSingleItem(typed).Id.ShouldBe(seen.Id.Value);
            group.More.ShouldBeFalse(typed);
            (await database.Send(new SuggestPeople(typed))).ShouldHaveSingleItem().Id.ShouldBe(seen.Id);
            var listed = await database.Send(new ListPeople(new ListRequest(typed)));
            listed.Total.ShouldBe(1);
        }

        (await database.Send(new SearchEverything("margaret"), database.Coordinator)).Groups.ShouldHaveSingleItem().More.ShouldBeTrue();
    }

    [Fact]
    public async Task A_partner_finds_who_agreed_today_among_thousands_who_did_not()
    {
        await using var database = await TestDatabase.Create();
        var agreed = await database.AddPerson("Kwame");
        var withdrew = await database.AddPerson("Kwame");
        await AddPeople(database, 400, i => new PersonDetails("Kwame", NeighbourhoodId: database.Fernhill));
        var today = database.Clock.Today;
        var no = Consent.Give(withdrew.Id, ConsentUse.ShareWithAgency, database.Housing, today.AddDays(-9), ConsentHow.Spoken, null, null);
        no.Withdraw(today);
        await database.Add(Consent.Give(agreed.Id, ConsentUse.ShareWithAgency, database.Housing, today.AddDays(-9), ConsentHow.Spoken, null, null), no);

        foreach (var typed in new[] { "kwame", "kwa", "kwane" })
        {
            var group = (await database.Send(new SearchEverything(typed), database.Partner)).Groups.ShouldHaveSingleItem();
            group.Hits.ShouldHaveSingleItem().Id.ShouldBe(agreed.Id.Value);
            group.More.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Words_said_elsewhere_take_no_place_of_words_said_here()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        Conversation Said(string words, NeighbourhoodId place) =>
            Conversation.Log(database.Programme, database.Coordinator.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], words, NeighbourhoodId: place), today);
        await database.Add(Said("She mends accordions", database.Fernhill));
        await database.Add([.. Enumerable.Range(0, 1_050).Select(i => Said("He mends accordions and more", database.HarbourWard))]);

        foreach (var typed in new[] { "accordions", "acco", "accordoins", "mends acc" })
        {
            var answer = await database.Send(new SearchEverything(typed));
            answer.Groups.ShouldHaveSingleItem().Hits.ShouldHaveSingleItem().Context.ShouldBe("She mends accordions");
            answer.Groups[0].More.ShouldBeFalse();
            (await database.Send(new ListConversations(new ListRequest(typed)))).Total.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(Role.Commissioner)]
    [InlineData(Role.Researcher)]
    public async Task Nobody_from_outside_finds_where_somebody_lives(Role role)
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        await database.Add(
            Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Individual, "Joan who bakes", Address: "9 Elm Row", Postcode: "M33 4QJ")),
            Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "Library", Address: "1 Oak Row", Postcode: "M33 4QJ")));

        (await database.Send(new SearchEverything("m334qj"), database.As(role))).Groups.ShouldHaveSingleItem().Hits.ShouldHaveSingleItem().Title.ShouldBe("Library");
        (await database.Send(new SearchEverything("elm"), database.As(role))).Groups.ShouldBeEmpty();
        var hit = (await database.Send(new SearchEverything("bakes"), database.As(role))).Groups.ShouldHaveSingleItem().Hits.ShouldHaveSingleItem();
        (hit.Context ?? "").ShouldNotContain("Elm");
    }

    [Fact]
    public async Task What_the_index_lets_each_role_find_is_what_each_may_see()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        foreach (var place in new NeighbourhoodId?[] { database.Fernhill, database.HarbourWard, null })
        {
            foreach (var by in new[] { database.Worker.UserId, database.Coordinator.UserId, null })
            {
                var person = Person.Meet(database.Programme, by, today, new PersonDetails("Zofia", NeighbourhoodId: place));
                await database.Add(person, Conversation.Log(database.Programme, by, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], "Zofia spoke", NeighbourhoodId: place), today));
                if (by is null)
                {
                    await database.Add(
                        Consent.Give(person.Id, ConsentUse.ShareWithAgency, database.Housing, today, ConsentHow.Spoken, null, null),
                        Conversation.Log(database.Programme, by, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [person.Id], "Zofia spoke", NeighbourhoodId: place), today));
                }
            }
        }

        await database.Add(Meeting.Plan(database.Programme, "Zofia's table", today, null, null, null), Agency.Join(database.Programme, "Zofia Trust", Sector.Vcse));
        await database.Db(async db =>
        {
            foreach (var viewer in Enum.GetValues<Role>().Where(r => r.Allows(Permission.Search)).Select(database.As))
            {
                await Same(db, viewer, SearchKind.Person, db.People.VisibleTo(viewer, db, today).Select(p => (long)(object)p.Id));
                if (viewer.Role != Role.Researcher)
                {
                    // A researcher reads conversations without names, and could ask for names by looking for them.
                    await Same(db, viewer, SearchKind.Conversation, db.Conversations.VisibleTo(viewer, db, today).Select(c => (long)(object)c.Id));
                }

                await Same(db, viewer, SearchKind.Meeting, db.Meetings.VisibleTo(viewer, db).Select(m => (long)(object)m.Id));
                await Same(db, viewer, SearchKind.Agency, db.Agencies.VisibleTo(viewer).Where(a => a.Name == "Zofia Trust").Select(a => (long)(object)a.Id));
            }

            return 0;

            async Task Same(AbcdDbContext context, Viewer viewer, SearchKind kind, IQueryable<long> visible) =>
                (await context.FindAsync(viewer, today, kind, "zofia", 100, default)).Ids.Order().ShouldBe((await visible.ToListAsync()).Order(), $"{viewer.Role} {kind}");
        });
    }

    private static Task AddPeople(TestDatabase database, int count, Func<int, PersonDetails> details, UserId? by = null) =>
        database.Add([.. Enumerable.Range(0, count).Select(i => Person.Meet(database.Programme, by ?? database.Worker.UserId, database.Clock.Today, details(i)))]);
}

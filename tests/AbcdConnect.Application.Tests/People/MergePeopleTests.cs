using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.People;

public sealed class MergePeopleTests
{
    [Fact]
    public async Task One_page_tells_both_stories_and_the_old_address_leads_there()
    {
        await using var database = await TestDatabase.Create();
        var (liz, elizabeth) = (await database.AddPerson("Liz"), await database.AddPerson("Elizabeth", with: d => d with { Phone = "07700 900123" }));
        await database.Send(new AddGift(elizabeth.Id, GiftDirection.Gift, GiftKind.Hands, null, "Crochet"));
        var both = await database.Send(new ComparePeople(liz.Id, elizabeth.Id));
        both.Merged.Gifts.ShouldBe(1);

        var merge = await database.Send(new MergePeople(liz.Id, both.Kept.Version, elizabeth.Id, both.Merged.Version, both.Kept.Details with { Phone = both.Merged.Details.Phone }));

        (await database.Send(new TellPersonsStory(elizabeth.Id))).ShouldBe(new PersonMovedTo(liz.Id));
        var told = (PersonsStory)await database.Send(new TellPersonsStory(liz.Id));
        told.Gifts.ShouldHaveSingleItem().Words.ShouldBe("Crochet");
        told.Details.Phone.ShouldBe("07700 900123");
        told.Merges.ShouldHaveSingleItem().Id.ShouldBe(merge);
        (await database.Send(new ListPeople(new ListRequest()))).Items.ShouldHaveSingleItem().Id.ShouldBe(liz.Id);
    }

    [Fact]
    public async Task Undoing_keeps_what_was_edited_since()
    {
        await using var database = await TestDatabase.Create();
        var (liz, elizabeth) = (await database.AddPerson("Liz"), await database.AddPerson("Elizabeth", with: d => d with { Phone = "07700 900123" }));
        var merge = await database.Send(new MergePeople(liz.Id, 0, elizabeth.Id, 0, new PersonDetails("Liz", NeighbourhoodId: database.Fernhill, Phone: "07700 900123")));
        await database.Send(new ChangePerson(liz.Id, 1, new PersonDetails("Liz", "Okafor", NeighbourhoodId: database.Fernhill, Phone: "07700 900123")));

        await database.Send(new UndoMerge(merge));

        var told = (PersonsStory)await database.Send(new TellPersonsStory(liz.Id));
        (told.Details.LastName, told.Details.Phone).ShouldBe(("Okafor", null));
        ((PersonsStory)await database.Send(new TellPersonsStory(elizabeth.Id))).Details.Phone.ShouldBe("07700 900123");
        await Should.ThrowAsync<DomainRuleException>(database.Send(new UndoMerge(merge)));
    }

    [Fact]
    public async Task Months_in_which_either_was_met_are_marked_as_changed()
    {
        await using var database = await TestDatabase.Create();
        var (liz, elizabeth) = (await database.AddPerson("Liz"), await database.AddPerson("Elizabeth"));
        var today = database.Clock.Today;
        await database.Add(Talk(database, today.AddMonths(-3), liz.Id), Talk(database, today.AddMonths(-1), elizabeth.Id));
        await database.Db(db => db.ChangedMonths.ExecuteDeleteAsync());

        await database.Send(new MergePeople(liz.Id, 0, elizabeth.Id, 0, liz.ToDetails()));

        (await database.Db(db => db.ChangedMonths.Select(m => m.Month).ToListAsync())).Order().ShouldBe([YearMonth.Containing(today.AddMonths(-3)), YearMonth.Containing(today.AddMonths(-1))]);
    }

    [Fact]
    public async Task Nobody_is_merged_with_themselves()
    {
        await using var database = await TestDatabase.Create();
        var liz = await database.AddPerson("Liz");

        await Should.ThrowAsync<DomainRuleException>(database.Send(new ComparePeople(liz.Id, liz.Id)));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new MergePeople(liz.Id, 0, liz.Id, 0, liz.ToDetails())));
    }

    /// <summary>Any records between three people: merging the first two leaves nothing of the one, and undoing puts every row back.</summary>
    [Fact]
    public async Task Merging_and_undoing_restores_every_rows_owner()
    {
        await using var database = await TestDatabase.Create();
        var steps = Gen.Choose(0, 12).NonEmptyListOf().Select(l => l.Take(25).ToList()).Sample(14, 8);
        foreach (var world in steps)
        {
            var people = new[] { await database.AddPerson("Kept"), await database.AddPerson("Merged"), await database.AddPerson("Other") };
            var random = new Random(world.Count + (world[0] * 31));
            PersonId Any() => people[random.Next(3)].Id;
            foreach (var step in world)
            {
                await database.Add(Record(database, step, Any(), Any()));
            }

            var before = await Owners(database, people);
            var merge = await database.Send(new MergePeople(people[0].Id, 0, people[1].Id, 0, new PersonDetails("Kept", "Once Merged", NeighbourhoodId: database.Fernhill)));
            var between = await database.Db(db => db.ConversationPeople.CountAsync(p => p.PersonId == people[1].Id));
            await database.Send(new UndoMerge(merge));

            between.ShouldBe(0);
            (await Owners(database, people)).ShouldBe(before);
        }
    }

    private static Conversation Talk(TestDatabase database, DateOnly on, params PersonId[] people) =>
        Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(on, ConversationKind.Learning, people, "Heard", NeighbourhoodId: database.Fernhill), database.Clock.Today);

    private static object Record(TestDatabase database, int step, PersonId one, PersonId two)
    {
        var (today, programme, worker) = (database.Clock.Today, database.Programme, database.Worker.UserId);
        switch (step)
        {
            case 0:
                return Gift.Hear(programme, one, null, GiftDirection.Gift, GiftKind.Hands, null, "Crochet", today);
            case 1:
                return Consent.Give(one, ConsentUse.KeepInTouch, null, today, ConsentHow.Spoken, null, worker);
            case 2 or 3:
                return Talk(database, today.AddDays(-step), one, two);
            case 4 or 5 when one != two:
                return Connection.Make(programme, database.Fernhill, worker, ConnectionEnd.Of(one), ConnectionEnd.Of(two), ConnectionOrigin.Existing, null, today, null);
            case 6 or 7 when one != two:
                return Introduction.Make(programme, database.Fernhill, worker, one, ConnectionEnd.Of(two), today, null);
            case 8 or 9:
                var activity = Activity.Add(programme, worker, today.AddDays(-20), new ActivityDetails("Bingo", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, LeaderId: two));
                activity.Hold(today.AddDays(-1), null, [one, two], today);
                return activity;
            case 10:
                return Story.Tell(programme, null, one, "The key", "Now I hold the key.", "en-GB", today, null, null);
            default:
                var walk = Activity.Add(programme, worker, today, new ActivityDetails("Walk", ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Once, LeaderId: one));
                return walk;
        }
    }

    private static Task<string> Owners(TestDatabase database, Person[] people) => database.Db(async db =>
    {
        var ids = people.Select(p => p.Id).ToList();
        List<string> rows =
        [
            .. (await db.Gifts.Where(g => ids.Contains(g.PersonId!.Value)).ToListAsync()).Select(g => $"gift {g.Id} {g.PersonId}"),
            .. (await db.Consents.Where(c => ids.Contains(c.PersonId)).ToListAsync()).Select(c => $"consent {c.Id} {c.PersonId}"),
            .. (await db.ConversationPeople.Where(c => ids.Contains(c.PersonId)).ToListAsync()).Select(c => $"conversation {c.ConversationId} {c.PersonId} {c.HeldOn}"),
            .. (await db.Attendances.Where(c => ids.Contains(c.PersonId)).ToListAsync()).Select(a => $"session {a.SessionId} {a.PersonId}"),
            .. (await db.Connections.ToListAsync()).Select(c => $"connection {c.Id} {c.FromPersonId} {c.ToPersonId}"),
            .. (await db.Introductions.ToListAsync()).Select(i => $"introduction {i.Id} {i.PersonId} {i.ToPersonId}"),
            .. (await db.Activities.ToListAsync()).Select(a => $"activity {a.Id} {a.LeaderId}"),
            .. (await db.Stories.ToListAsync()).Select(s => $"story {s.Id} {s.PersonId}"),
            .. (await db.People.Where(p => ids.Contains(p.Id)).ToListAsync()).Select(p => $"person {p.Id} {p.FullName} {p.MergedInto}"),
            .. (await db.SearchWords.Where(w => w.Kind == Domain.Search.SearchKind.Person).Join(db.SearchPostings, w => w.Id, p => p.WordId, (w, p) => new { w.Word, p.RecordId }).ToListAsync()).Select(w => $"word {w.RecordId} {w.Word}"),
        ];
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    });
}

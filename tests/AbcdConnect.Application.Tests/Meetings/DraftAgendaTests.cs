using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Agenda;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings;

/// <summary>An agenda drafted from what is happening.</summary>
public sealed class DraftAgendaTests
{
    [Fact]
    public async Task Each_suggestion_says_why_with_counts_that_give_nobody_away()
    {
        await using var month = await Month.Arrange();

        var draft = await month.Draft();

        draft.Since.ShouldBe(month.Last);
        var found = draft.Suggestions.ToDictionary(s => s.What.Key, s => s.What);
        found.Keys.ShouldBe(["activities", "done", "theme-1", "signposts", "introductions", "gap-1-Association", "gap-1-Place"], ignoreOrder: true);
        found["activities"].Reason.ShouldBe("Since 8 October: 1 activity began: Blanket table. 1 has grown: Tea dance (from about 8 people to 16). 1 rests: Harbour choir.");
        found["done"].Reason.ShouldBe("1 action is done since 8 October, by Wealbourne Homes. Say so, and who raised it.");
        found["theme-1"].Title.ShouldBe("Somewhere for teenagers");
        found["theme-1"].Reason.ShouldBe("6 people spoke of it since 8 October. The council and the police can move it together.");
        found["signposts"].Reason.ShouldBe("11 signposts did not land since 8 October, most often getting there (6) and what it costs (5). What could open the way?");
        found["introductions"].Reason.ShouldBe("5 introductions across agencies were made two weeks ago or longer, and nobody knows yet what came of them: Wealbourne Homes (5).");
        found["gap-1-Place"].Reason.ShouldBe("The map knows none there. Who knows more, or could begin something?");
        draft.Suggestions[0].What.Key.ShouldBe("activities");
        // Put there when the meeting was planned, with what was left.
        draft.Items.Select(i => i.Origin).ShouldBe(["minutes", "actions"]);
    }

    [Fact]
    public async Task Four_people_or_one_agency_make_no_theme_and_another_neighbourhoods_words_are_not_this_tables()
    {
        await using var month = await Month.Arrange();
        var clean = await month.Term(GiftKind.Heart, "Place", "Cares about clean streets");
        await month.Hear(clean, 4, month.Database.Fernhill);
        await month.Hear(clean, 5, month.Database.HarbourWard);
        // Nobody at this table is a school or a college.
        var english = await month.Term(GiftKind.Hope, "For me", "Go back to learning");
        await month.Hear(english, 9, month.Database.Fernhill);

        var draft = await month.Draft();

        draft.Suggestions.Select(s => s.What.Key).Where(k => k.StartsWith("theme-", StringComparison.Ordinal)).ShouldBe(["theme-1"]);
        // A fifth says it, and it may be said.
        await month.Hear(clean, 1, month.Database.Fernhill);
        (await month.Draft()).Suggestions.Select(s => s.What.Key).ShouldContain($"theme-{clean}");
    }

    [Fact]
    public async Task Words_are_shown_only_of_those_who_agree_today_to_share_with_every_agency_invited()
    {
        await using var month = await Month.Arrange();
        (await month.Words()).ShouldBeEmpty();
        await month.Share(month.People[0], month.Database.Housing);
        // The police are invited too, and she does not share with them.
        (await month.Words()).ShouldBeEmpty();
        await month.Share(month.People[0], month.Police);
        (await month.Words()).ShouldBe(["There is nothing after six, says 0"]);
        await month.Database.Db(async db =>
        {
            (await db.Consents.FirstAsync(c => c.AgencyId == month.Police)).Withdraw(month.Database.Clock.Today);
            return await db.SaveChangesAsync();
        });
        (await month.Words()).ShouldBeEmpty();

        await month.Database.Send(new KeepSuggestions(month.Meeting, ["theme-1"]), month.Database.Coordinator);
        var kept = (await month.Draft()).Items.Single(i => i.Origin == "theme-1");
        $"{kept.Title} {kept.Reason} {kept.Note}".ShouldNotContain("after six");
    }

    [Fact]
    public async Task Introductions_across_agencies_are_of_two_workers_people_or_to_what_another_agency_looks_after_and_name_only_those_who_agree()
    {
        await using var month = await Month.Arrange();
        var database = month.Database;
        var worker = database.Worker.UserId;
        var other = Domain.Access.Member.Welcome(new Domain.Access.UserId(77), database.Programme, "Sam Reed", "sam@police.example", Domain.Access.Role.Worker, month.Police, [database.Fernhill]);
        await database.Add(other);
        await database.Db(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == worker)).Change("Amina", Domain.Access.Role.Worker, database.Housing, [database.Fernhill]);
            return await db.SaveChangesAsync();
        });
        var ours = Enumerable.Range(0, 6).Select(i => Person.Meet(database.Programme, worker, month.Last, new PersonDetails($"Ours {i}", NeighbourhoodId: database.Fernhill))).ToList();
        var theirs = Person.Meet(database.Programme, other.Id, month.Last, new PersonDetails("Theirs", NeighbourhoodId: database.Fernhill));
        var bench = Asset.Add(database.Programme, null, month.Last, new AssetDetails(AssetKind.Place, "The bench", NeighbourhoodId: database.Fernhill, LookedAfterBy: "Wealbourne Police"));
        var own = Asset.Add(database.Programme, null, month.Last, new AssetDetails(AssetKind.Place, "The shed", NeighbourhoodId: database.Fernhill, LookedAfterBy: "Amina"));
        // A neighbour with whom the police keep in touch: known to the map, and never asked whether agencies may hear of her.
        var rita = Asset.Add(database.Programme, null, month.Last, new AssetDetails(AssetKind.Individual, "Rita Lane", NeighbourhoodId: database.Fernhill, LookedAfterBy: "Wealbourne Police"));
        await database.Add([.. ours, theirs]);
        await database.Add(bench, own, rita);
        Introduction To(Person who, ConnectionEnd end) => Introduction.Make(database.Programme, database.Fernhill, worker, who.Id, end, month.Last.AddDays(3), null);
        await database.Add([.. ours.Select(o => To(o, ConnectionEnd.Of(theirs.Id)))]);
        await database.Add(To(ours[2], ConnectionEnd.Of(rita.Id)));
        // Of the same agency, or looked after by it: across nothing.
        await database.Add([.. ours.Select(o => To(o, ConnectionEnd.Of(own.Id))), .. ours.Skip(1).Select(o => To(o, ConnectionEnd.Of(ours[0].Id))), .. ours.Select(o => To(o, ConnectionEnd.Of(bench.Id)))]);

        var found = (await month.Draft()).Suggestions.Single(s => s.What.Key == "introductions");

        found.What.Reason.ShouldBe("18 introductions across agencies were made two weeks ago or longer, and nobody knows yet what came of them: Wealbourne Police (7), Wealbourne Homes with Wealbourne Police (6) and Wealbourne Homes (5).");
        found.Words.ShouldBeEmpty();
        foreach (var agency in new[] { database.Housing, month.Police })
        {
            await month.Share(ours[2].Id, agency);
        }

        // Of two people, both: what is told of one is told of the other.
        (await month.Draft()).Suggestions.Single(s => s.What.Key == "introductions").Words.ShouldBe(["Ours 2 to The bench, on 11 October"]);
        foreach (var agency in new[] { database.Housing, month.Police })
        {
            await month.Share(theirs.Id, agency);
        }

        (await month.Draft()).Suggestions.Single(s => s.What.Key == "introductions").Words.ShouldContain("Ours 2 to Theirs, on 11 October");
    }

    [Fact]
    public async Task A_coordinator_keeps_drops_brings_back_and_keeps_the_rest_and_nothing_stands_there_twice()
    {
        await using var month = await Month.Arrange();
        var joan = month.Database.Coordinator;
        (await month.Database.Send(new KeepSuggestions(month.Meeting, ["theme-1"]), joan)).ShouldBe(1);
        (await month.Database.Send(new KeepSuggestions(month.Meeting, ["theme-1", "no such thing"]), joan)).ShouldBe(0);
        await month.Database.Send(new DropSuggestion(month.Meeting, "signposts"), joan);
        await month.Database.Send(new DropSuggestion(month.Meeting, "signposts"), joan);
        await month.Database.Send(new DropSuggestion(month.Meeting, "introductions"), joan);
        await month.Database.Send(new DropSuggestion(month.Meeting, "introductions", BringBack: true), joan);
        var draft = await month.Draft();
        draft.Dropped.ShouldHaveSingleItem().What.Key.ShouldBe("signposts");
        draft.Suggestions.Select(s => s.What.Key).ShouldNotContain("theme-1");

        (await month.Database.Send(new KeepSuggestions(month.Meeting, []), joan)).ShouldBe(draft.Suggestions.Count);

        draft = await month.Draft();
        draft.Suggestions.ShouldBeEmpty();
        draft.Items.Select(i => i.Origin).ShouldBe(["minutes", "actions", "theme-1", "activities", "done", "introductions", "gap-1-Association", "gap-1-Place"]);
        draft.Items.ShouldAllBe(i => i.Reason != null && i.Link!.StartsWith('/'));
        // What is taken off the agenda may be suggested again.
        await month.Database.Send(new RemoveAgendaItem(month.Meeting, draft.Items[2].Id), joan);
        (await month.Draft()).Suggestions.ShouldHaveSingleItem().What.Key.ShouldBe("theme-1");
        (await Should.ThrowAsync<NotAllowedException>(() => month.Database.Send(new DraftAgenda(month.Meeting), month.Database.Worker))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Minutes_and_presenters_are_set_at_once_and_two_who_set_them_side_by_side_are_told()
    {
        await using var month = await Month.Arrange();
        var joan = month.Database.Coordinator;
        await month.Database.Send(new KeepSuggestions(month.Meeting, ["theme-1", "done"]), joan);
        var items = (await month.Draft()).Items;
        await month.Database.Send(new TimeAgenda(month.Meeting, [.. items.Select((i, at) => new ItemTime(i.Id, at * 10, at == 1 ? " Priya Shah " : null, i.Edition))]), joan);

        var draft = await month.Draft();
        draft.Items.Select(i => (i.Minutes, i.Presenter)).ShouldBe([(0, null), (10, "Priya Shah"), (20, null), (30, null)]);
        draft.Minutes.ShouldBe(60);
        // Another page, open since before, changes another item: both count. The same one: the second is told.
        await month.Database.Send(new TimeAgenda(month.Meeting, [new ItemTime(items[0].Id, 5, null, draft.Items[0].Edition)]), joan);
        await Should.ThrowAsync<OvertakenException>(() => month.Database.Send(new TimeAgenda(month.Meeting, [new ItemTime(items[1].Id, 45, null, items[1].Edition)]), joan));
        // One is taken off the agenda while somebody sets the minutes of all: the others' are kept.
        var shown = (await month.Draft()).Items;
        await month.Database.Send(new RemoveAgendaItem(month.Meeting, items[3].Id), joan);
        await month.Database.Send(new TimeAgenda(month.Meeting, [.. shown.Select((i, at) => new ItemTime(i.Id, at == 2 ? 55 : i.Minutes, at == 3 ? "Sam Reed" : i.Presenter, i.Edition))]), joan);
        (await month.Draft()).Items.Select(i => i.Minutes).ShouldBe([5, 10, 55]);
    }

    [Fact]
    public void Each_row_of_who_can_move_what_belongs_to_the_taxonomy_and_names_two_sectors()
    {
        var shipped = TaxonomyFile.Rows(File.ReadAllText(Path.Combine(Repository.Root, "database", "taxonomy", "gifts.csv")), 4).Select(r => (TaxonomyFile.Value<GiftKind>(r[0]), r[1], r[2])).ToList();
        var names = shipped.ToHashSet();
        var groups = shipped.Select(r => (r.Item1, r.Item2, "")).ToHashSet();

        WhoCanMove.Shipped.Keys.Where(k => !names.Contains(k) && !groups.Contains(k)).ShouldBeEmpty();
        WhoCanMove.Shipped.Keys.Select(k => WhoCanMove.Shipped.Of(new CachedTerm(new GiftTermId(1), k.Kind, k.Group, k.Name, null, [], [], []))).ShouldAllBe(s => s.Distinct().Count() >= 2);
    }

    private sealed class Month(TestDatabase database) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public DateOnly Last { get; } = new(2026, 10, 8);

        public MeetingId Meeting { get; private set; }

        public AgencyId Police { get; private set; }

        public List<PersonId> People { get; } = [];

        public static async Task<Month> Arrange()
        {
            var month = new Month(await TestDatabase.Create());
            await month.Fill();
            return month;
        }

        public Task<AgendaDraft> Draft() => database.Send(new DraftAgenda(Meeting), database.Coordinator);

        public async Task<IReadOnlyList<string>> Words() => (await Draft()).Suggestions.Single(s => s.What.Key == "theme-1").Words;

        public Task Share(PersonId person, AgencyId agency) =>
            database.Add(Consent.Give(person, ConsentUse.ShareWithAgency, agency, database.Clock.Today, ConsentHow.Spoken, null, null));

        public async Task<GiftTermId> Term(GiftKind kind, string group, string name)
        {
            var term = new GiftTerm { Kind = kind, Group = group, Name = name };
            await database.Add(term);
            // Another minute: the list of terms is kept for one.
            database.Clock.Now += TimeSpan.FromMinutes(2);
            return term.Id;
        }

        public async Task<IReadOnlyList<PersonId>> Hear(GiftTermId term, int people, Domain.Programmes.NeighbourhoodId place)
        {
            var heard = Enumerable.Range(0, people).Select(i => Person.Meet(database.Programme, null, Last, new PersonDetails($"Neighbour {i}", NeighbourhoodId: place))).ToList();
            await database.Add([.. heard]);
            // Said twice by one person, it is one person's word.
            await database.Add([.. heard.Append(heard[0]).Select((p, i) => Gift.Hear(database.Programme, p.Id, null, GiftDirection.Gift, GiftKind.Hope, term, $"There is nothing after six, says {i % people}", Last.AddDays(3 + (i % people))))]);
            return heard.ConvertAll(p => p.Id);
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();

        private async Task Fill()
        {
            Police = await database.AddAgency("Wealbourne Police");
            await database.AddAgency("Wealbourne Borough Council", Sector.Council);
            var priya = await database.AddPractitioner("Priya Shah", database.Housing);
            var sam = await database.AddPractitioner("Sam Reed", Police);
            var before = Domain.Meetings.Meeting.Plan(database.Programme, "October", Last, new TimeOnly(10, 0), null, database.Fernhill);
            before.Held(database.Clock.Today);
            await database.Add(before);
            var (done, left) = (MeetingAction.Agree(database.Programme, before.Id, "A lock for the cupboard", database.Housing, null, Last.AddDays(14)), MeetingAction.Agree(database.Programme, before.Id, "Ask about the lights", Police, null, Last.AddDays(20)));
            done.Done(Last.AddDays(10));
            await database.Add(done, left);
            Meeting = await database.PlanMeeting(7, priya, sam);

            People.AddRange(await Hear(await Term(GiftKind.Hope, "For my street", "Somewhere for teenagers"), 6, database.Fernhill));
            var hall = Asset.Add(database.Programme, null, Last, new AssetDetails(AssetKind.Exchange, "Fernhill Hall", NeighbourhoodId: database.Fernhill));
            var homes = Asset.Add(database.Programme, null, Last, new AssetDetails(AssetKind.Institution, "Wealbourne Homes", NeighbourhoodId: database.Fernhill));
            var story = Asset.Add(database.Programme, null, Last, new AssetDetails(AssetKind.Culture, "The mill's story", NeighbourhoodId: database.Fernhill));
            await database.Add(hall, homes, story);
            var target = new SignpostTarget(hall.Id, null, hall.Name, null);
            var signposts = Enumerable.Range(0, 11).Select(i =>
            {
                var signpost = Signpost.Give(database.Programme, database.Fernhill, null, Guid.NewGuid(), null, target, null, Last.AddDays(-5), null, database.Clock.Today);
                signpost.DidNotGo(Last.AddDays(9), i < 6 ? DidNotGoReason.Transport : DidNotGoReason.Cost, null);
                return signpost;
            });
            await database.Add([.. signposts]);
            await database.Add([.. People.Take(5).Select(p => Introduction.Make(database.Programme, database.Fernhill, null, p, ConnectionEnd.Of(homes.Id), Last.AddDays(2), null))]);
            await database.Add(Activity("Blanket table", ActivityStatus.Running, (3, 4), (10, 4)), Activity("Tea dance", ActivityStatus.Running, (-30, 7), (-20, 8), (-2, 9), (5, 15), (12, 17)), Rests("Harbour choir"));
        }

        private Activity Activity(string name, ActivityStatus status, params (int Days, int People)[] held)
        {
            var activity = Domain.Activities.Activity.Add(database.Programme, null, Last.AddDays(-60), new ActivityDetails(name, status, LedBy.Resident, ActivityFrequency.Weekly, NeighbourhoodId: database.Fernhill));
            foreach (var (days, people) in held)
            {
                activity.Hold(Last.AddDays(days), people, [], database.Clock.Today);
            }

            return activity;
        }

        private Activity Rests(string name)
        {
            var activity = Activity(name, ActivityStatus.Running, (-40, 9));
            activity.MoveTo(ActivityStatus.Resting, Last.AddDays(6));
            return activity;
        }
    }
}

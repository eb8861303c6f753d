using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application.Tests.Access;

public sealed class VerifyAuditTests
{
    [Fact]
    public async Task A_chain_nobody_touched_holds()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        long seen = 0;

        var verdict = await database.Send(new VerifyAudit(new Told(p => seen = p.Done)), database.Administrator);

        verdict.Holds.ShouldBeTrue();
        verdict.Entries.ShouldBeGreaterThan(1);
        seen.ShouldBe(verdict.Entries);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Changes = replace(Changes, 'Sheila', 'Sheela')", "not as it was sealed")]
    [InlineData("UPDATE AuditEntries SET [By] = 99 WHERE Sequence = {0}", "not as it was sealed")]
    [InlineData("UPDATE AuditEntries SET ProgrammeId = 99 WHERE Sequence = {0}", "not as it was sealed")]
    [InlineData("UPDATE AuditEntries SET ProgrammeId = NULL WHERE Sequence = {0}", "not as it was sealed")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = {0}", "missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence >= {0}", "cut off")]
    public async Task The_first_broken_entry_is_named(string tampering, string why)
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        var hers = await database.Db(db => db.AuditEntries.Where(a => a.Record == "Person").Select(a => a.Sequence).SingleAsync());
        await database.AddPerson("Kwame");
        await database.Db(db => db.Database.ExecuteSqlRawAsync(tampering.Replace("{0}", hers.ToString(), StringComparison.Ordinal)));

        var verdict = await database.Send(new VerifyAudit(), database.Administrator);

        verdict.FirstBroken.ShouldBe(hers);
        verdict.Why.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public async Task An_entry_put_in_after_the_end_is_found()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        await database.Db(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO AuditEntries (Sequence, At, [By], Record, RecordId, What, Changes, ChangesHash, PreviousHash, Hash) SELECT Sequence + 1, At, [By], Record, RecordId, What, Changes, ChangesHash, Hash, Hash FROM AuditEntries ORDER BY Sequence DESC LIMIT 1"));

        (await database.Send(new VerifyAudit(), database.Administrator)).Why.ShouldNotBeNull().ShouldContain("after the end");
    }

    [Fact]
    public async Task Words_forgotten_with_their_person_leave_the_chain_whole()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        await database.Db(async db =>
        {
            (await db.AuditEntries.SingleAsync(a => a.Record == "Person")).Forget();
            return await db.SaveChangesAsync();
        });

        (await database.Send(new VerifyAudit(), database.Administrator)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task The_log_is_read_by_who_what_and_when()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        database.Clock.Now = database.Clock.Now.AddDays(3);
        await database.AddPerson("Kwame");
        var today = database.Clock.Today;

        (await Read(new ReadAudit(new ListRequest(), Record: "Person"))).ShouldBe(2);
        (await Read(new ReadAudit(new ListRequest(), Record: "Person", From: today))).ShouldBe(1);
        (await Read(new ReadAudit(new ListRequest(), Record: "Person", To: today.AddDays(-1)))).ShouldBe(1);
        (await Read(new ReadAudit(new ListRequest(), By: database.Coordinator.UserId))).ShouldBe(2);
        (await Read(new ReadAudit(new ListRequest(), By: database.Worker.UserId))).ShouldBe(0);
        (await database.Send(new OfferAuditChoices(), database.Administrator)).Count.ShouldBe(6);
        await Should.ThrowAsync<NotAllowedException>(database.Send(new ReadAudit(new ListRequest()), database.Coordinator));

        async Task<int> Read(ReadAudit request) => (await database.Send(request, database.Administrator)).Items.Count;
    }

    [Fact]
    public async Task Who_came_to_a_session_is_in_the_log_under_their_own_number_with_the_session()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var activity = await database.Send(new StartActivity(new ActivityDetails("Soup", ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly)));

        var session = await database.Send(new HoldSession(activity, database.Clock.Today, null, [sheila.Id]));
        await database.Send(new ChangeSession(activity, session, 3, []));

        var entries = (await database.Send(new ReadAudit(new ListRequest(Sort: "when"), Record: "Attendance", RecordId: sheila.Id.Value), database.Administrator)).Items;
        entries.Select(e => (e.What, e.By)).ShouldBe([("Added", "Amina Yusuf"), ("Removed", "Amina Yusuf")]);
        entries.ShouldAllBe(e => e.Changes!.Contains($"\"{session}\""));
        (await database.Send(new VerifyAudit(), database.Administrator)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_programmes_changes_are_not_in_this_ones_log()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        var (_, theirs) = await Elsewhere(database);

        (await database.Send(new ReadAudit(new ListRequest(), Record: "Person"), theirs)).Items.ShouldBeEmpty();
        (await database.Send(new ReadAudit(new ListRequest(), Record: "Person"), database.Administrator)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_the_machine_did_is_in_the_log_of_its_programme_and_in_no_other()
    {
        await using var database = await TestDatabase.Create();
        var (other, theirs) = await Elsewhere(database);

        await Save(Viewer.System(database.Programme), Person.Meet(database.Programme, null, database.Clock.Today, new PersonDetails("Sheila")));
        // Outside any programme, as the demo is loaded: a part is its owner's.
        await Save(null, Person.Meet(other, null, database.Clock.Today, new PersonDetails("Kofi")));
        var kofi = await database.Db(db => db.People.Where(p => p.ProgrammeId == other).Select(p => p.Id).SingleAsync());
        await Save(null, Consent.Give(kofi, ConsentUse.KeepInTouch, null, database.Clock.Today, ConsentHow.Spoken, null, null));

        (await Said(database.Administrator, "Person")).ShouldHaveSingleItem().Changes!.ShouldContain("Sheila");
        (await Said(theirs, "Person")).ShouldHaveSingleItem().Changes!.ShouldContain("Kofi");
        (await Said(theirs, "Consent")).ShouldHaveSingleItem();
        (await Said(database.Administrator, "Consent")).ShouldBeEmpty();
        (await database.Db(db => db.AuditEntries.CountAsync(a => a.ProgrammeId == null))).ShouldBe(0);

        async Task Save(Viewer? viewer, object record)
        {
            await using var scope = database.Scope(null);
            scope.ServiceProvider.GetRequiredService<Infrastructure.Access.AmbientViewer>().Viewer = viewer;
            var db = scope.ServiceProvider.GetRequiredService<Infrastructure.Database.AbcdDbContext>();
            db.Add(record);
            await db.SaveChangesAsync();
        }

        async Task<IReadOnlyList<AuditRow>> Said(Viewer viewer, string record) => (await database.Send(new ReadAudit(new ListRequest(), Record: record), viewer)).Items;
    }

    [Fact]
    public async Task An_old_entry_of_the_machines_is_shown_only_where_there_is_no_other_programme()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        // As it was sealed before each entry had its programme: one by a member, one by the machine.
        await database.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET ProgrammeId = NULL"));
        await database.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET [By] = NULL WHERE Record = 'Member'"));
        async Task<int> Said(Viewer viewer, string record) => (await database.Send(new ReadAudit(new ListRequest(), Record: record), viewer)).Items.Count;

        (await Said(database.Administrator, "Member")).ShouldBe(6);

        var (_, theirs) = await Elsewhere(database);
        (await Said(database.Administrator, "Member")).ShouldBe(0);
        (await Said(database.Administrator, "Person")).ShouldBe(1);
        (await Said(theirs, "Person")).ShouldBe(0);
    }

    [Fact]
    public async Task Who_took_part_in_a_conversation_is_in_the_log_under_their_own_number_with_the_conversation()
    {
        await using var database = await TestDatabase.Create();
        var (sheila, kwame) = (await database.AddPerson("Sheila"), await database.AddPerson("Kwame"));
        var today = database.Clock.Today;
        var id = await database.Send(new LogConversation(Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [sheila.Id], "Crochet"), [], null, []));
        var opened = await database.Send(new OpenConversation(id));

        await database.Send(new ChangeConversation(id, opened.Version, new ConversationDetails(today, ConversationKind.Learning, [kwame.Id], "Crochet"), [], null, []));

        (await Said(sheila.Id)).ShouldBe([("Added", "Amina Yusuf"), ("Removed", "Amina Yusuf")]);
        (await Said(kwame.Id)).ShouldBe([("Added", "Amina Yusuf")]);
        (await database.Send(new VerifyAudit(), database.Administrator)).Holds.ShouldBeTrue();

        async Task<IEnumerable<(string, string?)>> Said(PersonId person)
        {
            var entries = (await database.Send(new ReadAudit(new ListRequest(Sort: "when"), Record: "Who took part", RecordId: person.Value), database.Administrator)).Items;
            entries.ShouldAllBe(e => e.Changes!.Contains($"\"{id}\""));
            return entries.Select(e => (e.What, e.By));
        }
    }

    private static async Task<(Domain.Programmes.ProgrammeId Programme, Viewer Administrator)> Elsewhere(TestDatabase database)
    {
        var other = Domain.Programmes.Programme.Begin("Elsewhere", null, new DateOnly(2026, 1, 1));
        await database.Add(other);
        await database.Add(Member.Welcome(new UserId(70), other.Id, "Olu Ade", "olu@elsewhere.example", Role.Administrator, null, []));
        return (other.Id, new Viewer(new UserId(70), "Olu Ade", Role.Administrator, other.Id, []));
    }

    private sealed class Told(Action<(long Done, long All)> tell) : IProgress<(long Done, long All)>
    {
        public void Report((long Done, long All) value) => tell(value);
    }
}

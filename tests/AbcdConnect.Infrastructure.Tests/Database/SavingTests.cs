using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Database;

public sealed class SavingTests
{
    [Fact]
    public async Task A_change_to_a_person_is_in_the_audit_log_with_who_from_and_to()
    {
        await using var database = await TestDatabase.Create();
        var person = await database.AddPerson("Sheila");

        await database.Db(async db =>
        {
            var stored = await db.People.SingleAsync(p => p.Id == person.Id);
            stored.Change(new PersonDetails("Sheila", KnownAs: "Shee", NeighbourhoodId: database.Fernhill));
            return await db.SaveChangesAsync();
        });

        var entries = await database.Db(db => db.AuditEntries.OrderBy(a => a.Sequence).Where(a => a.RecordId == person.Id.Value && a.Record == "Person").ToListAsync());
        entries.Select(e => e.What).ShouldBe(["Added", "Changed"]);
        entries[1].By.ShouldBe(database.Coordinator.UserId);
        entries[1].Changes.ShouldNotBeNull().ShouldContain("\"KnownAs\":[null,\"Shee\"]");
    }

    [Fact]
    public async Task The_audit_chain_holds_and_an_altered_entry_breaks_it()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Sheila");
        await database.AddPerson("Kwame");

        var entries = await database.Db(db => db.AuditEntries.OrderBy(a => a.Sequence).ToListAsync());
        Holds(entries).ShouldBeTrue();

        await database.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET What = 'Removed' WHERE Sequence = 1"));
        Holds(await database.Db(db => db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).ToListAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_saves_that_stand_or_fall_as_one_none_is_kept_when_one_has_failed_though_somebody_passed_it_over()
    {
        await using var database = await TestDatabase.Create();
        var form = Guid.NewGuid();

        await Should.ThrowAsync<InvalidOperationException>(database.Db(db => db.AllOrNothing(
            async () =>
            {
                db.Submissions.Add(new Submission { Id = form, SentBy = database.Coordinator.UserId!.Value, RecordId = 1, At = database.Clock.GetUtcNow() });
                await db.SaveChangesAsync();
                db.Forget();
                db.Submissions.Add(new Submission { Id = form, SentBy = database.Coordinator.UserId!.Value, RecordId = 2, At = database.Clock.GetUtcNow() });
                await Should.ThrowAsync<DbUpdateException>(db.SaveChangesAsync());
                return true;
            },
            CancellationToken.None)));

        (await database.Db(db => db.Submissions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_typed_against_an_older_version_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var person = await database.AddPerson("Sheila");

        await Should.ThrowAsync<OvertakenException>(database.Db(async mine =>
        {
            var typed = await mine.People.SingleAsync(p => p.Id == person.Id);
            await database.Db(async theirs =>
            {
                (await theirs.People.SingleAsync(p => p.Id == person.Id)).Change(new PersonDetails("Shelagh"));
                return await theirs.SaveChangesAsync();
            });
            typed.Change(new PersonDetails("Sheelagh"));
            return await mine.SaveChangesAsync();
        }));

        (await database.Db(db => db.People.Select(p => p.FirstName).SingleAsync())).ShouldBe("Shelagh");
    }

    [Fact]
    public async Task A_person_is_found_by_name_nickname_and_sound_and_no_longer_by_a_name_given_up()
    {
        await using var database = await TestDatabase.Create();
        var person = await database.AddPerson("Lizzie");
        var tokens = await Tokens(database, person.Id);
        tokens.ShouldContain("lizzie");

        await database.Db(async db =>
        {
            (await db.People.SingleAsync()).Change(new PersonDetails("Zofia"));
            return await db.SaveChangesAsync();
        });

        tokens = await Tokens(database, person.Id);
        tokens.ShouldContain("zofia");
        tokens.ShouldNotContain("lizzie");
    }

    [Fact]
    public async Task Sixteen_workers_saving_at_once_lose_nothing()
    {
        await using var database = await TestDatabase.Create();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await database.AddPerson($"Person{worker}x{i}");
            }
        })));

        (await database.Db(db => db.People.CountAsync())).ShouldBe(400);
        var entries = await database.Db(db => db.AuditEntries.OrderBy(a => a.Sequence).ToListAsync());
        entries.Count(e => e.Record == "Person").ShouldBe(400);
        Holds(entries).ShouldBeTrue();
    }

    private static Task<List<string>> Tokens(TestDatabase database, PersonId id) =>
        database.Db(db => db.SearchWords.Where(w => w.Kind == SearchKind.Person && db.SearchPostings.Any(p => p.WordId == w.Id && p.RecordId == id.Value)).Select(w => w.Word).ToListAsync());

    private static bool Holds(List<AuditEntry> entries)
    {
        var previous = AuditEntry.Genesis;
        foreach (var entry in entries)
        {
            if (!entry.Follows(previous))
            {
                return false;
            }

            previous = entry.Hash;
        }

        return true;
    }
}

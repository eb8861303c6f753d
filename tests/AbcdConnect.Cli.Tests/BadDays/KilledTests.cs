using System.Diagnostics;
using System.Net;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Tests.BadDays;

/// <summary>The real process is killed (kill -9) in the middle of a transaction: a trap in the database holds it there, after some of
/// its rows were written and before the rest. Then the program is started again.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task Killed_in_the_middle_of_an_import_nothing_is_half_done_and_the_same_file_again_brings_in_the_rest()
    {
        using var abcd = await Abcd.Migrated();
        var file = abcd.File("hubs.csv", "community_hub,address,postcode,website,telephone,opening_hours,lon,lat\n" + string.Concat(Enumerable.Range(1, 1_200).Select(i => $"Hub {i},{i} High Street,,,,,,\n")));
        // Rows come in by the five hundred: the trap is in the second lot.
        await Trap(abcd, "Assets", "Name = 'Hub 700 community hub'");

        using (var importing = abcd.Start("import", "assets", file, "--profile", "community-hubs"))
        {
            (await importing.StandardError.ReadLineAsync()).ShouldBe("500 rows");
            await KilledInATransaction(abcd, importing);
        }

        (await abcd.Db(db => db.Assets.CountAsync())).ShouldBe(500);
        (await abcd.Db(db => db.SearchWords.CountAsync(w => w.Word == "501" || w.Word == "700"))).ShouldBe(0);
        await Whole(abcd);
        await Disarm(abcd);

        (await abcd.Must("import", "assets", file, "--profile", "community-hubs")).ShouldContain("added 700, changed 0, the same 500, rejected 0");
        (await abcd.Db(db => db.Assets.CountAsync())).ShouldBe(1_200);
        var batches = await abcd.Db(db => db.ImportBatches.OrderBy(b => b.Id).ToListAsync());
        batches.Select(b => b.Outcome).ShouldBe([ImportOutcome.Failed, ImportOutcome.Done]);
        batches[0].FailedBecause!.ShouldStartWith("It was stopped before its end");
        await Whole(abcd);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_compile_no_month_is_half_compiled_and_compiling_again_completes_it()
    {
        using var abcd = await Abcd.Migrated();
        // Eleven months to compile, this one the last.
        var first = YearMonth.Containing(TimeProvider.System.Today()).AddMonths(-10);
        var third = first.AddMonths(2);
        await Conversations(abcd, first);
        using var untouched = Copied(abcd);
        await untouched.Must("compile", "--all");
        var expected = await Figures(untouched);
        // The trap is in the third: two are stored by then, and some of the third's figures are written.
        await Trap(abcd, "MonthlyMetrics", $"Month = {third.Number} AND Scope <> '{MetricScope.Programme}'");

        using (var compiling = abcd.Start("compile", "--all"))
        {
            (await compiling.StandardError.ReadLineAsync()).ShouldBe("18 percent");
            await KilledInATransaction(abcd, compiling);
        }

        (await Figures(abcd)).ShouldBe([.. expected.Where(f => f.Month < third)], ignoreOrder: true);
        await Whole(abcd);
        await Disarm(abcd);

        await abcd.Must("compile", "--all");
        (await Figures(abcd)).ShouldBe(expected, ignoreOrder: true);
        var runs = await abcd.Db(db => db.JobRuns.OrderBy(r => r.Id).ToListAsync());
        runs.Select(r => r.Outcome).ShouldBe([JobOutcome.Failed, JobOutcome.Done]);
        runs[0].Detail!.ShouldContain("The program stopped in the middle of it");
        await Whole(abcd);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_save_the_web_application_has_kept_all_or_nothing_and_the_form_sent_again_is_kept_once()
    {
        using var abcd = await Abcd.Migrated();
        await AWorker(abcd);
        var cookies = new CookieContainer();
        (string, object?)[] typed = [("SubmissionId", Guid.NewGuid()), ("NewPeople", "Kwame"), ("Heard", "He mends bicycles."), ("HeldOn", "yesterday"), ("Kind", "Learning")];

        using (var web = await Web.Start(abcd.Folder))
        {
            var worker = web.Browser(cookies);
            await Redirected(worker.Post("/sign-in", ("Email", DemoAccounts.EmailOf(Role.Worker)), ("Password", DemoAccounts.Password)));
            await Redirected(worker.Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("NewPeople", "Sheila"), ("Heard", "She bakes."), ("HeldOn", "yesterday"), ("Kind", "Learning")));

            // The person is stored by then, the conversation not yet.
            await Trap(abcd, "AuditEntries", "Changes LIKE '%Kwame%'");
            var sending = worker.Post("/conversations/new", typed);
            await KilledInATransaction(abcd, web.Process);
            await Should.ThrowAsync<HttpRequestException>(sending);
        }

        (await abcd.Db(db => db.People.Select(p => p.FirstName).ToListAsync())).ShouldBe(["Sheila"]);
        (await abcd.Db(db => db.Conversations.CountAsync())).ShouldBe(1);
        (await abcd.Db(db => db.SearchWords.CountAsync(w => w.Word == "kwame"))).ShouldBe(0);
        await Whole(abcd);
        await Disarm(abcd);

        using (var web = await Web.Start(abcd.Folder))
        {
            // Still signed in: the keys are in the database.
            var worker = web.Browser(cookies);
            await Redirected(worker.Post("/conversations/new", typed));
            await Redirected(worker.Post("/conversations/new", typed));
        }

        (await abcd.Db(db => db.Conversations.OrderBy(c => c.Id).Select(c => c.Heard).ToListAsync())).ShouldBe(["She bakes.", "He mends bicycles."]);
        (await abcd.Db(db => db.People.OrderBy(p => p.Id).Select(p => p.FirstName).ToListAsync())).ShouldBe(["Sheila", "Kwame"]);
        await Whole(abcd);
    }

    private static async Task Redirected(Task<HttpResponseMessage> post)
    {
        using var answer = await post;
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>From now on whoever inserts such a row is held in the middle of it for ever.</summary>
    private static async Task Trap(Abcd abcd, string table, string when)
    {
        await using var connection = await Open(abcd);
        await using var command = connection.CreateCommand();
        var condition = string.Join(" AND ", when.Split(" AND ").Select(part => "NEW." + part));
        command.CommandText =
            $"""
            CREATE VIEW ForEver AS WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) AS c FROM numbers;
            CREATE TRIGGER Trap AFTER INSERT ON {table} WHEN {condition} BEGIN SELECT c FROM ForEver; END;
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Disarm(Abcd abcd)
    {
        await using var connection = await Open(abcd);
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER Trap; DROP VIEW ForEver";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until the process is held in a save, then kills it.</summary>
    private static async Task KilledInATransaction(Abcd abcd, Process process)
    {
        await using var connection = await Open(abcd);
        while (!await IsHeld())
        {
            process.HasExited.ShouldBeFalse("It went past the trap.");
        }

        process.Kill();
        await process.WaitForExitAsync();

        // SQLite waits for an ordinary save to end, for as long as it has been told to in Open.
        async Task<bool> IsHeld()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; ROLLBACK";
            try
            {
                await command.ExecuteNonQueryAsync();
                return false;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == 5)
            {
                return true;
            }
        }
    }

    private static async Task<SqliteConnection> Open(Abcd abcd)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(abcd.Folder, "abcd.db")};Pooling=False;Default Timeout=1");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>The database is sound, every reference leads somewhere, and the audit chain holds.</summary>
    private static async Task Whole(Abcd abcd)
    {
        (await abcd.Db(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync())).ShouldBe(["ok"]);
        (await abcd.Db(db => db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync())).ShouldBeEmpty();
        var previous = AuditEntry.Genesis;
        foreach (var entry in await abcd.Db(db => db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).ToListAsync()))
        {
            entry.Follows(previous).ShouldBeTrue($"entry {entry.Sequence}");
            previous = entry.Hash;
        }
    }

    // A programme that began on the first of that month, and a conversation in each month since but this one.
    private static Task<int> Conversations(Abcd abcd, YearMonth first) => abcd.Db(async db =>
    {
        await db.Programmes.ExecuteUpdateAsync(set => set.SetProperty(p => p.StartsOn, first.First));
        var programme = await db.Programmes.Select(p => p.Id).SingleAsync();
        var place = Neighbourhood.Define(programme, "Z05000001", "Fernhill", null);
        db.Add(place);
        await db.SaveChangesAsync();
        foreach (var month in first.Through(first.AddMonths(9)))
        {
            db.Add(Conversation.Log(programme, null, Guid.NewGuid(), new ConversationDetails(month.First, ConversationKind.Learning, [], "Heard", NeighbourhoodId: place.Id), month.Last));
        }

        return await db.SaveChangesAsync();
    });

    private static Abcd Copied(Abcd abcd)
    {
        var copy = Abcd.InEmptyFolder();
        foreach (var file in Directory.EnumerateFiles(abcd.Folder, "abcd.db*"))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    private static async Task<List<Figure>> Figures(Abcd abcd) => await abcd.Db(db => db.MonthlyMetrics.AsNoTracking()
        .Select(m => new Figure(m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part, m.Value))
        .ToListAsync());

    // As a demo member without a password: the start in Development gives one.
    private static Task<int> AWorker(Abcd abcd) => abcd.Db(async db =>
    {
        var programme = await db.Programmes.Select(p => p.Id).SingleAsync();
        var place = Neighbourhood.Define(programme, "Z05000001", "Fernhill", null);
        db.AddRange(place, Agency.Join(programme, "Wealbourne Homes", Sector.Housing));
        var email = DemoAccounts.EmailOf(Role.Worker);
        var user = new AbcdUser { UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString() };
        db.Add(user);
        await db.SaveChangesAsync();
        db.Add(Member.Welcome(new UserId(user.Id), programme, "Amina", email, Role.Worker, null, [place.Id]));
        return await db.SaveChangesAsync();
    });

    private sealed record Figure(YearMonth Month, MetricPeriod Period, MetricScope Scope, long ScopeId, Metric Metric, string Part, int Value);
}

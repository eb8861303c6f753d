using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Demo;

/// <summary>One loaded borough, looked at by many tests.</summary>
public sealed class LoadedBorough : IAsyncLifetime
{
    public DemoDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await DemoDatabase.Empty(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        await Database.Start();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}

public sealed class DemoBoroughTests(LoadedBorough borough) : IClassFixture<LoadedBorough>
{
    [Theory]
    [InlineData("agencies", nameof(AbcdDbContext.Agencies))]
    [InlineData("practitioners", nameof(AbcdDbContext.Practitioners))]
    [InlineData("staff", nameof(AbcdDbContext.Members))]
    [InlineData("staffing", nameof(AbcdDbContext.Staffing))]
    [InlineData("targets", nameof(AbcdDbContext.Targets))]
    [InlineData("assets", nameof(AbcdDbContext.Assets))]
    [InlineData("asset-hours", "AssetHours")]
    [InlineData("people", nameof(AbcdDbContext.People))]
    [InlineData("person-gifts", nameof(AbcdDbContext.Gifts))]
    [InlineData("consents", nameof(AbcdDbContext.Consents))]
    [InlineData("conversations", nameof(AbcdDbContext.Conversations))]
    [InlineData("activities", nameof(AbcdDbContext.Activities))]
    [InlineData("activity-sessions", nameof(AbcdDbContext.ActivitySessions))]
    [InlineData("signposts", nameof(AbcdDbContext.Signposts))]
    [InlineData("connections", nameof(AbcdDbContext.Connections))]
    [InlineData("introductions", nameof(AbcdDbContext.Introductions))]
    [InlineData("meetings", nameof(AbcdDbContext.Meetings))]
    [InlineData("agenda-items", "AgendaItem")]
    [InlineData("attendance", nameof(AbcdDbContext.MeetingAttendances))]
    [InlineData("decisions", nameof(AbcdDbContext.Decisions))]
    [InlineData("actions", nameof(AbcdDbContext.MeetingActions))]
    [InlineData("stories", nameof(AbcdDbContext.Stories))]
    public async Task Every_row_of_a_file_is_a_row_of_its_table(string file, string table)
    {
        var expected = DemoFiles.Shipped.Rows($"demo/{file}.csv").Count;

        var loaded = await borough.Database.Count(table);

        loaded.ShouldBe(expected);
    }

    [Fact]
    public async Task Every_name_in_a_cell_that_holds_several_has_been_kept()
    {
        var talkedWith = DemoFiles.Shipped.Rows("demo/conversations.csv").Sum(r => r.List("people").Count);
        var came = DemoFiles.Shipped.Rows("demo/activity-sessions.csv").Sum(r => r.List("attendees").Count);

        (await borough.Database.Count("ConversationPeople")).ShouldBe(talkedWith);
        (await borough.Database.Count("Attendances")).ShouldBe(came);
    }

    [Fact]
    public async Task No_reference_points_to_nothing() =>
        (await borough.Database.Db(db => db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync())).ShouldBeEmpty();

    [Fact]
    public async Task The_audit_log_holds_every_personal_row_in_an_unbroken_chain() => await borough.Database.Db(async db =>
    {
        var previous = Domain.Access.AuditEntry.Genesis;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable())
        {
            entry.Follows(previous).ShouldBeTrue($"entry {entry.Sequence}");
            previous = entry.Hash;
        }

        (await db.AuditEntries.CountAsync(a => a.ProgrammeId == null)).ShouldBe(0);
        (await db.AuditEntries.CountAsync(a => a.Record == "Person")).ShouldBe(800);
        (await db.AuditEntries.CountAsync(a => a.Record == "Conversation")).ShouldBe(1500);
        return 0;
    });

    [Fact]
    public async Task The_six_demo_sign_ins_have_the_password_of_the_readme_and_nobody_else_has_one() => await borough.Database.Db(async db =>
    {
        var accounts = await db.Users.AsNoTracking().ToListAsync();
        var able = accounts.Where(a => a.PasswordHash is not null).ToList();
        able.Select(a => a.Email).Order(StringComparer.Ordinal).ShouldBe(
            ["administrator@demo.example", "commissioner@demo.example", "coordinator@demo.example", "partner@demo.example", "researcher@demo.example", "worker@demo.example"]);
        var hasher = new PasswordHasher<AbcdUser>();
        able.ShouldAllBe(a => hasher.VerifyHashedPassword(a, a.PasswordHash!, DemoAccounts.Password) == PasswordVerificationResult.Success);
        return 0;
    });

    [Fact]
    public async Task An_activity_tells_how_it_came_to_stand_where_it_stands() => await borough.Database.Db(async db =>
    {
        var soup = await db.Activities.Include(a => a.History).Include(a => a.Sessions).SingleAsync(a => a.Name.StartsWith("Soup at Number Nine"));
        soup.FirstSessionOn.ShouldBe(new DateOnly(2025, 9, 17));
        soup.Status.ShouldBe(ActivityStatus.SelfSustaining);
        soup.History.OrderBy(h => h.From).Select(h => (h.Status, h.From)).ShouldBe(
        [
            (ActivityStatus.Starting, new DateOnly(2025, 9, 3)),
            (ActivityStatus.Running, new DateOnly(2025, 9, 17)),
            (ActivityStatus.SelfSustaining, new DateOnly(2026, 3, 17)),
        ]);
        return 0;
    });

    [Fact]
    public async Task An_introduction_that_took_leads_to_its_connection() => await borough.Database.Db(async db =>
    {
        var taken = await db.Introductions.Where(i => i.Outcome == IntroductionOutcome.Connected).ToListAsync();
        taken.Count.ShouldBe(92);
        taken.ShouldAllBe(i => i.ConnectionId != null);
        return 0;
    });

    [Fact]
    public async Task Every_introduction_was_made_with_both_peoples_consent() => await borough.Database.Db(async db =>
    {
        var consents = (await db.Consents.Where(c => c.Use == ConsentUse.IntroduceMe).AsNoTracking().ToListAsync()).ToLookup(c => c.PersonId);
        foreach (var introduction in await db.Introductions.AsNoTracking().ToListAsync())
        {
            consents[introduction.PersonId].ShouldContain(c => c.HoldsOn(introduction.On));
            if (introduction.ToPersonId is { } other)
            {
                consents[other].ShouldContain(c => c.HoldsOn(introduction.On));
            }
        }

        return 0;
    });

    [Fact]
    public async Task No_follow_up_has_been_waiting_for_more_than_a_few_weeks() => await borough.Database.Db(async db =>
    {
        var oldest = await db.Signposts.MinAsync(s => s.FollowUpDue);
        oldest.ShouldNotBeNull();
        oldest.Value.ShouldBeGreaterThanOrEqualTo(new DateOnly(2026, 10, 10), "three weeks before the demo's last day");
        return 0;
    });

    [Fact]
    public async Task A_second_load_changes_nothing()
    {
        var before = await borough.Database.Count("People");

        (await borough.Database.LoadAgain()).ShouldBeFalse();

        (await borough.Database.Count("People")).ShouldBe(before);
    }

    [Fact]
    public async Task A_load_that_stops_in_the_middle_leaves_nothing_and_the_next_one_loads_all()
    {
        await using var database = await DemoDatabase.Empty(FixedClock.Usual);
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => database.Load(new At("Assets", stop.Cancel), stop.Token));

        (await database.Count("Programmes")).ShouldBe(0);
        (await database.Count("Assets")).ShouldBe(0);
        (await database.Load(null, CancellationToken.None)).ShouldBeTrue();
        (await database.Count("Conversations")).ShouldBe(1500);
    }

    [Theory]
    [InlineData(2027, 3, 1, 2027, 2)]
    [InlineData(2028, 3, 31, 2028, 2)]
    public async Task On_any_day_the_borough_ends_with_the_month_before(int year, int month, int day, int lastYear, int lastMonth)
    {
        var today = new DateOnly(year, month, day);
        var last = new YearMonth(lastYear, lastMonth);
        await using var database = await DemoDatabase.Load(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));

        await database.Db(async db =>
        {
            (await db.Conversations.MaxAsync(c => c.HeldOn)).ShouldBe(last.Last, "the last conversation was held on the 31st");
            (await db.Conversations.CountAsync(c => c.HeldOn >= last.First && c.HeldOn <= last.Last))
                .ShouldBe(DemoFiles.Shipped.Rows("demo/conversations.csv").Count(r => r.Text("held_on").StartsWith("2026-10", StringComparison.Ordinal)));
            (await db.Programmes.Select(p => p.StartsOn).SingleAsync()).ShouldBe(last.AddMonths(-13).First);
            (await db.Meetings.CountAsync(m => m.Status == MeetingStatus.Held)).ShouldBe(14);
            (await db.Meetings.Where(m => m.Status == MeetingStatus.Planned).Select(m => m.HeldOn).SingleAsync()).ShouldBeGreaterThanOrEqualTo(today);
            (await db.Signposts.CountAsync(s => s.State == SignpostState.Attended && s.AttendedOn > last.Last)).ShouldBe(0);
            (await db.ActivitySessions.CountAsync()).ShouldBe(854);
            last.AddMonths(-13).Through(last).ShouldBeSubsetOf(await db.ChangedMonths.Select(c => c.Month).ToListAsync(), "its months are there to be compiled");
            (await db.Users.AnyAsync(u => u.PasswordHash != null)).ShouldBeFalse("only a start in Development gives anybody a password");
            return 0;
        });
    }

    private sealed class At(string what, Action then) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(what, StringComparison.Ordinal))
            {
                then();
            }
        }
    }
}

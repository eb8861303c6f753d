using System.Data.Common;
using System.Globalization;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AbcdConnect.Infrastructure.Demo.City;

/// <summary>Makes the city of design.md, section 9. What there is little of (programme, neighbourhoods, staff, agencies, meetings,
/// promises) goes through the domain; what there is much of is written row by row, its words drawn from the demo's sentences.</summary>
internal sealed class CityMaker(AbcdDbContext db, WriteGate gate, DatabaseSettings settings, TimeProvider clock, IServiceProvider services) : ICity
{
    public async Task BuildAsync(double scale, IProgress<CityProgress>? progress, CancellationToken token)
    {
        if (!settings.IsSqlite)
        {
            throw new DomainRuleException("The city is made in SQLite only: it is for measuring, and its rows are written past the domain. In SQL Server, load the demo borough instead.");
        }

        if (scale is not (> 0 and <= 10))
        {
            throw new DomainRuleException("The scale lies above 0 and at most 10; 1 is the whole city.");
        }

        if (await db.People.AnyAsync(token) || await db.Programmes.AnyAsync(token))
        {
            throw new DomainRuleException("This database holds people or a programme already. Make the city in an empty one: set Data:Folder to another folder.");
        }

        db.Forget();
        using var turn = await gate.Hold(db, token);
        // Idle connections of this process would keep the file from changing its journal.
        SqliteConnection.ClearAllPools();
        await db.Database.OpenConnectionAsync(token);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        try
        {
            // A rollback journal: new pages are written once, and a stop in the middle leaves the empty database.
            await Pragma(connection, "PRAGMA journal_mode=DELETE", "delete", token);
            await Pragma(connection, "PRAGMA foreign_keys=OFF", null, token);
            await Pragma(connection, "PRAGMA synchronous=OFF", null, token);
            await Pragma(connection, "PRAGMA cache_size=-400000", null, token);
            await Pragma(connection, "PRAGMA temp_store=FILE", null, token);
            await using (var transaction = await db.Database.BeginTransactionAsync(token))
            {
                var make = new Making(db, services, connection, (SqliteTransaction)transaction.GetDbTransaction(), clock.Today(), scale, progress);
                await make.Everything(token);
                await transaction.CommitAsync(token);
            }

            await Pragma(connection, "PRAGMA journal_mode=WAL", "wal", token);
            await db.RenewPlannerStatisticsAsync(token);
            progress?.Report(new CityProgress("Done", 100));
        }
        finally
        {
            // Never back into the pool with these settings.
            SqliteConnection.ClearPool(connection);
            await db.Database.CloseConnectionAsync();
            db.Forget();
        }
    }

    private static async Task Pragma(SqliteConnection connection, string sql, string? answer, CancellationToken token)
    {
        await using var command = connection.CreateCommand();
        // One of the constants above.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 5;
        var got = await command.ExecuteScalarAsync(token);
        if (answer is not null && !string.Equals(got as string, answer, StringComparison.OrdinalIgnoreCase))
        {
            throw new DomainRuleException("Another program has this database open. Stop AbcdConnect, then try again.");
        }
    }

    private sealed class Making(AbcdDbContext db, IServiceProvider services, SqliteConnection connection, SqliteTransaction transaction, DateOnly today, double scale, IProgress<CityProgress>? progress)
    {
        private const int Months = 60;
        private const int NeighbourhoodsInAll = 60;
        private const int Workers = 40;

        private readonly DemoFiles files = DemoFiles.Shipped;
        private readonly Dice dice = new(0x5EED_C17E_2026_1101);
        private readonly WordIndex words = new();
        private readonly YearMonth lastMonth = YearMonth.Containing(today).Previous;
        private readonly int days = YearMonth.Containing(today).First.DayNumber - YearMonth.Containing(today).AddMonths(-Months).First.DayNumber;
        private readonly List<NeighbourhoodId> neighbourhoods = [];
        private readonly List<string> neighbourhoodNames = [];
        private readonly List<UserId> workers = [];
        private readonly List<AgencyId> agencies = [];
        private readonly List<(PractitionerId Id, AgencyId Agency)> practitioners = [];
        private ProgrammeId programme;
        private UserId coordinator;
        private DateOnly start;
        private byte[] homeOf = [];
        private byte[] placeOf = [];
        private int people;
        private int assets;
        private int activities;

        public async Task Everything(CancellationToken token)
        {
            start = lastMonth.AddMonths(1 - Months).First;
            Say("Programme", 0);
            await Frame(token);
            var indexes = await PutIndexesAside(token);

            people = Scaled(100_000);
            assets = Scaled(50_000);
            activities = Scaled(3_000);
            People(token);
            Assets(token);
            Activities(token);
            Conversations(token);
            Signposts(token);
            Connections(token);
            await SearchWords(token);
            await PutIndexesBack(indexes, token);
            await Marks(token);
            await Meetings(token);
        }

        private int Scaled(int whole) => Math.Max(1, (int)(whole * scale));

        private void Say(string what, int percent) => progress?.Report(new CityProgress(what, percent));

        private BulkWriter Into<T>(params string[] properties) => new(connection, transaction, db.Model, typeof(T), properties);

        private DateOnly Day(long number, long of) => start.AddDays((int)(number * days / of));

        private DateOnly NotAfterLast(DateOnly day) => day > lastMonth.Last ? lastMonth.Last : day;

        private UserId WorkerIn(int neighbourhood) => workers[neighbourhood % Workers];

        private async Task Frame(CancellationToken token)
        {
            var begun = Programme.Begin("Greater Wealbourne Together", "Greater Wealbourne Public Health", start);
            // A fixed key: links to the demo hold from one start to the next.
            begun.ShareOpenly(shares: true, new Guid("5d2f5a06-6a52-4f6e-9b5c-0d1c7f3e8a11"));
            await Save([begun], token);
            programme = begun.Id;
            await services.LoadStarterTaxonomyAsync(token);
            db.Forget();

            string[] sides = ["North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Great", "Little"];
            string[] names = ["Fernhill", "Brook End", "St Jude's", "Market", "Levels", "Harbour"];
            var places = new List<Neighbourhood>();
            for (var i = 0; i < NeighbourhoodsInAll; i++)
            {
                neighbourhoodNames.Add($"{sides[i / names.Length]} {names[i % names.Length]}");
                places.Add(Neighbourhood.Define(programme, string.Create(CultureInfo.InvariantCulture, $"Z06{i + 1:000000}"), neighbourhoodNames[i], Square(i), 8_000 + dice.Below(9_000)));
            }

            await Save(places, token);
            neighbourhoods.AddRange(places.Select(p => p.Id));

            var table = files.Rows("demo/agencies.csv").Select(r => Agency.Join(programme, r.Text("name"), r.Kind<Sector>("sector"))).ToList();
            await Save(table, token);
            agencies.AddRange(table.Select(a => a.Id));

            (string Email, string Name, Role Role)[] six =
            [
                ("worker@demo.example", "Amina Yusuf", Role.Worker), ("coordinator@demo.example", "Joan Okafor", Role.Coordinator),
                ("partner@demo.example", "Ruth Ellison", Role.Partner), ("commissioner@demo.example", "Graham Thornley", Role.Commissioner),
                ("researcher@demo.example", "Leila Marchetti", Role.Researcher), ("administrator@demo.example", "Sam Whitlock", Role.Administrator),
            ];
            var staff = six.Concat(Enumerable.Range(2, Workers - 1).Select(n => (Email: string.Create(CultureInfo.InvariantCulture, $"worker-{n}@city.example"), Name: string.Create(CultureInfo.InvariantCulture, $"Worker {n}"), Role: Role.Worker))).ToList();
            var accounts = staff.ConvertAll(s => new AbcdUser
            {
                UserName = s.Email,
                NormalizedUserName = s.Email.ToUpperInvariant(),
                Email = s.Email,
                NormalizedEmail = s.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            });
            await Save(accounts, token);
            workers.AddRange(staff.Zip(accounts).Where(s => s.First.Role == Role.Worker).Select(s => new UserId(s.Second.Id)));
            coordinator = new UserId(accounts[1].Id);
            await Save(staff.Zip(accounts).Select(s => Member.Welcome(
                new UserId(s.Second.Id),
                programme,
                s.First.Name,
                s.First.Email,
                s.First.Role,
                s.First.Role == Role.Partner ? agencies[0] : null,
                s.First.Role == Role.Worker ? neighbourhoods.Where((_, i) => WorkerIn(i).Value == s.Second.Id) : [])), token);

            var round = files.Rows("demo/practitioners.csv").Select((r, i) => Practitioner.Join(agencies[i % agencies.Count], r.Text("name"), r["job_title"], null)).ToList();
            await Save(round, token);
            practitioners.AddRange(round.Select(p => (p.Id, p.AgencyId)));

            await Save(workers.Select((w, i) => Staffing.Employ(programme, w, YearMonth.Containing(start), null, i % 4 == 0 ? 0.5m : 1m)), token);
            await Save(
                files.Rows("demo/targets.csv").Select(r => Target.Promise(programme, r.Kind<Metric>("metric"), null, r.Decimal("amount")!.Value, r.Kind<TargetPeriod>("per"), r.Decimal("per_fte"), YearMonth.Containing(start))),
                token);
        }

        private async Task Save<T>(IEnumerable<T> records, CancellationToken token)
            where T : class
        {
            db.AddRange(records);
            await db.SaveChangesAsync(token);
            db.Forget();
        }

        // Sorted once at the end, an index costs a fraction of what it costs row by row.
        private async Task<IReadOnlyList<(string Name, string Sql)>> PutIndexesAside(CancellationToken token)
        {
            var found = new List<(string Name, string Sql)>();
            await using (var read = connection.CreateCommand())
            {
                read.Transaction = transaction;
                read.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'AspNet%' AND tbl_name NOT LIKE 'QRTZ%'";
                await using var reader = await read.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    found.Add((reader.GetString(0), reader.GetString(1)));
                }
            }

            foreach (var (name, _) in found)
            {
                await Run($"DROP INDEX \"{name}\"", token);
            }

            return found;
        }

        private async Task PutIndexesBack(IReadOnlyList<(string Name, string Sql)> indexes, CancellationToken token)
        {
            for (var i = 0; i < indexes.Count; i++)
            {
                Say("Indexes", 60 + (i * 36 / indexes.Count));
                await Run(indexes[i].Sql, token);
            }
        }

        private async Task Run(string sql, CancellationToken token)
        {
            await using DbCommand command = connection.CreateCommand();
            command.Transaction = transaction;
            // The database's own statements and names.
#pragma warning disable CA2100
            command.CommandText = sql;
#pragma warning restore CA2100
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(token);
        }

        private void People(CancellationToken token)
        {
            Say("People", 1);
            var rows = files.Rows("demo/people.csv");
            var firstNames = rows.Select(r => r.Text("first_name")).Distinct(StringComparer.Ordinal).ToList();
            var lastNames = rows.Select(r => r["last_name"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var nicknames = rows.Select(r => r["known_as"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var languages = rows.Select(r => r["language"]).ToList();
            var tokens = firstNames.Concat(lastNames).Concat(nicknames).Distinct(StringComparer.Ordinal).ToDictionary(n => n, n => Tokens.OfName(n).Select(words.NumberOf).ToArray(), StringComparer.Ordinal);
            homeOf = new byte[people + 1];
            using var into = Into<Person>("Id", "ProgrammeId", "NeighbourhoodId", "FirstName", "LastName", "KnownAs", "Language", "IsConnector", "Phone", "AddedOn", "AddedBy");
            using var consents = Into<Consent>("PersonId", "Use", "AgencyId", "GivenOn", "How", "ExpiresOn", "WithdrawnOn", "RecordedBy");
            for (var id = 1; id <= people; id++)
            {
                token.ThrowIfCancellationRequested();
                var home = homeOf[id] = (byte)dice.Below(NeighbourhoodsInAll);
                var first = dice.Of(firstNames);
                var last = dice.Chance(60) ? dice.Of(lastNames) : null;
                var known = dice.Chance(8) ? dice.Of(nicknames) : null;
                // Ofcom's numbers for drama: there are a thousand.
                var phone = dice.Chance(30) ? string.Create(CultureInfo.InvariantCulture, $"07700 900{dice.Below(1000):000}") : null;
                var on = Day(id - 1, people);
                into.Write((long)id, programme, neighbourhoods[home], first, last, known, dice.Of(languages), dice.Chance(5), phone, on, WorkerIn(home));
                foreach (var name in new[] { first, last, known })
                {
                    foreach (var word in name is null ? [] : tokens[name])
                    {
                        words.Note(SearchKind.Person, SearchArea.Of(neighbourhoods[home]), true, word, id);
                    }
                }

                foreach (var key in new[] { Person.PhoneKey(phone), Person.PhoneEndKey(phone) }.OfType<string>())
                {
                    words.Note(SearchKind.Person, SearchArea.Of(neighbourhoods[home]), true, words.NumberOf(Tokens.OfKey(key)), id);
                }

                Agree(80, ConsentUse.KeepInTouch, null);
                Agree(50, ConsentUse.IntroduceMe, null);
                Agree(20, ConsentUse.ShareWithAgency, dice.Of(agencies));

                void Agree(int percent, ConsentUse use, AgencyId? agency)
                {
                    if (dice.Chance(percent))
                    {
                        consents.Write((long)id, use, agency, on, dice.Chance(60) ? ConsentHow.Spoken : ConsentHow.Written, on.AddYears(2), dice.Chance(2) ? NotAfterLast(on.AddDays(200)) : null, WorkerIn(home));
                    }
                }
            }
        }

        private void Assets(CancellationToken token)
        {
            Say("Assets", 5);
            var rows = files.Rows("demo/assets.csv");
            var categories = db.AssetCategories.AsNoTracking().ToList().ToDictionary(c => (c.Kind, c.Name), c => c.Id);
            placeOf = new byte[assets + 1];
            using var into = Into<Asset>("Id", "ProgrammeId", "NeighbourhoodId", "Kind", "CategoryId", "Name", "Description", "Address", "Postcode", "Latitude", "Longitude", "MapX", "MapY", "Traits", "OpeningTimes", "Cost", "Languages", "Access", "AddedOn", "AddedBy", "ConfirmedOn", "AskFirstFrom");
            using var hours = Into<AssetHours>("AssetId", "Day", "Opens", "Closes");
            for (var id = 1; id <= assets; id++)
            {
                token.ThrowIfCancellationRequested();
                var row = rows[dice.Below(rows.Count)];
                var place = placeOf[id] = (byte)dice.Below(NeighbourhoodsInAll);
                var kind = row.Kind<AssetKind>("kind");
                var category = row["category"] is { } named ? categories[(kind, named)] : (AssetCategoryId?)null;
                var name = string.Create(CultureInfo.InvariantCulture, $"{row.Text("name")}, {neighbourhoodNames[place]} {id}");
                var on = Day(id - 1, assets);
                var (west, south) = Corner(place);
                var (latitude, longitude) = (south + (dice.Fraction() * Side), west + (dice.Fraction() * Side));
                var spot = MapSpot.Of(latitude, longitude);
                var adder = WorkerIn(place);
                var confirmed = NotAfterLast(on.AddDays(dice.Below(400)));
                into.Write((long)id, programme, neighbourhoods[place], kind, category, name, row["description"], row["address"], row["postcode"], latitude, longitude, spot.X, spot.Y, AssetTraits.Of(row["cost"], row["access"], row["languages"]), row["opening_times"], row["cost"], row["languages"], row["access"], on, adder, confirmed, Freshness.AskFirstFrom(kind, on, confirmed, 0));
                var home = kind == AssetKind.Individual;
                words.Note(SearchKind.Asset, SearchArea.Programme, id, Tokens.Of([name], [row["description"], home ? null : row["address"]], [home ? null : Domain.Common.Words.PostcodeKey(row["postcode"])]));
                var day = dice.Below(5);
                hours.Write((long)id, (DayOfWeek)(1 + day), new TimeOnly(10, 0), new TimeOnly(12, 0));
                hours.Write((long)id, (DayOfWeek)(1 + ((day + 2) % 6)), new TimeOnly(13, 30), new TimeOnly(16, 0));
            }
        }

        private void Activities(CancellationToken token)
        {
            Say("Activities", 9);
            var rows = files.Rows("demo/activities.csv");
            using var into = Into<Activity>("Id", "ProgrammeId", "NeighbourhoodId", "Name", "Description", "PlaceId", "Frequency", "Day", "StartsAt", "EndsAt", "LedBy", "LeaderId", "Status", "AddedOn", "AddedBy", "FirstSessionOn", "EndedOn");
            using var history = Into<ActivityStatusChange>("ActivityId", "Status", "LedBy", "From");
            using var sessions = Into<ActivitySession>("Id", "ActivityId", "HeldOn", "HeadCount");
            using var attendance = Into<Attendance>("SessionId", "PersonId");
            for (var id = 1; id <= activities; id++)
            {
                token.ThrowIfCancellationRequested();
                var row = rows[dice.Below(rows.Count)];
                var place = dice.Below(assets) + 1;
                var home = placeOf[place];
                var first = Day(id - 1, activities);
                var led = row.Kind<LedBy>("led_by");
                var leader = KnownBy(id, activities);
                var held = 5 + dice.Below(60);
                var last = NotAfterLast(first.AddDays(7 * (held - 1)));
                var status = last.AddDays(10) < lastMonth.Last ? ActivityStatus.Ended : dice.Chance(20) ? ActivityStatus.SelfSustaining : ActivityStatus.Running;
                var name = string.Create(CultureInfo.InvariantCulture, $"{row.Text("name")} in {neighbourhoodNames[home]}");
                var added = first.AddDays(-21) < start ? start : first.AddDays(-21);
                into.Write((long)id, programme, neighbourhoods[home], name, row["description"], (long)place, ActivityFrequency.Weekly, first.DayOfWeek, new TimeOnly(10, 0), new TimeOnly(12, 0), led, (long)leader, status, added, WorkerIn(home), first, status == ActivityStatus.Ended ? last : null);
                words.Note(SearchKind.Activity, SearchArea.Programme, id, Tokens.Of([name], [row["description"]], []));
                history.Write((long)id, ActivityStatus.Starting, led, added);
                history.Write((long)id, ActivityStatus.Running, led, first);
                if (status != ActivityStatus.Running)
                {
                    history.Write((long)id, status, led, last);
                }

                for (var on = first; on <= last; on = on.AddDays(7))
                {
                    var session = sessions.Written + 1L;
                    sessions.Write(session, (long)id, on, 5 + dice.Below(25));
                    attendance.Write(session, (long)leader);
                    var friend = KnownBy(id, activities);
                    if (friend != leader)
                    {
                        attendance.Write(session, (long)friend);
                    }
                }
            }
        }

        // Somebody met by then, more often somebody met lately.
        private int KnownBy(long number, long of)
        {
            var known = (int)Math.Max(1, number * people / of);
            var back = dice.Fraction();
            return Math.Max(1, known - (int)(known * back * back));
        }

        private void Conversations(CancellationToken token)
        {
            var conversations = Scaled(1_000_000);
            var rows = files.Rows("demo/conversations.csv");
            var heard = Spoken(rows.Select(r => r["heard"]));
            var steps = Spoken(rows.Select(r => r["next_step"]));
            var groups = Spoken(rows.Select(r => r["group_name"]), names: true);
            var gifts = files.Rows("demo/person-gifts.csv").Where(r => r["taxonomy_name"] is not null).ToList();
            var terms = db.GiftTerms.AsNoTracking().ToList().ToDictionary(t => (t.Kind, t.Name), t => t.Id);
            var made = gifts.ConvertAll(g => (Direction: g.Kind<GiftDirection>("direction"), Kind: g.Kind<GiftKind>("kind"), Term: terms[(g.Kind<GiftKind>("kind"), g.Text("taxonomy_name"))], Words: g.Text("words")));
            using var into = Into<Conversation>("Id", "SubmissionId", "ProgrammeId", "NeighbourhoodId", "WorkerId", "HeldOn", "At", "Kind", "PlaceId", "GroupName", "Heard", "NextStep", "NextStepDue", "NextStepDoneOn", "GivenToResearch");
            using var with = Into<ConversationPerson>("ConversationId", "PersonId", "HeldOn");
            using var gift = Into<Gift>("ProgrammeId", "PersonId", "ConversationId", "Direction", "Kind", "TermId", "Words", "HeardOn");
            for (long id = 1; id <= conversations; id++)
            {
                if (id % 10_000 == 0)
                {
                    token.ThrowIfCancellationRequested();
                    Say("Conversations", 12 + (int)(id * 18 / conversations));
                }

                var on = Day(id - 1, conversations);
                var met = id * people / conversations;
                var somebodyNew = met > (id - 1) * people / conversations;
                var who = somebodyNew ? (int)met : dice.Chance(80) ? KnownBy(id, conversations) : 0;
                var group = who == 0 && dice.Chance(35) ? dice.Of(groups) : default;
                var home = who == 0 ? dice.Below(NeighbourhoodsInAll) : homeOf[who];
                var (one, two) = (dice.Of(heard), dice.Of(heard));
                var step = dice.Chance(40) ? dice.Of(steps) : default;
                var due = step.Text is null ? (DateOnly?)null : on.AddDays(3 + dice.Below(25));
                // All but the latest are done; a few are always forgotten.
                var done = due is { } by && by < lastMonth.Last && !dice.Chance(2) ? by : (DateOnly?)null;
                var kind = somebodyNew || dice.Chance(30) ? ConversationKind.Learning : ConversationKind.FollowUp;
                into.Write(id, dice.Guid(), programme, neighbourhoods[home], dice.Chance(3) ? coordinator : WorkerIn(home), on, new TimeOnly(9 + dice.Below(9), 5 * dice.Below(12)), kind, dice.Chance(60) ? (long)(dice.Below((int)Math.Max(1, id * assets / conversations)) + 1) : null, group.Text, $"{one.Text} {two.Text}", step.Text, due, done, who == 0);
                var area = SearchArea.Of(neighbourhoods[home]);
                foreach (var word in group.Words ?? [])
                {
                    words.Note(SearchKind.Conversation, area, true, word, id);
                }

                foreach (var word in Together(one.Words, two.Words, step.Words))
                {
                    if (group.Words is null || !group.Words.Contains(word))
                    {
                        words.Note(SearchKind.Conversation, area, false, word, id);
                    }
                }

                if (who == 0)
                {
                    continue;
                }

                with.Write(id, (long)who, on);
                if (dice.Chance(4) && KnownBy(id, conversations) is var other && other != who)
                {
                    with.Write(id, (long)other, on);
                }

                if (somebodyNew || dice.Chance(22))
                {
                    var brought = dice.Of(made);
                    gift.Write(programme, (long)who, id, brought.Direction, brought.Kind, brought.Term, brought.Words, on);
                }
            }
        }

        private IReadOnlyList<(string? Text, int[] Words)> Spoken(IEnumerable<string?> texts, bool names = false) =>
            [.. texts.OfType<string>().Distinct(StringComparer.Ordinal).Select(t => ((string?)t, (names ? Tokens.OfName(t) : Tokens.OfText(t)).Select(words.NumberOf).ToArray()))];

        private static IEnumerable<int> Together(params int[]?[] parts) => parts.SelectMany(p => p ?? []);

        private void Signposts(CancellationToken token)
        {
            Say("Signposts", 31);
            var count = Scaled(300_000);
            var whys = files.Rows("demo/signposts.csv").Select(r => r["why"]).Distinct(StringComparer.Ordinal).ToList();
            var reasons = Enum.GetValues<DidNotGoReason>();
            using var into = Into<Signpost>("Id", "SubmissionId", "ProgrammeId", "NeighbourhoodId", "PersonId", "AssetId", "ActivityId", "WorkerId", "GivenOn", "Why", "State", "ContactedOn", "AttendedOn", "StillGoingOn", "DidNotGoOn", "Reason", "FollowUpDue");
            for (long id = 1; id <= count; id++)
            {
                if (id % 10_000 == 0)
                {
                    token.ThrowIfCancellationRequested();
                }

                var on = Day(id - 1, count);
                var who = dice.Chance(94) ? KnownBy(id, count) : 0;
                var toActivity = dice.Chance(30);
                var asset = toActivity ? 0 : dice.Below((int)Math.Max(1, id * assets / count)) + 1;
                var activity = toActivity ? dice.Below((int)Math.Max(1, id * activities / count)) + 1 : 0;
                var home = who > 0 ? homeOf[who] : asset > 0 ? placeOf[asset] : dice.Below(NeighbourhoodsInAll);
                var fate = dice.Below(100);
                var contacted = fate < 60 ? NotAfterLast(on.AddDays(dice.Below(20))) : (DateOnly?)null;
                var attended = fate < 45 ? NotAfterLast(on.AddDays(20 + dice.Below(60))) : (DateOnly?)null;
                var going = fate < 22 ? NotAfterLast(on.AddDays(84 + dice.Below(20))) : (DateOnly?)null;
                var missed = fate >= 75 ? NotAfterLast(on.AddDays(14 + dice.Below(40))) : (DateOnly?)null;
                var state = going is not null ? SignpostState.StillGoing : attended is not null ? SignpostState.Attended : missed is not null ? SignpostState.DidNotGo : contacted is not null ? SignpostState.Contacted : SignpostState.Given;
                var due = who > 0 && going is null && missed is null && on.AddDays(110) > lastMonth.Last ? on.AddDays(on.AddDays(35) < lastMonth.Last ? Signpost.SecondFollowUpDays : Signpost.FirstFollowUpDays) : (DateOnly?)null;
                into.Write(id, dice.Guid(), programme, neighbourhoods[home], who > 0 ? (long)who : null, asset > 0 ? (long)asset : null, activity > 0 ? (long)activity : null, WorkerIn(home), on, dice.Of(whys), state, contacted, attended, going, missed, missed is null ? null : dice.Of(reasons), due);
            }
        }

        private void Connections(CancellationToken token)
        {
            Say("Connections", 35);
            var count = Scaled(300_000);
            var ties = files.Rows("demo/connections.csv").Select(r => r["tie"]).Distinct(StringComparer.Ordinal).ToList();
            using var into = Into<Connection>("Id", "ProgrammeId", "NeighbourhoodId", "Kind", "FromPersonId", "FromAssetId", "ToPersonId", "ToAssetId", "Tie", "Origin", "BeganOn", "EndedOn", "RecordedBy");
            using var introductions = Into<Introduction>("ProgrammeId", "NeighbourhoodId", "PersonId", "ToPersonId", "ToAssetId", "WorkerId", "On", "Outcome", "ConnectionId");
            for (long id = 1; id <= count; id++)
            {
                if (id % 10_000 == 0)
                {
                    token.ThrowIfCancellationRequested();
                }

                var on = Day(id - 1, count);
                var from = KnownBy(id, count);
                var (kind, to) = dice.Below(100) switch
                {
                    < 55 => (ConnectionKind.PersonPerson, KnownBy(id, count)),
                    < 92 => (ConnectionKind.PersonAsset, dice.Below((int)Math.Max(1, id * assets / count)) + 1),
                    _ => (ConnectionKind.AssetAsset, dice.Below((int)Math.Max(1, id * assets / count)) + 1),
                };
                if (kind == ConnectionKind.PersonPerson && to == from)
                {
                    to = from == 1 ? 2 : from - 1;
                }

                var home = kind == ConnectionKind.AssetAsset ? placeOf[to] : homeOf[from];
                var between = kind == ConnectionKind.AssetAsset ? (to == 1 ? Math.Min(2, assets) : to - 1) : 0;
                var origin = dice.Below(100) switch { < 40 => ConnectionOrigin.Introduced, < 85 => ConnectionOrigin.Activity, _ => ConnectionOrigin.Existing };
                into.Write(
                    id,
                    programme,
                    neighbourhoods[home],
                    kind,
                    between == 0 ? (long)from : null,
                    between > 0 ? (long)between : null,
                    kind == ConnectionKind.PersonPerson ? (long)to : null,
                    kind == ConnectionKind.PersonPerson ? null : (long)to,
                    dice.Of(ties),
                    origin,
                    on,
                    dice.Chance(5) ? NotAfterLast(on.AddDays(100 + dice.Below(300))) : null,
                    WorkerIn(home));
                if (origin == ConnectionOrigin.Introduced && between == 0)
                {
                    introductions.Write(programme, neighbourhoods[home], (long)from, kind == ConnectionKind.PersonPerson ? (long)to : null, kind == ConnectionKind.PersonPerson ? null : (long)to, WorkerIn(home), on, IntroductionOutcome.Connected, id);
                }
            }
        }

        private async Task SearchWords(CancellationToken token)
        {
            Say("Search index", 40);
            // Saving the frame has begun an index of its own: it stays, and its numbers and keys are not given out again.
            await Run("DELETE FROM \"SearchIndexStates\"", token);
            var first = (await db.SearchWords.MaxAsync(w => (long?)w.Id, token) ?? 0) + 1;
            var keyed = (await db.SearchKeys.Select(k => k.Word).Distinct().ToListAsync(token)).ToHashSet(StringComparer.Ordinal);
            using var state = Into<SearchIndexState>("Id", "Version", "Making", "Kind", "Below", "Changes");
            state.Write(SearchIndexState.TheOne, Tokens.Version, Tokens.Version, (byte)SearchKind.None, 0L, 0L);
            var wordsOf = new Dictionary<SearchKind, List<long>[]>();
            using (var into = Into<SearchWord>("Id", "ProgrammeId", "Kind", "Area", "Word", "InName", "Uses"))
            using (var postings = Into<SearchPosting>("WordId", "RecordId"))
            {
                foreach (var (kind, area, inName, word, records) in words.InOrder())
                {
                    var id = into.Written + first;
                    into.Write(id, programme, kind, area, word, inName, records.Count);
                    foreach (var record in records)
                    {
                        postings.Write(id, (long)record);
                        ((wordsOf.TryGetValue(kind, out var of) ? of : wordsOf[kind] = new List<long>[Scaled(kind switch { SearchKind.Person => 100_000, SearchKind.Asset => 50_000, SearchKind.Activity => 3_000, _ => 1_000_000 }) + 1])[record] ??= []).Add(id);
                    }

                    token.ThrowIfCancellationRequested();
                    Say("Search index", 40 + (int)(postings.Written * 18L / words.Count));
                }
            }

            using (var keys = Into<SearchKey>("ProgrammeId", "Key", "Word"))
            {
                foreach (var (key, word) in words.Words.Where(word => !keyed.Contains(word)).SelectMany(word => Spelling.KeysOf(word).Select(key => (key, word))).OrderBy(k => k.key, StringComparer.Ordinal).ThenBy(k => k.word, StringComparer.Ordinal))
                {
                    keys.Write(programme, key, word);
                }
            }

            using var whole = Into<SearchedRecord>("Kind", "RecordId", "WordIds");
            foreach (var (kind, held) in wordsOf.OrderBy(w => w.Key))
            {
                for (var record = 1; record < held.Length; record++)
                {
                    if (held[record] is { } ids)
                    {
                        whole.Write(kind, (long)record, PackedNumbers.Pack(ids));
                    }
                }
            }
        }

        private async Task Marks(CancellationToken token)
        {
            var marked = (await db.ChangedMonths.Select(c => c.Month).ToListAsync(token)).ToHashSet();
            await Save(
                YearMonth.Containing(start).Through(lastMonth).Where(m => !marked.Contains(m)).Select(m => new ChangedMonth { ProgrammeId = programme, Month = m, ChangedAt = DateTimeOffset.UnixEpoch }),
                token);
        }

        private async Task Meetings(CancellationToken token)
        {
            Say("Meetings", 96);
            var rows = files.Rows("demo/meetings.csv").Where(r => r["minutes"] is not null).ToList();
            var items = files.Rows("demo/agenda-items.csv");
            var decided = files.Rows("demo/decisions.csv");
            var agreed = files.Rows("demo/actions.csv");
            var meetings = new List<Meeting>();
            foreach (var month in YearMonth.Containing(start).Through(lastMonth))
            {
                for (var table = 0; table < 3; table++)
                {
                    var row = dice.Of(rows);
                    var meeting = Meeting.Plan(programme, row.Text("title"), month.First.AddDays(7 + dice.Below(14)), new TimeOnly(10, 0), new AssetId(dice.Below(assets) + 1), table == 0 ? null : dice.Of(neighbourhoods));
                    for (var i = 0; i < 5; i++)
                    {
                        var item = dice.Of(items);
                        meeting.AddItem(item.Text("title"), item.Number0("minutes"), item["note"]);
                    }

                    for (var i = 0; i < 15; i++)
                    {
                        var (id, agency) = practitioners[(dice.Below(practitioners.Count) + i) % practitioners.Count];
                        meeting.Answer(id, agency, dice.Chance(75) ? AttendanceStatus.Present : AttendanceStatus.Apologies);
                    }

                    meeting.Decide(dice.Of(decided).Text("text"));
                    meeting.WriteMinutes(row["minutes"]);
                    meeting.Held(today);
                    meetings.Add(meeting);
                }
            }

            await Save(meetings, token);
            await Save(
                meetings.SelectMany(m => Enumerable.Range(0, 3).Select(_ =>
                {
                    var (owner, agency) = dice.Of(practitioners);
                    var action = MeetingAction.Agree(programme, m.Id, dice.Of(agreed).Text("text"), agency, owner, m.HeldOn.AddDays(28));
                    if (m.HeldOn.AddDays(28) < lastMonth.Last && !dice.Chance(5))
                    {
                        action.Done(m.HeldOn.AddDays(20));
                    }

                    return action;
                })),
                token);
            var stories = files.Rows("demo/stories.csv");
            await Save(
                Enumerable.Range(0, 60).Select(i => Story.Tell(programme, dice.Of(neighbourhoods), new PersonId(dice.Below(people) + 1), dice.Of(stories) is var told ? told.Text("title") : "", told.Text("words"), "en-GB", start.AddDays(i * 30), told["outcome"], null)),
                token);
        }

        private const double Side = 0.02;

        private static (double West, double South) Corner(int number) => (0.20 + (number % 10 * Side), 52.80 + (number / 10 * Side));

        private static string Square(int number)
        {
            var (west, south) = Corner(number);
            var (east, north) = (west + Side, south + Side);
            return string.Create(CultureInfo.InvariantCulture, $$"""{"type":"Polygon","coordinates":[[[{{west:0.####}},{{south:0.####}}],[{{east:0.####}},{{south:0.####}}],[{{east:0.####}},{{north:0.####}}],[{{west:0.####}},{{north:0.####}}],[{{west:0.####}},{{south:0.####}}]]]}""");
        }
    }
}

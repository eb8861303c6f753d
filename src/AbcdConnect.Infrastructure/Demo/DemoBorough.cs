using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Stories;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>Loads <c>database/demo</c> by the domain's own methods, so that every rule has looked at every row, and by ordinary
/// saves, so that the audit log, the search index and the changed months are as if typed. One transaction for all of it.</summary>
internal sealed class DemoBorough(AbcdDbContext db, WriteGate gate, TimeProvider clock, IServiceProvider services) : IDemoBorough
{
    private const int Batch = 500;

    public async Task<bool> LoadAsync(IProgress<string>? progress, CancellationToken token)
    {
        if (await db.Programmes.AnyAsync(token))
        {
            return false;
        }

        // The caller's records are not ours to save.
        db.Forget();
        using var turn = await gate.Hold(db, token);
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        if (await db.Programmes.AnyAsync(token))
        {
            return false;
        }

        await new Loading(db, services, DemoFiles.Shipped, clock.Today(), clock.GetUtcNow(), progress).Everything(token);
        await transaction.CommitAsync(token);
        db.Forget();
        return true;
    }

    /// <summary>One run, with what it has learnt of keys and numbers.</summary>
    private sealed class Loading(AbcdDbContext db, IServiceProvider services, DemoFiles files, DateOnly today, DateTimeOffset now, IProgress<string>? progress)
    {
        private readonly Dictionary<string, NeighbourhoodId> neighbourhoods = new(StringComparer.Ordinal);
        private readonly Dictionary<string, AgencyId> agencies = new(StringComparer.Ordinal);
        private readonly Dictionary<string, UserId> staff = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> staffNames = new(StringComparer.Ordinal);
        private readonly Dictionary<string, PractitionerId> practitioners = new(StringComparer.Ordinal);
        private readonly Dictionary<string, AgencyId> practitionersAgencies = new(StringComparer.Ordinal);
        private readonly Dictionary<string, AssetId> assets = new(StringComparer.Ordinal);
        private readonly Dictionary<string, PersonId> people = new(StringComparer.Ordinal);
        private readonly Dictionary<string, DateOnly> metOn = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ActivityId> activities = new(StringComparer.Ordinal);
        private readonly Dictionary<string, NeighbourhoodId?> placeOf = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Person, string On), ConversationId> heardIn = [];
        private readonly Dictionary<(string From, string To), ConnectionId> connections = [];
        private readonly List<(UserId Id, Role Role, IReadOnlyList<NeighbourhoodId> Places, DateOnly Until)> workers = [];
        private ProgrammeId programme;
        private DemoCalendar calendar = null!;

        public async Task Everything(CancellationToken token)
        {
            await Programme(token);
            await Neighbourhoods(token);
            await Agencies(token);
            await Staff(token);
            await Practitioners(token);
            await services.LoadStarterTaxonomyAsync(token);
            db.Forget();
            await Assets(token);
            await Buses(token);
            await People(token);
            await Activities(token);
            await Conversations(token);
            await Gifts(token);
            await Consents(token);
            await Signposts(token);
            await Connections(token);
            await Introductions(token);
            await Meetings(token);
            await Stories(token);
            await Outcomes(token);
            await Promises(token);
        }

        private async Task Programme(CancellationToken token)
        {
            var row = files.Rows("demo/programme.csv")[0];
            calendar = new DemoCalendar(row.Month("last_month") ?? throw row.Wrong("last_month", "is empty"), today);
            var begun = Domain.Programmes.Programme.Begin(row.Text("name"), row["commissioner"], calendar.Move(row.Date("starts_on") ?? throw row.Wrong("starts_on", "is empty")));
            // A fixed key: links to the demo hold from one start to the next.
            begun.ShareOpenly(shares: true, new Guid("5d2f5a06-6a52-4f6e-9b5c-0d1c7f3e8a11"));
            await Save("Programme", [("", begun)], token);
            programme = begun.Id;
        }

        private async Task Neighbourhoods(CancellationToken token)
        {
            using var map = JsonDocument.Parse(files.Text("demo/neighbourhoods.geojson"));
            var made = new List<(string Key, Neighbourhood Record)>();
            foreach (var feature in map.RootElement.GetProperty("features").EnumerateArray())
            {
                var about = feature.GetProperty("properties");
                var name = about.GetProperty("name").GetString()!;
                var codes = string.Join(' ', about.GetProperty("lsoa_codes").EnumerateArray().Select(c => c.GetString()));
                made.Add((name, Neighbourhood.Define(programme, about.GetProperty("code").GetString()!, name, feature.GetProperty("geometry").GetRawText(), about.GetProperty("population").GetInt32(), codes)));
            }

            await Save("Neighbourhoods", made, token, (key, n) => neighbourhoods[key] = n.Id);
        }

        private Task Agencies(CancellationToken token) => Save(
            "Agencies",
            files.Rows("demo/agencies.csv").Select(r => (r.Text("key"), Agency.Join(programme, r.Text("name"), r.Kind<Sector>("sector")))),
            token,
            (key, agency) => agencies[key] = agency.Id);

        private async Task Staff(CancellationToken token)
        {
            var rows = files.Rows("demo/staff.csv");
            var left = files.Rows("demo/staffing.csv").Where(r => r["to_month"] is not null).ToDictionary(r => r.Text("staff_email"), r => calendar.Move(r.Month("to_month")!.Value).Last, StringComparer.Ordinal);
            await Save("Sign-ins", rows.Select(r => (r.Text("email"), Account(r.Text("email")))), token, (key, account) => staff[key] = new UserId(account.Id));
            await Save(
                "Staff",
                rows.Select(r =>
                {
                    var email = r.Text("email");
                    var role = r.Kind<Role>("role");
                    staffNames[email] = r.Text("name");
                    if (role is Role.Worker or Role.Coordinator)
                    {
                        workers.Add((staff[email], role, [.. r.List("neighbourhoods").Select(n => neighbourhoods[n])], left.TryGetValue(email, out var last) ? last : DateOnly.MaxValue));
                    }

                    var member = Member.Welcome(staff[email], programme, r.Text("name"), email, role, role == Role.Partner ? agencies[r.Text("agency")] : null, r.List("neighbourhoods").Select(n => neighbourhoods[n]));
                    if (left.TryGetValue(email, out var on))
                    {
                        member.Leave(on);
                    }

                    return (email, member);
                }),
                token);
        }

        // Without a password nobody comes in. In Development, and only there, a start gives the six of the README theirs.
        private static AbcdUser Account(string email) => new()
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };

        private Task Practitioners(CancellationToken token) => Save(
            "Practitioners",
            files.Rows("demo/practitioners.csv").Select(r =>
            {
                var agency = practitionersAgencies[r.Text("key")] = agencies[r.Text("agency")];
                return (r.Text("key"), Practitioner.Join(agency, r.Text("name"), r["job_title"], r["email"], r["email"] is { } email && staff.TryGetValue(email, out var user) ? user : null));
            }),
            token,
            (key, practitioner) => practitioners[key] = practitioner.Id);

        private async Task Assets(CancellationToken token)
        {
            var categories = (await db.AssetCategories.AsNoTracking().ToListAsync(token)).ToDictionary(c => (c.Kind, c.Name), c => c.Id);
            var hours = files.Rows("demo/asset-hours.csv").ToLookup(r => r.Text("asset"), r => new OpenSession(r.Day("day"), r.Time("opens")!.Value, r.Time("closes")!.Value), StringComparer.Ordinal);
            await Save(
                "Assets",
                files.Rows("demo/assets.csv").Select(r =>
                {
                    var key = r.Text("key");
                    var kind = r.Kind<AssetKind>("kind");
                    var place = placeOf[key] = PlaceOf(r);
                    var category = r["category"] is { } name
                        ? categories.TryGetValue((kind, name), out var id) ? id : throw r.Wrong("category", $"'{name}' is not a category of {kind}")
                        : (AssetCategoryId?)null;
                    var asset = Asset.Add(programme, Who(r["added_by"]), calendar.Move(r.Date("added_on")!.Value), new AssetDetails(
                        kind,
                        r.Text("name"),
                        category,
                        r["description"],
                        r["address"],
                        r["postcode"],
                        r.Degrees("latitude"),
                        r.Degrees("longitude"),
                        place,
                        r["opening_times"],
                        r["cost"],
                        r["languages"]?.Replace(";", ", ", StringComparison.Ordinal),
                        r["access"],
                        r["contact_name"],
                        r["phone"],
                        r["email"],
                        r["website"],
                        r["looked_after_by"] is { } keeper ? staffNames.GetValueOrDefault(keeper, keeper) : null,
                        [.. hours[key]]));
                    if (calendar.Move(r.Date("confirmed_on")) is { } confirmed)
                    {
                        asset.Confirm(confirmed);
                    }

                    return (key, asset);
                }),
                token,
                (key, asset) => assets[key] = asset.Id);
        }

        private Task People(CancellationToken token) => Save(
            "People",
            files.Rows("demo/people.csv").Select(r =>
            {
                var key = r.Text("key");
                var place = placeOf[key] = PlaceOf(r);
                var on = metOn[key] = calendar.Move(r.Date("added_on")!.Value);
                return (key, Person.Meet(programme, Who(r["added_by"]), on, new PersonDetails(
                    r.Text("first_name"), r["last_name"], r["known_as"], place, r["language"], r.Yes("connector"), r["phone"], r["email"], r["contact_preference"])));
            }),
            token,
            (key, person) => people[key] = person.Id);

        private async Task Activities(CancellationToken token)
        {
            var sessions = files.Rows("demo/activity-sessions.csv").ToLookup(r => r.Text("activity"), StringComparer.Ordinal);
            await Save(
                "Activities",
                files.Rows("demo/activities.csv").Select(r =>
                {
                    var key = r.Text("key");
                    placeOf[key] = PlaceOf(r);
                    return (key, WithHistory(r, [.. sessions[key].OrderBy(s => s.Text("held_on"), StringComparer.Ordinal)]));
                }),
                token,
                (key, activity) => activities[key] = activity.Id);
        }

        // The files say when it first met and where it stands now; the days between are told as the programme would have.
        private Activity WithHistory(DemoRow r, IReadOnlyList<DemoRow> sessions)
        {
            var (now, first) = (r.Kind<ActivityStatus>("status"), calendar.Move(r.Date("first_session_on")));
            var known = r["leader"] is { } leader ? metOn[leader] : DateOnly.MinValue;
            var added = first is { } began
                ? Later(known, began.AddDays(-21)) is var heard && heard < began ? heard : began
                : Later(known, calendar.LastMonth.First);
            var details = new ActivityDetails(
                r.Text("name"),
                first is null ? now : ActivityStatus.Starting,
                r.Kind<LedBy>("led_by"),
                r.Kind<ActivityFrequency>("freq"),
                r["description"],
                PlaceOf(r),
                r["asset"] is { } place ? assets[place] : null,
                r["day"] is null ? null : r.Day("day"),
                r.Time("starts_at"),
                r.Time("ends_at"),
                r["leader"] is { } lead ? people[lead] : null);
            var activity = Activity.Add(programme, WorkerOf(PlaceOf(r), added), added, details);
            foreach (var session in sessions)
            {
                activity.Hold(calendar.Move(session.Date("held_on")!.Value), session.Number0("head_count"), session.List("attendees").Select(p => people[p]), today);
            }

            if (first is not { } started)
            {
                return activity;
            }

            activity.MoveTo(ActivityStatus.Running, started);
            switch (now)
            {
                case ActivityStatus.SelfSustaining:
                    activity.MoveTo(now, Earlier(started.AddMonths(6), calendar.LastMonth.First));
                    break;
                case ActivityStatus.Resting:
                    activity.MoveTo(now, activity.Sessions.Max(s => s.HeldOn).AddDays(7));
                    break;
                case ActivityStatus.Ended:
                    activity.MoveTo(now, calendar.Move(r.Date("ended_on")) ?? throw r.Wrong("ended_on", "is empty, and the activity has ended"));
                    break;
                default:
                    break;
            }

            return activity;
        }

        // What came due in the last week is still to do: a day's list is a normal day's, on whatever day the borough is loaded.
        private DateOnly ThisWeek => today.AddDays(-6);

        private async Task Conversations(CancellationToken token)
        {
            var rows = files.Rows("demo/conversations.csv").ToDictionary(r => r.Text("key"), StringComparer.Ordinal);
            await Save(
                "Conversations",
                rows.Values.Select(r =>
                {
                    var with = r.List("people");
                    var kind = r.Kind<ConversationKind>("kind");
                    var details = new ConversationDetails(
                        calendar.Move(r.Date("held_on")!.Value),
                        kind,
                        [.. with.Select(p => people[p])],
                        r.Text("heard"),
                        r.Time("at"),
                        PlaceOf(r),
                        r["place"] is { } place ? assets[place] : null,
                        r["group_name"],
                        NextStep: r["next_step"],
                        NextStepDue: calendar.Move(r.Date("next_step_due")),
                        // Nobody is named in these, so their words may be read for research.
                        GivenToResearch: kind == ConversationKind.Learning && with.Count == 0);
                    var conversation = Conversation.Log(programme, Who(r["worker"]), Submission(r.Text("key")), details, today);
                    if (calendar.Move(r.Date("next_step_done_on")) is { } done)
                    {
                        conversation.NextStepDone(done);
                    }
                    else if (conversation.NextStepDue is { } due && due >= DaysList.OldBefore(today) && due < ThisWeek)
                    {
                        // The workers have kept up since the last month; a few promises of long ago are still open.
                        conversation.NextStepDone(due);
                    }

                    return (r.Text("key"), conversation);
                }),
                token,
                (key, conversation) =>
                {
                    foreach (var person in rows[key].List("people"))
                    {
                        heardIn.TryAdd((person, rows[key].Text("held_on")), conversation.Id);
                    }
                });
        }

        private async Task Gifts(CancellationToken token)
        {
            var terms = (await db.GiftTerms.AsNoTracking().ToListAsync(token)).ToDictionary(t => (t.Kind, t.Name), t => t.Id);
            await Save(
                "Gifts and asks",
                files.Rows("demo/person-gifts.csv").Select(r =>
                {
                    var (person, kind) = (r.Text("person"), r.Kind<GiftKind>("kind"));
                    var term = r["taxonomy_name"] is { } name
                        ? terms.TryGetValue((kind, name), out var id) ? id : throw r.Wrong("taxonomy_name", $"'{name}' is not in database/taxonomy/gifts.csv under {kind}")
                        : (GiftTermId?)null;
                    var conversation = heardIn.TryGetValue((person, r.Text("heard_on")), out var heard) ? heard : (ConversationId?)null;
                    return ("", Gift.Hear(programme, people[person], conversation, r.Kind<GiftDirection>("direction"), kind, term, r.Text("words"), calendar.Move(r.Date("heard_on")!.Value)));
                }),
                token);
        }

        private Task Consents(CancellationToken token) => Save(
            "Consents",
            files.Rows("demo/consents.csv").Select(r =>
            {
                var consent = Consent.Give(
                    people[r.Text("person")],
                    r.Kind<ConsentUse>("use"),
                    r["agency"] is { } agency ? agencies[agency] : null,
                    calendar.Move(r.Date("given_on")!.Value),
                    r.Kind<ConsentHow>("how"),
                    calendar.Move(r.Date("expires_on")),
                    WorkerOf(placeOf[r.Text("person")], calendar.Move(r.Date("given_on")!.Value)));
                if (calendar.Move(r.Date("withdrawn_on")) is { } withdrawn)
                {
                    consent.Withdraw(withdrawn);
                }

                return ("", consent);
            }),
            token);

        private Task Signposts(CancellationToken token) => Save(
            "Signposts",
            files.Rows("demo/signposts.csv").Select(r =>
            {
                var (who, where, what) = (r["person"], r["asset"], r["activity"]);
                var target = new SignpostTarget(where is null ? null : assets[where], what is null ? null : activities[what], "It", null);
                var place = (who is null ? null : placeOf[who]) ?? placeOf[where ?? what!];
                var given = calendar.Move(r.Date("given_on")!.Value);
                var signpost = Signpost.Give(programme, place, Who(r["worker"]), Submission(r.Text("key")), who is null ? null : people[who], target, null, given, r["why"], today);
                WhatBecameOf(signpost, r);
                return (r.Text("key"), signpost);
            }),
            token);

        private void WhatBecameOf(Signpost signpost, DemoRow r)
        {
            if (calendar.Move(r.Date("contacted_on")) is { } contacted)
            {
                signpost.Contacted(contacted);
            }

            if (calendar.Move(r.Date("attended_on")) is { } attended)
            {
                signpost.Attended(attended);
            }

            if (calendar.Move(r.Date("still_going_on")) is { } going)
            {
                signpost.StillGoing(going);
            }

            if (calendar.Move(r.Date("did_not_go_on")) is { } missed)
            {
                signpost.DidNotGo(missed, r.Kind<DidNotGoReason>("reason"), null);
            }

            // The workers ask within the week; where the answer stayed out, they asked again, then let it be.
            var second = signpost.GivenOn.AddDays(Signpost.SecondFollowUpDays);
            if (signpost.FollowUpDue is { } due && due < ThisWeek)
            {
                if (second < ThisWeek)
                {
                    signpost.StopAsking();
                }
                else
                {
                    signpost.AskAgain(second);
                }
            }
        }

        private Task Connections(CancellationToken token)
        {
            var rows = files.Rows("demo/connections.csv");
            return Save(
                "Connections",
                rows.Select(r =>
                {
                    var (from, to) = (r.Text("from"), r.Text("to"));
                    return ($"{from} {to}", Connection.Make(
                        programme,
                        placeOf[from] ?? placeOf[to],
                        Who(r["introduced_by"]) ?? WorkerOf(placeOf[from] ?? placeOf[to], calendar.Move(r.Date("began_on")!.Value)),
                        End(from),
                        End(to),
                        r.Kind<ConnectionOrigin>("origin"),
                        r["tie"],
                        calendar.Move(r.Date("began_on")!.Value),
                        calendar.Move(r.Date("ended_on"))));
                }),
                token,
                (key, connection) =>
                {
                    var ends = key.Split(' ');
                    connections[(ends[0], ends[1])] = connection.Id;
                });
        }

        private Task Introductions(CancellationToken token) => Save(
            "Introductions",
            files.Rows("demo/introductions.csv").Select(r =>
            {
                var from = r.Text("from_person");
                var to = r["to_person"] ?? r.Text("to_asset");
                var introduction = Introduction.Make(programme, placeOf[from], Who(r["worker"]), people[from], End(to), calendar.Move(r.Date("on")!.Value), null);
                switch (r.Text("outcome"))
                {
                    case "connected":
                        introduction.Connected(connections.TryGetValue((from, to), out var known) || connections.TryGetValue((to, from), out known)
                            ? known
                            : throw r.Wrong("outcome", "is connected, and connections.csv has no such tie"));
                        break;
                    case "declined":
                        introduction.Declined();
                        break;
                    default:
                        break;
                }

                return ("", introduction);
            }),
            token);

        private async Task Meetings(CancellationToken token)
        {
            var items = files.Rows("demo/agenda-items.csv").ToLookup(r => r.Text("meeting"), StringComparer.Ordinal);
            var present = files.Rows("demo/attendance.csv").ToLookup(r => r.Text("meeting"), StringComparer.Ordinal);
            var decided = files.Rows("demo/decisions.csv").ToLookup(r => r.Text("meeting"), StringComparer.Ordinal);
            var meetings = new Dictionary<string, MeetingId>(StringComparer.Ordinal);
            await Save(
                "Meetings",
                files.Rows("demo/meetings.csv").Select(r =>
                {
                    var key = r.Text("key");
                    var on = calendar.Move(r.Date("held_on")!.Value);
                    var held = on <= calendar.LastMonth.Last;
                    if (!held)
                    {
                        // The next meeting is always still to come, on the second Thursday.
                        var month = YearMonth.Containing(on);
                        on = SecondThursday(month) < today ? SecondThursday(month.Next) : SecondThursday(month);
                    }

                    var meeting = Meeting.Plan(programme, r.Text("title"), on, r.Time("at"), r["place"] is { } place ? assets[place] : null, null);
                    foreach (var item in items[key].OrderBy(i => i.Number0("position")))
                    {
                        meeting.AddItem(item.Text("title"), item.Number0("minutes"), item["note"]);
                    }

                    foreach (var answer in present[key])
                    {
                        var practitioner = answer.Text("practitioner");
                        meeting.Answer(practitioners[practitioner], practitionersAgencies[practitioner], answer.Kind<AttendanceStatus>("status"));
                    }

                    meeting.WriteMinutes(r["minutes"]);
                    if (held)
                    {
                        meeting.Held(today);
                    }

                    return (key, meeting);
                }),
                token,
                (key, meeting) => meetings[key] = meeting.Id);
            var agendas = (await db.Meetings.Where(m => m.ProgrammeId == programme).SelectMany(m => m.Agenda).OrderBy(a => a.Position).Select(a => new { a.MeetingId, a.Id }).ToListAsync(token))
                .GroupBy(a => a.MeetingId, a => a.Id).ToDictionary(g => g.Key, g => g.ToList());
            AgendaItemId? ItemOf(DemoRow row) => row["item"] is { } at ? agendas[meetings[row.Text("meeting")]][int.Parse(at, CultureInfo.InvariantCulture) - 1] : null;
            foreach (var meeting in await db.Meetings.Include(m => m.Decisions).Where(m => m.ProgrammeId == programme).OrderBy(m => m.HeldOn).ToListAsync(token))
            {
                foreach (var decision in decided[meetings.Single(m => m.Value == meeting.Id).Key])
                {
                    meeting.Decide(decision.Text("text"), ItemOf(decision));
                }
            }

            await db.SaveChangesAsync(token);
            db.Forget();
            var decisions = (await db.Decisions.Where(d => d.ProgrammeId == programme).OrderBy(d => d.Id).Select(d => new { d.MeetingId, d.Id }).ToListAsync(token))
                .GroupBy(d => d.MeetingId, d => d.Id).ToDictionary(g => g.Key, g => g.ToList());
            var agreedActions = new Dictionary<string, ActionId>(StringComparer.Ordinal);
            await Save(
                "Actions",
                files.Rows("demo/actions.csv").Select(r =>
                {
                    var action = MeetingAction.Agree(
                        programme,
                        meetings[r.Text("meeting")],
                        r.Text("text"),
                        r["agency"] is { } agency ? agencies[agency] : null,
                        r["owner"] is { } owner ? practitioners[owner] : null,
                        calendar.Move(r.Date("due_on")),
                        ItemOf(r));
                    if (calendar.Move(r.Date("started_on")) is { } started)
                    {
                        action.Move(ActionStatus.UnderWay, started, null, null, new DateTimeOffset(started, new TimeOnly(10, 0), TimeSpan.Zero));
                    }

                    if (calendar.Move(r.Date("done_on")) is { } done)
                    {
                        action.Done(done);
                    }

                    if (r["decision"] is { } decision)
                    {
                        action.CarriesOut(decisions[meetings[r.Text("meeting")]][int.Parse(decision, CultureInfo.InvariantCulture) - 1]);
                    }

                    return (r.Text("key"), action);
                }),
                token,
                (key, action) => agreedActions[key] = action.Id);
            await new DemoTable(db, files, programme, now, meetings).Set(staff, people, practitioners, token);
            await MinutesAgreed([.. meetings.Values], token);
            await Said(agreedActions, token);
        }

        // Each meeting's minutes were agreed at the one after it.
        private async Task MinutesAgreed(List<MeetingId> order, CancellationToken token)
        {
            var held = await db.Meetings.Where(m => m.ProgrammeId == programme && m.Status == MeetingStatus.Held).OrderBy(m => m.HeldOn).ToListAsync(token);
            var agreed = new List<AgreedMinutes>();
            foreach (var (of, at) in held.Zip(held.Skip(1)).Where(pair => order.Contains(pair.First.Id)))
            {
                var sheet = await Application.Meetings.Minutes.MinutesWriter.Write(db, of.Id, token);
                agreed.Add(AgreedMinutes.Agree(of, at, await db.MeetingAttendances.Where(a => a.MeetingId == at.Id && a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().CountAsync(token), sheet.ToJson(), today, null, new DateTimeOffset(at.HeldOn, new TimeOnly(12, 0), TimeSpan.Zero)));
            }

            db.AddRange(agreed);
            await db.SaveChangesAsync(token);
            db.Forget();
        }

        private async Task Said(Dictionary<string, ActionId> agreedActions, CancellationToken token)
        {
            foreach (var row in files.Rows("demo/said.csv"))
            {
                var action = await db.MeetingActions.SingleAsync(a => a.Id == agreedActions[row.Text("action")], token);
                var said = SaidAndDone.Begin(programme, action.Id);
                said.Write(neighbourhoods[row.Text("neighbourhood")], row.Text("you_said"), row["we_did"]);
                foreach (var key in (row["conversations"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
                {
                    // Who, and on which day.
                    var heard = key.Split(' ');
                    said.RaisedBy(heardIn[(heard[0], heard[1])], null, null);
                }

                said.Publish(action, calendar.Move(row.Date("published_on"))!.Value, null);
                db.Add(said);
            }

            // Old Town's wall may be read by anybody; links to the demo hold from one start to the next.
            db.Add(new SaidPage { NeighbourhoodId = neighbourhoods["Old Town"], ProgrammeId = programme, Code = "ed7wn4ab" });
            await db.SaveChangesAsync(token);
            db.Forget();
        }

        private async Task Stories(CancellationToken token)
        {
            var stories = new Dictionary<string, StoryId>(StringComparer.Ordinal);
            await Save(
                "Stories",
                files.Rows("demo/stories.csv").Select(r =>
                {
                    var until = calendar.Move(r.Date("consent_until"));
                    var uses = r.List("uses");
                    var story = Story.Tell(
                        programme,
                        r["person"] is { } teller ? placeOf[teller] : null,
                        r["person"] is { } person ? people[person] : null,
                        r.Text("title"),
                        r.Text("words"),
                        r.Text("language") switch
                        {
                            "English" => "en-GB",
                            "Polish" => "pl",
                            "Bengali" => "bn",
                            "Arabic" => "ar",
                            var other => throw r.Wrong("language", $"'{other}' has no language code in {nameof(DemoBorough)}: add it there"),
                        },
                        calendar.Move(r.Date("told_on")!.Value),
                        r["outcome"],
                        until);
                    story.Agree(new StoryAgreement(uses.Contains("reports"), uses.Contains("web"), uses.Contains("name"), uses.Contains("place"), uses.Contains("picture"), until), r.List("codes"));
                    return (r.Text("title"), story);
                }),
                token,
                (key, story) => stories[key] = story.Id);
            foreach (var row in files.Rows("demo/stories.csv").Where(r => r["picture"] is not null))
            {
                var id = stories[row.Text("title")];
                var story = await db.Stories.SingleAsync(s => s.Id == id, token);
                db.Add(StoryPicture.Beside(story, Picture.Read(await files.Bytes($"demo/pictures/{row.Text("picture")}", token)), row.Text("shows")));
                await db.SaveChangesAsync(token);
                db.Forget();
            }

            await Save("Panels", [("", DemoOutcomes.Round(programme, stories, calendar.LastMonth.First.AddDays(4), calendar.LastMonth.First.AddDays(11)))], token);
        }

        private async Task Outcomes(CancellationToken token)
        {
            await Save("Theory of change", [("", DemoOutcomes.Theory(programme, calendar.Move(files.Rows("demo/programme.csv")[0].Date("starts_on")!.Value)))], token);
            await Save(
                "Askings",
                DemoOutcomes.Askings(programme, files.Rows("demo/askings.csv"), calendar, today, key => (people[key], placeOf[key]), WorkerOf).Select(a => ("", a)),
                token);
        }

        private async Task Buses(CancellationToken token)
        {
            var (rows, at) = (files.Rows("demo/buses.csv"), new DateTimeOffset(calendar.LastMonth.Last.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
            var timetable = ImportBatch.Start(programme, ImportTimetable.Profile, DemoBuses.FileName, null, at);
            var stops = new Dictionary<string, BusStopId>(StringComparer.Ordinal);
            await Save("Timetable", [("", timetable)], token);
            await Save("Bus stops", DemoBuses.Stops(rows, timetable.Id), token, (name, stop) => stops[name] = stop.Id);
            await Save("Bus rides", DemoBuses.Rides(rows, name => stops[name]), token);
            var kept = await db.ImportBatches.SingleAsync(b => b.Id == timetable.Id, token);
            kept.Finish(at, new ImportCounts(stops.Count, stops.Count, 0, 0, 0, stops.Count, 0), []);
            await db.SaveChangesAsync(token);
            db.Forget();
        }

        private async Task Promises(CancellationToken token)
        {
            await Save(
                "Targets",
                files.Rows("demo/targets.csv").Select(r => ("", Target.Promise(programme, r.Kind<Metric>("metric"), null, r.Decimal("amount")!.Value, r.Kind<TargetPeriod>("per"), r.Decimal("per_fte"), calendar.Move(r.Month("from_month")!.Value)))),
                token);
            await Save(
                "Staffing",
                files.Rows("demo/staffing.csv").Select(r => ("", Domain.Programmes.Staffing.Employ(programme, staff[r.Text("staff_email")], calendar.Move(r.Month("from_month")!.Value), calendar.Move(r.Month("to_month")), r.Decimal("fte")!.Value))),
                token);
        }

        private async Task Save<T>(string what, IEnumerable<(string Key, T Record)> records, CancellationToken token, Action<string, T>? saved = null)
            where T : class
        {
            var count = 0;
            foreach (var batch in records.Chunk(Batch))
            {
                db.AddRange(batch.Select(b => b.Record));
                await db.SaveChangesAsync(token);
                foreach (var (key, record) in batch)
                {
                    saved?.Invoke(key, record);
                }

                db.Forget();
                count += batch.Length;
            }

            progress?.Report($"{what}: {count}");
        }

        private NeighbourhoodId? PlaceOf(DemoRow row) => row["neighbourhood"] is { } name
            ? neighbourhoods.TryGetValue(name, out var id) ? id : throw row.Wrong("neighbourhood", $"'{name}' is not on the map of neighbourhoods.geojson")
            : null;

        private UserId? Who(string? email) => email is null ? null : staff[email];

        // Where the files do not say who wrote it down: whoever works there then, and the coordinator where nobody does.
        private UserId? WorkerOf(NeighbourhoodId? place, DateOnly on) => place is { } where
            ? workers.Where(w => w.Places.Contains(where) && on <= w.Until).OrderBy(w => w.Role).Select(w => (UserId?)w.Id).FirstOrDefault()
            : null;

        private ConnectionEnd End(string key) => people.TryGetValue(key, out var person) ? ConnectionEnd.Of(person) : ConnectionEnd.Of(assets[key]);

        private static DateOnly SecondThursday(YearMonth month) => month.First.AddDays(((DayOfWeek.Thursday - month.First.DayOfWeek + 7) % 7) + 7);

        private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

        private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

        // The same row has the same number each time it is loaded.
        private static Guid Submission(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes("demo " + key)).AsSpan(0, 16));
    }
}

using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Metrics;

/// <summary>A small random history: few people, few days, so that the same people, the same groups and the same days meet often.</summary>
internal sealed class History
{
    private static readonly DateOnly Begin = new(2025, 8, 1);

    private readonly TestDatabase database;
    private readonly Random random;
    private readonly List<PersonId> people = [];
    private readonly List<AssetId> places = [];
    private readonly List<PractitionerId> practitioners = [];
    private AgencyId other;

    private History(TestDatabase database, int seed)
    {
        this.database = database;
        random = new Random(seed);
    }

    public static async Task<History> Of(TestDatabase database, int seed)
    {
        var history = new History(database, seed);
        await history.Ground();
        await history.Write(40);
        return history;
    }

    /// <summary>So many more things happen, or come to light, on any day up to today.</summary>
    public async Task Write(int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await (random.Next(16) switch
            {
                <= 5 => Converse(),
                <= 8 => Signpost(),
                <= 10 => Connect(),
                11 => AddAsset(),
                12 or 13 => Start(),
                _ => Meet(),
            });
        }
    }

    /// <summary>Things written down before are put right: days moved, people exchanged, places taken off the map, answers come in.</summary>
    public Task Correct() => database.Db(async db =>
    {
        foreach (var conversation in await db.Conversations.Include(c => c.People).ToListAsync())
        {
            if (random.Next(6) == 0)
            {
                conversation.Change(Conversation(), database.Clock.Today);
            }
        }

        foreach (var asset in await db.Assets.ToListAsync())
        {
            if (random.Next(4) == 0)
            {
                asset.Reject(database.Clock.Today);
            }
        }

        foreach (var activity in await db.Activities.Include(a => a.History).Include(a => a.Sessions).ToListAsync())
        {
            if (random.Next(3) == 0)
            {
                activity.MoveTo(Any<ActivityStatus>(), Day());
            }
        }

        foreach (var signpost in await db.Signposts.ToListAsync())
        {
            if (random.Next(4) == 0)
            {
                Answer(signpost);
            }
        }

        return await db.SaveChangesAsync();
    });

    private async Task Ground()
    {
        for (var i = 0; i < 6; i++)
        {
            people.Add((await database.AddPerson($"Person {i}")).Id);
        }

        for (var i = 0; i < 3; i++)
        {
            var asset = Asset.Add(database.Programme, Worker(), new DateOnly(2025, 1, 1), new AssetDetails(AssetKind.Place, $"Place {i}", NeighbourhoodId: Where()));
            await database.Add(asset);
            places.Add(asset.Id);
        }

        var agency = Agency.Join(database.Programme, "Another agency", Sector.Nhs);
        await database.Add(agency);
        other = agency.Id;
        Practitioner[] known = [Practitioner.Join(database.Housing, "One", null, null), Practitioner.Join(database.Housing, "Two", null, null), Practitioner.Join(other, "Three", null, null)];
        await database.Add(known);
        practitioners.AddRange(known.Select(k => k.Id));
    }

    private ConversationDetails Conversation() => new(
        Day(),
        random.Next(4) == 0 ? ConversationKind.FollowUp : ConversationKind.Learning,
        random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Somebody())],
        "Something worth hearing",
        NeighbourhoodId: Where(),
        GroupName: random.Next(4) == 0 ? Pick(" Knit and natter", "KNIT AND NATTER", "Café Été", "CAFÉ ÉTÉ ", "Bowls") : null);

    private Task Converse() => database.Add(Domain.Conversations.Conversation.Log(database.Programme, Worker(), Guid.NewGuid(), Conversation(), database.Clock.Today));

    private async Task Signpost()
    {
        var signpost = Domain.Signposting.Signpost.Give(
            database.Programme, Where(), Worker(), Guid.NewGuid(), random.Next(4) == 0 ? null : Somebody(),
            new SignpostTarget(Pick([.. places]), null, "Place", null), null, Day(), null, database.Clock.Today);
        if (random.Next(3) != 0)
        {
            Answer(signpost);
        }

        await database.Add(signpost);
    }

    // Around the twelve weeks more often than elsewhere.
    private void Answer(Signpost signpost)
    {
        var on = signpost.GivenOn.AddDays(Pick(0, 10, 83, 84, 85, 120));
        // Somebody who went cannot afterwards not have gone.
        if (signpost.AttendedOn is null && random.Next(3) == 0)
        {
            signpost.DidNotGo(on, DidNotGoReason.Time, null);
        }
        else
        {
            signpost.Attended(on);
        }
    }

    private Task Connect()
    {
        var (from, to) = random.Next(3) switch
        {
            0 => (ConnectionEnd.Of(people[0]), ConnectionEnd.Of(people[1])),
            1 => (ConnectionEnd.Of(Somebody()), ConnectionEnd.Of(Pick([.. places]))),
            _ => (ConnectionEnd.Of(places[0]), ConnectionEnd.Of(places[1])),
        };
        return database.Add(Connection.Make(database.Programme, Where(), Worker(), from, to, Any<ConnectionOrigin>(), null, Day(), null));
    }

    private Task AddAsset() => database.Add(Asset.Add(database.Programme, Worker(), Day(), new AssetDetails(AssetKind.Place, "Somewhere new", NeighbourhoodId: Where())));

    private Task Start()
    {
        var first = Pick(Day(), new DateOnly(2025, 8, 31), new DateOnly(2025, 10, 31));
        var activity = Activity.Add(database.Programme, Worker(), first, new ActivityDetails("Something together", ActivityStatus.Starting, Any<LedBy>(), ActivityFrequency.Weekly, NeighbourhoodId: Where()));
        activity.MoveTo(Pick(ActivityStatus.Running, ActivityStatus.Running, ActivityStatus.SelfSustaining, ActivityStatus.Ended), first.AddMonths(Pick(1, 5, 6, 7, 12)));
        if (random.Next(5) != 0)
        {
            activity.Hold(first, 5, [], database.Clock.Today);
        }

        return database.Add(activity);
    }

    private Task Meet()
    {
        var meeting = Meeting.Plan(database.Programme, "Round the table", Day(), null, null, Where());
        foreach (var (practitioner, agency) in practitioners.Zip([database.Housing, database.Housing, other]))
        {
            meeting.Answer(practitioner, agency, Any<AttendanceStatus>());
        }

        if (random.Next(4) != 0)
        {
            meeting.Held(database.Clock.Today);
        }

        return database.Add(meeting);
    }

    private DateOnly Day() => Begin.AddDays(random.Next(3) == 0 ? Pick(30, 31, 121, 122) : random.Next(database.Clock.Today.DayNumber - Begin.DayNumber + 1));

    private NeighbourhoodId? Where() => random.Next(3) switch { 0 => null, 1 => database.Fernhill, _ => database.HarbourWard };

    private UserId? Worker() => random.Next(3) switch { 0 => null, 1 => database.Worker.UserId, _ => database.Coordinator.UserId };

    private PersonId Somebody() => Pick([.. people]);

    private T Any<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}

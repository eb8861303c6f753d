using System.Net;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Benchmarks;

/// <summary>One thing that somebody asks for.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Address">Another one each time, so that no cache of one record flatters it.</param>
/// <param name="Fields">The fields of the form that is posted, or null where a page is only opened.</param>
internal sealed record Asked(string Name, Func<int, string> Address, Func<int, (string Name, string Value)[]>? Fields = null)
{
    public async Task<HttpStatusCode> Ask(Browser browser, int number, string? name)
    {
        if (Fields is null)
        {
            return await browser.Get(Address(number), name);
        }

        using var answer = await browser.Fill(Address(number), name, Fields(number));
        return answer.StatusCode;
    }
}

/// <summary>The pages and use cases that are timed, with numbers of records that the person may see.</summary>
internal static class Pages
{
    private static readonly string[] Names = ["margaret", "ali", "pi", "jo", "mary", "wojtek", "sam", "bren"];
    private static readonly string[] Words = ["garden", "bread", "bicycle", "choir", "children", "neighbour", "gard", "sew"];

    /// <param name="places">Those of the worker, or empty for the coordinator.</param>
    public static async Task<IReadOnlyList<Asked>> For(CityData city, IReadOnlyList<NeighbourhoodId> places)
    {
        var all = places.Count == 0;
        var wanted = places.ToList();
        var people = await city.Db(db => db.People.Where(p => all || wanted.Contains(p.NeighbourhoodId!.Value)).OrderByDescending(p => p.Id).Take(4000).Select(p => p.Id).ToListAsync());
        var conversations = await city.Db(db => db.Conversations.Where(c => all || wanted.Contains(c.NeighbourhoodId!.Value)).OrderByDescending(c => c.HeldOn).Take(4000).Select(c => c.Id).ToListAsync());
        var assets = await city.Db(db => db.Assets.OrderBy(a => a.Id).Take(4000).Select(a => a.Id).ToListAsync());
        var activities = await city.Db(db => db.Activities.OrderBy(a => a.Id).Take(500).Select(a => a.Id).ToListAsync());
        var signposts = await city.Db(db => db.Signposts.Where(s => all || wanted.Contains(s.NeighbourhoodId!.Value)).OrderByDescending(s => s.GivenOn).Take(2000).Select(s => s.Id).ToListAsync());
        var connections = await city.Db(db => db.Connections.Where(c => all || wanted.Contains(c.NeighbourhoodId!.Value)).OrderByDescending(c => c.BeganOn).Take(2000).Select(c => c.Id).ToListAsync());
        var meetings = await city.Db(db => db.Meetings.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        var place = all ? 7 : places[0].Value;
        var month = city.LastMonth;
        var today = TimeProvider.System.Today();

        return
        [
            new("Home", _ => "/"),
            new("People", _ => "/people"),
            new("People, page 40", _ => "/people?page=40"),
            new("People, newest first", _ => "/people?sort=-added"),
            new("People of one neighbourhood", _ => $"/people?neighbourhood={place}"),
            new("People found by name", i => $"/people?q={Of(Names, i)}"),
            new("A person's page", i => $"/people/{Of(people, i)}"),
            new("People suggested while typing", i => $"/people/suggest?q={Of(Names, i)}"),
            new("Conversations", _ => "/conversations"),
            new("Conversations, page 200", _ => "/conversations?page=200"),
            new("Conversations, oldest first", _ => "/conversations?sort=date"),
            new("Conversations of one neighbourhood", _ => $"/conversations?neighbourhood={place}"),
            new("Conversations found by word", i => $"/conversations?q={Of(Words, i)}"),
            new("A conversation", i => $"/conversations/{Of(conversations, i)}"),
            new("The form for a conversation", _ => "/conversations/new"),
            new("Logging a conversation", _ => "/conversations/new", i =>
            [
                ("Heard", $"I have a shed full of tools and nobody to lend them to. It was the {i}th time I was asked."),
                ("NextStep", "Bring the tool list to the Thursday table"),
            ]),
            new("Signposts", _ => "/signposts"),
            new("Signposts, those not gone", _ => "/signposts?state=DidNotGo"),
            new("A signpost", i => $"/signposts/{Of(signposts, i)}"),
            new("Assets", _ => "/assets"),
            new("Assets of one kind", _ => "/assets?kind=Place"),
            new("Assets of one neighbourhood", _ => $"/assets?neighbourhood={place}"),
            new("Assets found by word", i => $"/assets?q={Of(Words, i)}"),
            new("An asset's page", i => $"/assets/{Of(assets, i)}"),
            new("Activities", _ => "/activities"),
            new("An activity's page", i => $"/activities/{Of(activities, i)}"),
            new("Connections", _ => "/connections"),
            new("A connection", i => $"/connections/{Of(connections, i)}"),
            new("Introductions", _ => "/introductions"),
            new("Gifts and asks", _ => "/gifts"),
            new("Meetings", _ => "/meetings"),
            new("A meeting's page", i => $"/meetings/{Of(meetings, i)}"),
            new("A meeting's minutes", i => $"/meetings/{Of(meetings, i)}/minutes/read"),
            new("Actions on a board", _ => "/actions/board"),
            new("Actions in a list", _ => "/actions"),
            new("The table: who comes", _ => "/meetings/table"),
            new("The table: what comes of it", _ => "/meetings/table/promises"),
            new("The table: who acts with whom", _ => "/meetings/table/network"),
            new("Decisions found by a word", _ => "/meetings/decisions?q=kitchen"),
            new("You said, we did", _ => "/said"),
            new("Metrics of a month", i => $"/metrics/{month.AddMonths(-(i % 12))}"),
            new("Rows behind a figure", _ => $"/metrics/{month}/new-conversations"),
            new("Reports", _ => "/reports"),
            new("A published report", _ => $"/reports/{month}"),
            new("Dashboard", _ => "/dashboard"),
            new("A neighbourhood's pages of a report", _ => $"/reports/{month}/places/{place}"),
            new("Search", i => $"/search?q={Of(i % 2 == 0 ? Names : Words, i / 2)}"),
        ];
    }

    private static T Of<T>(IReadOnlyList<T> things, int number) => things[number * 37 % things.Count];
}

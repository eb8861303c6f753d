using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Benchmarks;

/// <summary>"And now?" after a conversation, and the places likely for a person: another one each time.</summary>
internal static class Nexts
{
    private const int Times = 200;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        Console.WriteLine($"Scale {settings.Scale}; milliseconds of server time for the whole page, one at a time, {Times} different ones each.\n");
        foreach (var role in new[] { Role.Worker, Role.Coordinator })
        {
            var places = (await PageTimes.PlacesOf(city, role)).ToList();
            var all = places.Count == 0;
            var conversations = await city.Db(db => db.Gifts
                .Where(g => g.ConversationId != null && db.Conversations.Any(c => c.Id == g.ConversationId && (all || places.Contains(c.NeighbourhoodId!.Value))))
                .OrderByDescending(g => g.Id).Take(3000).Select(g => g.ConversationId!.Value).Distinct().ToListAsync());
            var people = await city.Db(db => db.Gifts
                .Where(g => g.Direction == GiftDirection.Gift && db.People.Any(p => p.Id == g.PersonId && p.MergedInto == null && p.AnonymisedOn == null && (all || places.Contains(p.NeighbourhoodId!.Value))))
                .OrderByDescending(g => g.Id).Take(3000).Select(g => g.PersonId!.Value).Distinct().ToListAsync());
            using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(role));
            Console.WriteLine($"| {role} | p50 | p95 |\n|---|---:|---:|");
            foreach (var asked in new Asked[]
            {
                new("And now?", i => $"/conversations/{conversations[i * 37 % conversations.Count]}/next"),
                new("Likely places for a person", i => $"/signposts/new?person={people[i * 37 % people.Count]}"),
                new("People talked with lately, for a place", i => $"/signposts/new?asset={1 + (i * 37 % 500)}"),
            })
            {
                var (times, status) = await PageTimes.OneAtATime(host, browser, asked, $"next {role}", Times);
                Console.WriteLine(times.Count == 0 ? $"| {asked.Name} | answers {(int)status} | |" : $"| {asked.Name} | {times.At(0.5):0.0} | {times.At(0.95):0.0} |");
            }

            Console.WriteLine();
        }

        return 0;
    }
}

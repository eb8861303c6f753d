using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using AbcdConnect.Testing;
using Xunit.Abstractions;

namespace AbcdConnect.Application.Tests.Search;

/// <summary>Searches as people type them, each with the record that they mean: is it among the first five of its kind? Two thirds
/// were looked at while the matching was made; the third that says "held out" was written before and only ever counted.</summary>
public sealed class LabelledSearchTests(ITestOutputHelper output)
{
    private const int Five = 5;

    [Fact]
    public async Task What_is_meant_is_among_the_first_five()
    {
        await using var database = await TestDatabase.Create();
        var ids = await Population(database);
        var searches = Rows("searches.csv", row => (Query: row["query"], Expected: row["expected"], Class: row["class"], Part: row["part"]));
        searches.Count.ShouldBeGreaterThanOrEqualTo(300);

        var found = new List<(string Class, string Part, bool Is)>();
        foreach (var search in searches)
        {
            var answer = await database.Send(new SearchEverything(search.Query, Five), database.Coordinator);
            var (kind, id) = ids[search.Expected];
            var at = answer.Groups.FirstOrDefault(g => g.Kind == kind)?.Hits.Take(Five).Any(h => h.Id == id) == true;
            found.Add((search.Class, search.Part, at));
            if (!at && search.Part == "tuning")
            {
                output.WriteLine($"not found: {search.Class}: {search.Query} ({search.Expected})");
            }
        }

        output.WriteLine("| class | searches | tuning | held out |\n|---|---:|---:|---:|");
        foreach (var of in found.GroupBy(f => f.Class).Append(found.GroupBy(_ => "all").Single()))
        {
            output.WriteLine($"| {of.Key} | {of.Count()} | {Recall(of.Where(f => f.Part == "tuning")):0.00} | {Recall(of.Where(f => f.Part == "held out")):0.00} |");
        }

        Recall(found.Where(f => f.Part == "tuning")).ShouldBeGreaterThanOrEqualTo(0.95);
        Recall(found.Where(f => f.Part == "held out")).ShouldBeGreaterThanOrEqualTo(0.9);
        foreach (var of in found.GroupBy(f => f.Class))
        {
            Recall(of).ShouldBeGreaterThanOrEqualTo(0.8, of.Key);
        }
    }

    private static double Recall(IEnumerable<(string Class, string Part, bool Is)> found) => found.Average(f => f.Is ? 1.0 : 0.0);

    private static async Task<Dictionary<string, (SearchKind Kind, long Id)>> Population(TestDatabase database)
    {
        var today = database.Clock.Today;
        var records = Rows("population.csv", row => (row["id"], Record: Made(row)));
        await database.Add([.. records.Select(r => r.Record)]);
        return records.ToDictionary(r => r.Item1, r => (((ISearchable)r.Record).SearchKind, ((ISearchable)r.Record).SearchId), StringComparer.Ordinal);

        object Made(Dictionary<string, string> row) => row["kind"] switch
        {
            "person" => Person.Meet(database.Programme, null, today, new PersonDetails(row["name"], Words.Tidy(row["last"]), Words.Tidy(row["known"]), database.Fernhill, Phone: Words.Tidy(row["phone"]))),
            "asset" => Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, row["name"], Description: row["text"], Postcode: row["postcode"], NeighbourhoodId: database.Fernhill)),
            "activity" => Activity.Add(database.Programme, null, today, new ActivityDetails(row["name"], ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, row["text"])),
            "conversation" => Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], row["text"], NeighbourhoodId: database.Fernhill), today),
            _ => Meeting.Plan(database.Programme, row["name"], today, null, null, null),
        };
    }

    // No cell holds a comma.
    private static List<T> Rows<T>(string file, Func<Dictionary<string, string>, T> read)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "AbcdConnect.Application.Tests", "Search", "Labelled", file));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => read(columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)))];
    }
}

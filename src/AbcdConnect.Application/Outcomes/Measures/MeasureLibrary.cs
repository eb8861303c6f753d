using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>The measures that come with the product: <c>database/measures</c>.</summary>
public static class MeasureLibrary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Every wording, by code and then by number.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = Load();

    private static List<MeasureDefinition> Load()
    {
        const string prefix = "measure-";
        var assembly = typeof(MeasureLibrary).Assembly;
        var read = new List<MeasureDefinition>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            read.Add(JsonSerializer.Deserialize<MeasureDefinition>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty."));
        }

        return [.. read.OrderBy(m => Order(m.Code)).ThenBy(m => m.Code, StringComparer.Ordinal).ThenBy(m => m.Wording)];
    }

    // As they are asked: from the whole to the particular.
    private static int Order(string code)
    {
        string[] order = ["ons4", "ucla3", "lonely", "network", "confidence", "gp", "swemwbs"];
        return Array.IndexOf(order, code) is >= 0 and var at ? at : order.Length;
    }
}

/// <summary>A programme's measures: those of the library and its own, each with all its wordings, and which of them are asked.</summary>
internal sealed class MeasureShelf
{
    private readonly ILookup<string, MeasureDefinition> wordings;
    private readonly HashSet<string> asked;

    private MeasureShelf(IReadOnlyList<MeasureDefinition> all, IReadOnlyDictionary<string, bool> decided)
    {
        wordings = all.ToLookup(m => m.Code, StringComparer.Ordinal);
        Newest = [.. wordings.Select(w => w.MaxBy(m => m.Wording)!)];
        asked = Newest.Where(m => decided.TryGetValue(m.Code, out var chosen) ? chosen : m.OnByDefault).Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Each measure's newest wording, in the order of asking.</summary>
    public IReadOnlyList<MeasureDefinition> Newest { get; }

    public IEnumerable<MeasureDefinition> Asked => Newest.Where(m => asked.Contains(m.Code));

    public static async Task<MeasureShelf> Read(IAbcdDbContext db, ProgrammeId programme, CancellationToken token)
    {
        var own = await db.OwnMeasures.AsNoTracking().Where(m => m.ProgrammeId == programme).OrderBy(m => m.Id).ToListAsync(token);
        var decided = await db.MeasureUses.AsNoTracking().Where(u => u.ProgrammeId == programme).ToDictionaryAsync(u => u.Code, u => u.IsAsked, token);
        return new MeasureShelf([.. MeasureLibrary.All, .. own.Select(o => o.Read())], decided);
    }

    public bool IsAsked(string code) => asked.Contains(code);

    public IReadOnlyList<MeasureDefinition> Wordings(string code) => [.. wordings[code]];

    public MeasureDefinition? Wording(string code, int number) => wordings[code].FirstOrDefault(w => w.Wording == number);

    public MeasureDefinition? Current(string code) => Newest.FirstOrDefault(m => m.Code == code);

    /// <summary>What somebody is asked now, in the newest wordings; what the programme no longer knows is left out.</summary>
    public IReadOnlyList<MeasureDefinition> Now(IEnumerable<string> codes) => [.. Newest.Where(m => codes.Contains(m.Code, StringComparer.Ordinal))];
}

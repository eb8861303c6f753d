using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Outcomes.TheoryOfChange;

/// <summary>Where something stands in a theory of change, from what has to be given to what is hoped for in the end.</summary>
public enum TheoryLayer
{
    Conditions,
    Inputs,
    Activities,
    Outputs,
    Outcomes,
    Impacts,
}

/// <summary>How much speaks for a link.</summary>
public enum EvidenceStrength
{
    /// <summary>Nobody has shown it; it is what we think.</summary>
    Assumed,

    /// <summary>People who do the work say so.</summary>
    Practice,

    /// <summary>A few studies, or mixed ones.</summary>
    Some,

    /// <summary>Several good studies.</summary>
    Strong,
}

/// <summary>One thing of a theory of change.</summary>
/// <param name="Key">Lasting: addresses and stories hold to it.</param>
/// <param name="Metrics">Names of metrics that count it: new-conversations.</param>
/// <param name="Measures">Scores that measure it: ons4/happy.</param>
/// <param name="Indicators">What else would tell, in words.</param>
public sealed record TheoryNode(
    string Key,
    TheoryLayer Layer,
    string Title,
    string? Words = null,
    IReadOnlyList<string>? Metrics = null,
    IReadOnlyList<string>? Measures = null,
    IReadOnlyList<string>? Indicators = null);

/// <param name="Evidence">What speaks for it; null where nothing is known.</param>
public sealed record TheoryLink(string From, string To, EvidenceStrength Strength, string? Evidence = null);

/// <summary>A theory of change as it is told.</summary>
public sealed record TheoryContent(string Key, string Title, string? Source, string? Words, IReadOnlyList<TheoryNode> Nodes, IReadOnlyList<TheoryLink> Links)
{
    public const int MostNodes = 80;

    public TheoryNode? Node(string key) => Nodes.FirstOrDefault(n => n.Key == key);

    /// <summary>With one node more, or one changed. A new one gets a key of its own.</summary>
    public TheoryContent With(TheoryNode node)
    {
        var title = Common.Words.Required(node.Title, "The name");
        var tidy = node with { Title = title, Words = Common.Words.Tidy(node.Words), Key = node.Key.Length > 0 ? node.Key : FreeKey(title) };
        if (Node(tidy.Key) is not null)
        {
            return this with { Nodes = [.. Nodes.Select(n => n.Key == tidy.Key ? tidy : n)], Links = Kept(Links, [.. Nodes.Select(n => n.Key == tidy.Key ? tidy : n)]) };
        }

        return Nodes.Count < MostNodes ? this with { Nodes = [.. Nodes, tidy] } : throw new DomainRuleException($"A picture of more than {MostNodes} things is read by nobody. Take something out first.");
    }

    /// <summary>Without a node, and without the links to and from it.</summary>
    public TheoryContent Without(string key) =>
        this with { Nodes = [.. Nodes.Where(n => n.Key != key)], Links = [.. Links.Where(l => l.From != key && l.To != key)] };

    /// <summary>With a link, new or changed. It goes forward: from something to what it leads to.</summary>
    public TheoryContent With(TheoryLink link)
    {
        var (from, to) = (Node(link.From), Node(link.To));
        if (from is null || to is null)
        {
            throw new DomainRuleException("One of the two is not there any more. Open the page again.");
        }

        if (to.Layer <= from.Layer)
        {
            throw new DomainRuleException($"“{from.Title}” cannot lead to “{to.Title}”: a link goes forward, from what is done to what comes of it.");
        }

        var tidy = link with { Evidence = Common.Words.Tidy(link.Evidence) };
        if (tidy.Strength is EvidenceStrength.Some or EvidenceStrength.Strong && tidy.Evidence is null)
        {
            throw new DomainRuleException("Say which studies these are: a link is only as strong as what can be named.");
        }

        return this with { Links = [.. Links.Where(l => l.From != link.From || l.To != link.To), tidy] };
    }

    public TheoryContent WithoutLink(string from, string to) => this with { Links = [.. Links.Where(l => l.From != from || l.To != to)] };

    // Where a node moved to another layer, what would now go backwards is let go.
    private static List<TheoryLink> Kept(IReadOnlyList<TheoryLink> links, List<TheoryNode> nodes) =>
        [.. links.Where(l => nodes.Find(n => n.Key == l.From)!.Layer < nodes.Find(n => n.Key == l.To)!.Layer)];

    private string FreeKey(string title)
    {
        var key = string.Concat(title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        key = key.Length == 0 ? "node" : key[..Math.Min(key.Length, 40)];
        var free = key;
        for (var n = 2; Node(free) is not null; n++)
        {
            free = $"{key}-{n}";
        }

        return free;
    }
}

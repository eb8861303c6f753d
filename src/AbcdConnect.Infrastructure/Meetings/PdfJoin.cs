using System.Text.Json;
using System.Text.Json.Nodes;

namespace AbcdConnect.Infrastructure.Meetings;

/// <summary>Puts one PDF into another behind one of its pages, with its bookmarks, its tags and its links within itself. What a file would
/// run or send by itself stays out.</summary>
/// <remarks>After ISO 32000-1: page tree (7.7.3), destinations and outline (12.3), logical structure and its parent tree (14.7), optional content (8.11).</remarks>
internal static class PdfJoin
{
    private static readonly string[] Inherited = ["/Resources", "/MediaBox", "/CropBox", "/Rotate"];
    private static readonly string[] StructureKeys = ["/StructParents", "/StructParent"];

    // Links to addresses and within the file are what a reader expects of a paper.
    private static readonly HashSet<string> Harmless = new(["/GoTo", "/URI"], StringComparer.Ordinal);

    /// <summary>How many pages it has; 0 where it cannot be joined: a portfolio, or a form of Adobe's own kind.</summary>
    public static int Pages(PdfObjects paper) =>
        paper.Root.ContainsKey("/Collection") || paper.Dictionary(paper.Root["/AcroForm"])?.ContainsKey("/XFA") == true ? 0 : Leaves(paper, paper.Root).Count;

    /// <param name="anchor">The destination of the pack behind whose page it goes.</param>
    /// <exception cref="JsonException">The pack has no such destination.</exception>
    public static void Insert(PdfObjects pack, PdfObjects paper, string anchor, string name)
    {
        var after = PageOf(pack, Destinations(pack, pack.Root).GetValueOrDefault(anchor)) ?? throw new JsonException("The pack has no such page.");
        Settle(paper);
        var first = NextKey(pack);
        foreach (var dictionary in paper.Dictionaries().ToList())
        {
            foreach (var key in StructureKeys)
            {
                if (PdfObjects.Number(dictionary[key]) is { } number)
                {
                    dictionary[key] = number + first;
                }
            }
        }

        var catalogue = paper.Root;
        pack.Take(paper);
        Put(pack, Leaves(pack, catalogue), after);
        Bookmark(pack, catalogue, after);
        Tag(pack, catalogue, after, name, first);
        Layers(pack, catalogue);
    }

    /// <summary>Readers open the pack with its bookmarks beside it.</summary>
    public static void ShowBookmarks(PdfObjects pack) => pack.Root["/PageMode"] = "/UseOutlines";

    // In order, each with what it inherited.
    private static List<(string Reference, JsonObject Page)> Leaves(PdfObjects file, JsonObject catalogue)
    {
        var pages = new List<(string, JsonObject)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(JsonNode? Node, Dictionary<string, JsonNode> Given)>([(catalogue["/Pages"], new Dictionary<string, JsonNode>(StringComparer.Ordinal))]);
        while (waiting.TryPop(out var next))
        {
            if (PdfObjects.Text(next.Node) is not { } reference || !seen.Add(reference) || file.Dictionary(next.Node) is not { } node)
            {
                continue;
            }

            var given = new Dictionary<string, JsonNode>(next.Given, StringComparer.Ordinal);
            foreach (var key in Inherited)
            {
                if (node[key] is { } own)
                {
                    given[key] = own;
                }
            }

            if (file.Array(node["/Kids"]) is { } kids)
            {
                foreach (var kid in kids.Reverse())
                {
                    waiting.Push((kid, given));
                }

                continue;
            }

            foreach (var (key, value) in given.Where(g => !node.ContainsKey(g.Key)))
            {
                node[key] = value.DeepClone();
            }

            pages.Add((reference, node));
        }

        return pages;
    }

    // One flat list of pages: readers find a page in it as fast as in a tree of a few hundred.
    private static void Put(PdfObjects pack, List<(string Reference, JsonObject Page)> pages, string after)
    {
        var all = Leaves(pack, pack.Root);
        all.InsertRange(all.FindIndex(p => p.Reference == after) + 1, pages);
        var root = PdfObjects.Text(pack.Root["/Pages"])!;
        var tree = pack.Dictionary(pack.Root["/Pages"])!;
        tree["/Kids"] = new JsonArray([.. all.Select(p => (JsonNode)p.Reference)]);
        tree["/Count"] = all.Count;
        foreach (var (_, page) in all)
        {
            page["/Parent"] = root;
        }
    }

    /// <summary>Links and bookmarks by name become links to the place itself, since two files may use one name; what would run goes.</summary>
    private static void Settle(PdfObjects paper)
    {
        var named = Destinations(paper, paper.Root);
        foreach (var dictionary in paper.Dictionaries().ToList())
        {
            dictionary.Remove("/AA");
            Explicit(paper, dictionary, "/Dest", named);
            if (PdfObjects.Text(dictionary["/S"]) == "/GoTo")
            {
                Explicit(paper, dictionary, "/D", named);
            }

            if (paper.Dictionary(dictionary["/A"]) is { } action && PdfObjects.Text(action["/S"]) is { } kind && !Harmless.Contains(kind))
            {
                dictionary.Remove("/A");
            }
            else if (paper.Dictionary(dictionary["/A"]) is { } harmless)
            {
                // What comes after an action is an action too.
                harmless.Remove("/Next");
            }
        }
    }

    private static void Explicit(PdfObjects file, JsonObject dictionary, string key, Dictionary<string, JsonNode> named)
    {
        if (PdfObjects.Text(file.Value(dictionary[key])) is { } name)
        {
            dictionary.Remove(key);
            if (named.TryGetValue(Bare(name), out var place))
            {
                dictionary[key] = place.DeepClone();
            }
        }
    }

    // By name, however it is written: /chapter, u:chapter.
    private static Dictionary<string, JsonNode> Destinations(PdfObjects file, JsonObject catalogue)
    {
        var named = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (name, place) in file.Dictionary(catalogue["/Dests"]) ?? [])
        {
            Add(name, place);
        }

        foreach (var leaf in Tree(file, file.Dictionary(catalogue["/Names"])?["/Dests"], "/Names"))
        {
            for (var at = 0; at + 1 < leaf.Count; at += 2)
            {
                Add(PdfObjects.Text(file.Value(leaf[at])) ?? "", leaf[at + 1]);
            }
        }

        return named;

        void Add(string name, JsonNode? place)
        {
            var found = file.Value(place);
            if ((found is JsonObject wrapped ? file.Value(wrapped["/D"]) : found) is JsonArray { Count: > 0 } explicitly)
            {
                named.TryAdd(Bare(name), explicitly);
            }
        }
    }

    private static string Bare(string name) => name.StartsWith('/') ? name[1..] : name.StartsWith("u:", StringComparison.Ordinal) ? name[2..] : name;

    /// <summary>The lists at the leaves of a name tree or a number tree.</summary>
    private static IEnumerable<JsonArray> Tree(PdfObjects file, JsonNode? root, string leaves)
    {
        var seen = new HashSet<JsonObject>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<JsonNode?>([root]);
        while (waiting.TryPop(out var next))
        {
            if (file.Dictionary(next) is not { } node || !seen.Add(node))
            {
                continue;
            }

            if (file.Array(node[leaves]) is { } leaf)
            {
                yield return leaf;
            }

            foreach (var kid in (file.Array(node["/Kids"]) ?? []).Reverse())
            {
                waiting.Push(kid);
            }
        }
    }

    private static string? PageOf(PdfObjects file, JsonNode? destination) => file.Array(destination) is { Count: > 0 } place ? PdfObjects.Text(place[0]) : null;

    /// <summary>The paper's own bookmarks go under the pack's bookmark of its page, folded.</summary>
    private static void Bookmark(PdfObjects pack, JsonObject catalogue, string after)
    {
        if (pack.Dictionary(catalogue["/Outlines"]) is not { } outlines || PdfObjects.Text(outlines["/First"]) is not { } first || PdfObjects.Text(outlines["/Last"]) is not { } last)
        {
            return;
        }

        var mark = Items(pack, pack.Dictionary(pack.Root["/Outlines"])?["/First"], deep: true)
            .Find(i => PageOf(pack, i.Item["/Dest"] ?? pack.Dictionary(i.Item["/A"])?["/D"]) == after && !i.Item.ContainsKey("/First"));
        if (mark.Item is null)
        {
            return;
        }

        var top = Items(pack, first, deep: false);
        foreach (var (_, item) in top)
        {
            item["/Parent"] = mark.Reference;
        }

        (mark.Item["/First"], mark.Item["/Last"], mark.Item["/Count"]) = (first, last, -top.Count);
    }

    private static List<(string Reference, JsonObject Item)> Items(PdfObjects file, JsonNode? first, bool deep)
    {
        var items = new List<(string, JsonObject)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<JsonNode?>([first]);
        while (waiting.TryPop(out var next))
        {
            if (PdfObjects.Text(next) is not { } reference || !seen.Add(reference) || file.Dictionary(next) is not { } item)
            {
                continue;
            }

            items.Add((reference, item));
            waiting.Push(item["/Next"]?.DeepClone());
            if (deep)
            {
                waiting.Push(item["/First"]?.DeepClone());
            }
        }

        return items;
    }

    private static int NextKey(PdfObjects pack)
    {
        var root = pack.Dictionary(pack.Root["/StructTreeRoot"]);
        var highest = Tree(pack, root?["/ParentTree"], "/Nums").SelectMany(l => l.Where((_, at) => at % 2 == 0)).Select(PdfObjects.Number).Max() ?? -1;
        return Math.Max(highest + 1, PdfObjects.Number(root?["/ParentTreeNextKey"]) ?? 0);
    }

    /// <summary>The paper's tags go behind those of the page that announces it, in one section that bears its name.</summary>
    private static void Tag(PdfObjects pack, JsonObject catalogue, string after, string name, int first)
    {
        if (pack.Dictionary(pack.Root["/StructTreeRoot"]) is not { } ours || pack.Dictionary(catalogue["/StructTreeRoot"]) is not { } theirs)
        {
            return;
        }

        var (parent, at) = Place(pack, ours, PdfObjects.Text(pack.Root["/StructTreeRoot"])!, after);
        var section = new JsonObject { ["/Type"] = "/StructElem", ["/S"] = "/Sect", ["/T"] = $"u:{name}", ["/P"] = parent };
        if (catalogue["/Lang"] is { } language)
        {
            section["/Lang"] = language.DeepClone();
        }

        var reference = pack.Add(section);
        var kids = pack.Own(theirs, "/K");
        theirs.Remove("/K");
        foreach (var kid in kids)
        {
            if (pack.Dictionary(kid) is { } element)
            {
                element["/P"] = reference;
            }
        }

        section["/K"] = kids;
        pack.Own(pack.Dictionary(parent)!, "/K").Insert(at, reference);

        var numbers = new JsonArray([.. Tree(pack, ours["/ParentTree"], "/Nums").SelectMany(l => l).Select(n => n?.DeepClone())]);
        var highest = first;
        foreach (var leaf in Tree(pack, theirs["/ParentTree"], "/Nums"))
        {
            for (var pair = 0; pair + 1 < leaf.Count; pair += 2)
            {
                if (PdfObjects.Number(leaf[pair]) is { } key)
                {
                    numbers.Add((JsonNode)(key + first));
                    numbers.Add(leaf[pair + 1]?.DeepClone());
                    highest = Math.Max(highest, key + first);
                }
            }
        }

        ours["/ParentTree"] = pack.Add(new JsonObject { ["/Nums"] = numbers });
        ours["/ParentTreeNextKey"] = highest + 1;
        foreach (var (role, means) in pack.Dictionary(theirs["/RoleMap"]) ?? [])
        {
            pack.OwnDictionary(ours, "/RoleMap").TryAdd(role, means?.DeepClone());
        }
    }

    // The deepest element that holds the page's tags and more beside them, and the place behind them among its own.
    private static (string Parent, int At) Place(PdfObjects pack, JsonObject root, string reference, string page)
    {
        var (parent, at) = (reference, 0);
        for (var (node, self) = (root, reference); ;)
        {
            var kids = pack.Own(node, "/K");
            var last = kids.Select((kid, place) => (kid, place)).LastOrDefault(k => On(pack, k.kid).Contains(page));
            if (last.kid is null)
            {
                return (parent, at);
            }

            (parent, at) = (self, last.place + 1);
            if (PdfObjects.Text(last.kid) is not { } inner || pack.Dictionary(last.kid) is not { } element || On(pack, last.kid).SetEquals([page]))
            {
                return (parent, at);
            }

            (node, self) = (element, inner);
        }
    }

    // The pages that an element has something on. Those of the pack are ours: a tree, and no deeper than its page was.
    private static HashSet<string> On(PdfObjects pack, JsonNode? kid)
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<JsonNode>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<JsonNode?>([kid]);
        while (waiting.TryPop(out var next))
        {
            var value = pack.Value(next);
            if (value is JsonArray several)
            {
                several.ToList().ForEach(waiting.Push);
            }
            else if (value is JsonObject element && seen.Add(element))
            {
                if (PdfObjects.Text(element["/Pg"]) is { } page)
                {
                    pages.Add(page);
                }

                waiting.Push(element["/K"]);
            }
        }

        return pages;
    }

    // A layer that its author hid stays hidden.
    private static void Layers(PdfObjects pack, JsonObject catalogue)
    {
        if (pack.Dictionary(catalogue["/OCProperties"]) is not { } theirs)
        {
            return;
        }

        var ours = pack.OwnDictionary(pack.Root, "/OCProperties");
        Join(ours, theirs, "/OCGs");
        var (shown, theirsShown) = (pack.OwnDictionary(ours, "/D"), pack.Dictionary(theirs["/D"]) ?? []);
        foreach (var key in new[] { "/OFF", "/Order", "/AS", "/RBGroups" })
        {
            Join(shown, theirsShown, key);
        }

        void Join(JsonObject to, JsonObject from, string key)
        {
            foreach (var one in (pack.Array(from[key]) ?? []).ToList())
            {
                pack.Own(to, key).Add(one?.DeepClone());
            }
        }
    }
}

using System.Collections.Frozen;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>The reason for a suggestion, in one plain sentence. Pure.</summary>
internal static class Sentences
{
    private const int LongestQuote = 90;

    // Entries of the taxonomy that read on after a name: "Tom has a van", "Rosa came here from Poland".
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Knows", "Has", "Cares", "Speaks", "Can", "Understands", "Came", "Moved", "Lived", "Worked", "Grew", "Remembers", "Saved", "Built", "Ran", "Played", "Danced", "Went", "Brought", "Served", "Found",
        "Cared", "Lost", "Changed", "Learned", "Started", "Raised", "Fostered");

    // Hopes that are something to do: "hopes to learn to swim"; the others are something to have: "hopes for a street party".
    private static readonly FrozenSet<string> ToDo = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Make", "Get", "Learn", "Find", "Start", "Go", "Use", "Grow", "Feel", "Perform", "Volunteer", "Tell", "Know", "Meet", "Join", "Help", "See", "Play", "Sing", "Teach", "Open", "Keep", "Be", "Have");

    // Categories that are no one thing.
    private static readonly FrozenSet<string> Uncounted = FrozenSet.Create(StringComparer.Ordinal, "Community media", "Public art");

    /// <summary>"Tom, in Brook End too, brings bike repair; Maria asked for bike repair."</summary>
    public static string People(string mine, string theirs, string? where, Bond bond)
    {
        var them = where is null ? theirs : $"{theirs}, {where},";
        return bond.Kin == TermKinship.Same && bond.Mine.Meaning == bond.Theirs.Meaning
            ? $"{them} {Does(bond.Theirs)}, {AndSo(bond.Theirs)} {mine}."
            : $"{them} {Does(bond.Theirs)}; {mine} {Does(bond.Mine)}.";
    }

    /// <summary>"Rosa, in Brook End too, knows a lot of people round here, 14 by what is noted, and may know somebody for Maria."</summary>
    /// <param name="mine">Null where nobody was named.</param>
    public static string Connector(string? mine, string theirs, string? where, int ties)
    {
        var them = where is null ? theirs : $"{theirs}, {where},";
        var many = ties < 3 ? "" : $", {ties} by what is noted,";
        return $"{them} knows a lot of people round here{many} and may know somebody for {mine ?? "whoever you talked with"}.";
    }

    /// <summary>"Maria asked for bike repair, and this is a repair café."</summary>
    public static string Place(string mine, PlaceBond bond, string? category)
    {
        var lead = $"{mine} {Does(bond.Said)}";
        return (bond.How, category) switch
        {
            (PlaceMatch.Name, _) => lead + ".",
            (PlaceMatch.Description, _) => $"{lead}, and what is written about it says “{bond.Word}”.",
            (_, { } kind) => $"{lead}, and this is {A(kind)}.",
            _ => lead + ".",
        };
    }

    /// <summary>What somebody said, to read on after their name.</summary>
    public static string Does(Said said)
    {
        if (said.Term is not { } term || said.Certain < 1)
        {
            var words = Quoted(said.Words);
            return said.Meaning switch
            {
                Meaning.Wants => $"asked: {words}",
                Meaning.Cares => $"cares: {words}",
                Meaning.Hopes => $"hopes: {words}",
                Meaning.Imagines => $"has an idea: {words}",
                _ => $"said: {words}",
            };
        }

        var name = LowerFirst(term.Name);
        var first = term.Name.Split(' ', 2)[0];
        var verbal = Verbs.Contains(first);
        return said.Meaning switch
        {
            Meaning.Wants when verbal => $"asked for somebody who {name}",
            Meaning.Wants when ToDo.Contains(first) => $"would like to {Theirs(name)}",
            Meaning.Wants => $"asked for {Theirs(name)}",
            Meaning.Hopes => ToDo.Contains(first) ? $"hopes to {Theirs(name)}" : $"hopes for {Theirs(name)}",
            Meaning.Imagines => $"has an idea: {name}",
            _ when verbal => name,
            Meaning.Tells => $"tells: {name}",
            Meaning.Cares => $"cares about {name}",
            _ => $"brings {name}",
        };
    }

    private static string AndSo(Said said) => said.Meaning switch
    {
        Meaning.Wants when said is { Certain: >= 1, Term: { } term } && ToDo.Contains(term.Name.Split(' ', 2)[0]) => "and so would",
        Meaning.Tells or Meaning.Wants => "and so did",
        Meaning.Imagines => "and so has",
        _ => "and so does",
    };

    private static string Theirs(string name) => (" " + name).Replace(" my ", " their ", StringComparison.Ordinal)[1..];

    private static string Quoted(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length <= LongestQuote ? $"“{line}”" : $"“{line[..LongestQuote].TrimEnd()}…”";
    }

    // DIY stays DIY.
    private static string LowerFirst(string name) => name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string A(string category)
    {
        // "Sports club (association)" is a list's word.
        var name = LowerFirst(category.Split(" (", 2)[0]);
        return Uncounted.Contains(category) ? name : (name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + name;
    }

    /// <summary>Names as a list is spoken.</summary>
    public static string And(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

}

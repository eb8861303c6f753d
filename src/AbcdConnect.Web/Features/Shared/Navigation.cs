using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>One place in the product's bar. The main ones stand side by side, the others behind "More".</summary>
internal sealed record NavigationItem(string Label, string Path, bool IsMain = true)
{
    /// <summary>Whether a page at <paramref name="path"/> belongs to this place: `/people/12` belongs to People, `/` only to itself.</summary>
    public bool Holds(string path) =>
        Path == "/"
            ? path is "/" or ""
            : path.Equals(Path, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Path + "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The places each role sees, in the order of a working day. What a role may open is decided by permissions, not here.</summary>
internal static class Navigation
{
    private static readonly NavigationItem Today = new("Today", "/");
    private static readonly NavigationItem People = new("People", "/people");
    private static readonly NavigationItem Conversations = new("Conversations", "/conversations");
    private static readonly NavigationItem Assets = new("Assets", "/assets");
    private static readonly NavigationItem Activities = new("Activities", "/activities");
    private static readonly NavigationItem Signposts = new("Signposts", "/signposts");
    private static readonly NavigationItem Connections = new("Connections", "/connections");
    private static readonly NavigationItem Meetings = new("Meetings", "/meetings");
    private static readonly NavigationItem Figures = new("Figures", "/metrics");
    private static readonly NavigationItem Reports = new("Reports", "/reports");
    private static readonly NavigationItem Stories = new("Stories", "/stories", IsMain: false);
    private static readonly NavigationItem Theory = new("Theory of change", "/theory", IsMain: false);
    private static readonly NavigationItem Measures = new("Measures", "/measures", IsMain: false);
    private static readonly NavigationItem Agencies = new("Agencies", "/agencies", IsMain: false);
    private static readonly NavigationItem Letters = new("Letters", "/letters", IsMain: false);
    private static readonly NavigationItem Users = new("Users", "/users");
    private static readonly NavigationItem Jobs = new("Jobs", "/jobs");
    private static readonly NavigationItem Imports = new("Imports", "/imports");
    private static readonly NavigationItem Audit = new("Audit", "/audit");
    private static readonly NavigationItem SharedWords = new("Shared words", "/taxonomy", IsMain: false);
    private static readonly NavigationItem DataProtection = new("Data protection", "/data-protection", IsMain: false);
    private static readonly NavigationItem Programme = new("Programme", "/programme");

    private static readonly Dictionary<string, NavigationItem[]> ByRole = new(StringComparer.Ordinal)
    {
        ["Worker"] =
        [
            Today, People, Conversations, Assets, Activities,
            Signposts, Connections, Meetings, Behind(Figures), Behind(Reports), Theory, Measures, Stories, Agencies, Behind(Programme),
        ],
        ["Coordinator"] =
        [
            Today, People, Conversations, Assets, Activities, Meetings, Figures, Reports,
            Behind(Signposts), Behind(Connections), Theory, Measures, Stories, Agencies, Letters, Behind(Jobs), Behind(Imports), Behind(Programme),
        ],
        ["Partner"] = [Today, People, Conversations, Signposts, Assets, Activities, Meetings, Reports],
        ["Commissioner"] = [Today with { Label = "Home" }, Reports, Assets, Activities, Theory],
        ["Researcher"] = [Conversations, Reports, Assets, Activities],
        ["Administrator"] = [Today with { Label = "Home" }, Users, Jobs, Imports, Audit, Programme, SharedWords, DataProtection, Letters],
    };

    /// <summary>Whether the role has anything to look for.</summary>
    public static bool Searches(string? role) => Enum.TryParse<Role>(role, out var known) && known.Allows(Permission.Search);

    /// <summary>What the role may look for, as the search box says it.</summary>
    public static string Findable(string? role) => Enum.TryParse<Role>(role, out var known) && known.Allows(Permission.SeePeople) ? "people, places, words" : "places and activities";

    /// <summary>Nothing for a role that is not known: a page without a bar is safer than a bar of closed doors.</summary>
    public static IReadOnlyList<NavigationItem> For(string? role) =>
        role is not null && ByRole.TryGetValue(role, out var items) ? items : [];

    private static NavigationItem Behind(NavigationItem item) => item with { IsMain = false };
}

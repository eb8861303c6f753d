using AbcdConnect.Domain.Search;

namespace AbcdConnect.Web.Features.Search;

/// <summary>What each kind of thing found is called, and where it stands.</summary>
internal static class SearchWording
{
    public static (string Title, string Path) Of(SearchKind kind) => kind switch
    {
        SearchKind.Person => ("People", "/people"),
        SearchKind.Conversation => ("Conversations", "/conversations"),
        SearchKind.Asset => ("Assets", "/assets"),
        SearchKind.Activity => ("Activities", "/activities"),
        SearchKind.Agency => ("Agencies", "/agencies"),
        _ => ("Meetings", "/meetings"),
    };
}

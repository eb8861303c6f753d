using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.People;

/// <summary>How the pages about people say things.</summary>
internal static class PeopleWords
{
    public static IReadOnlyList<Choice> Directions { get; } =
    [
        new("Something they bring", GiftDirection.Gift),
        new("Something they would like to find, learn or borrow", GiftDirection.Ask),
    ];

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("Head", GiftKind.Head, "What they know", "head"),
        new("Hands", GiftKind.Hands, "What they can do", "hands"),
        new("Heart", GiftKind.Heart, "What they care about", "heart"),
        new("Hope", GiftKind.Hope, "What they hope for", "hope"),
        new("Idea", GiftKind.Idea, "What they would try", "idea"),
        new("Story", GiftKind.Story, "What they can tell", "story"),
        new("Resource", GiftKind.Resource, "What they have to share"),
    ];

    public static IReadOnlyList<Choice> Uses { get; } = [.. Enum.GetValues<ConsentUse>().Select(use => new Choice(Of(use), use, Meaning(use)))];

    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new("They said so", ConsentHow.Spoken),
        new("In writing", ConsentHow.Written),
        new("Online", ConsentHow.Online),
    ];

    public static string Of(GiftKind kind) => kind.ToString();

    public static string ChipOf(GiftKind kind) => kind switch
    {
        GiftKind.Resource => "abcd-chip",
        _ => $"abcd-chip abcd-chip--{kind.ToString().ToLowerInvariant()}",
    };

    public static string TagOf(GiftKind kind) => kind switch
    {
        GiftKind.Head => "teal",
        GiftKind.Hands => "sun",
        GiftKind.Heart => "coral",
        GiftKind.Story or GiftKind.Idea => "plum",
        _ => "grey",
    };

    public static string Of(ConsentUse use) => use switch
    {
        ConsentUse.KeepInTouch => "Keep in touch",
        ConsentUse.IntroduceMe => "Introduce me to others",
        ConsentUse.ShareWithAgency => "Share with one agency",
        ConsentUse.UseMyStory => "Use my story",
        _ => "Show me on the map",
    };

    public static string Meaning(ConsentUse use) => use switch
    {
        ConsentUse.KeepInTouch => "You may ring, write or knock, in the way they like.",
        ConsentUse.IntroduceMe => "You may tell somebody else their name and what they bring, so that the two can meet.",
        ConsentUse.ShareWithAgency => "People of that one agency can read their page. Nobody else's agency can.",
        ConsentUse.UseMyStory => "Their story may be told in a report, with their words as they gave them.",
        _ => "What they offer may stand on the asset map where others see it.",
    };

    public static (string Words, string Tag) Of(ConsentState state) => state switch
    {
        ConsentState.Live => ("Agreed", "teal"),
        ConsentState.Expired => ("Ran out", "sun"),
        ConsentState.NotYet => ("From a later day", "grey"),
        _ => ("Withdrawn", "coral"),
    };

    /// <summary>What happened, as the story's line says it.</summary>
    public static string Title(StoryEntry entry) => entry.Kind switch
    {
        StoryEntryKind.Added => entry.About is null ? "First noted down" : $"First noted down in {entry.About}",
        StoryEntryKind.Conversation => entry.About is null ? "A conversation" : $"A conversation at {entry.About}",
        StoryEntryKind.Gift => entry.About is null ? "Brings a gift" : $"Brings: {entry.About}",
        StoryEntryKind.Ask => entry.About is null ? "Would like to find" : $"Would like to find: {entry.About}",
        StoryEntryKind.ConsentGiven => $"Said yes: {ConsentOf(entry)}",
        StoryEntryKind.ConsentWithdrawn => $"Took back their yes: {ConsentOf(entry)}",
        StoryEntryKind.SignpostGiven => $"Heard about {entry.About}",
        StoryEntryKind.SignpostContacted => $"Got in touch with {entry.About}",
        StoryEntryKind.SignpostAttended => $"Went to {entry.About}",
        StoryEntryKind.SignpostStillGoing => $"Still going to {entry.About}",
        StoryEntryKind.SignpostDidNotGo => $"Did not go to {entry.About}",
        StoryEntryKind.Introduction => $"Introduced to {entry.About ?? "somebody"}",
        StoryEntryKind.Connection => $"Connected with {entry.About ?? "somebody"}",
        StoryEntryKind.Attendance => $"Came to {entry.About}",
        StoryEntryKind.Leading => $"Leads {entry.About}",
        StoryEntryKind.Discussed => $"Talked about at {entry.About}, with their yes",
        StoryEntryKind.StoryTold => $"Told a story: {entry.About}",
        _ => "Two pages about them were made one",
    };

    /// <summary>Where the entry is told in full; null where it is here already.</summary>
    public static string? Link(StoryEntry entry) => entry.Kind switch
    {
        StoryEntryKind.Conversation => $"/conversations/{entry.RecordId}",
        StoryEntryKind.Discussed => $"/meetings/{entry.RecordId}",
        StoryEntryKind.SignpostGiven or StoryEntryKind.SignpostContacted or StoryEntryKind.SignpostAttended or StoryEntryKind.SignpostStillGoing or StoryEntryKind.SignpostDidNotGo => $"/signposts/{entry.RecordId}",
        StoryEntryKind.Attendance or StoryEntryKind.Leading => $"/activities/{entry.RecordId}",
        _ => null,
    };

    /// <summary>The person's or the worker's words below the line.</summary>
    public static string? Told(StoryEntry entry) => entry.Kind is StoryEntryKind.ConsentGiven or StoryEntryKind.ConsentWithdrawn ? null : entry.Words;

    public static string Of(DataProtectionRight right) => right == DataProtectionRight.Copy ? "A copy of what is held" : "To be forgotten";

    public static string Count(int number, string one, string several) => number == 1 ? $"1 {one}" : string.Create(UkText.Culture, $"{number:N0} {several}");

    private static string ConsentOf(StoryEntry entry)
    {
        var use = Enum.TryParse<ConsentUse>(entry.Words, out var known) ? Of(known) : entry.Words ?? "";
        return entry.About is null ? use : $"{use} ({entry.About})";
    }
}

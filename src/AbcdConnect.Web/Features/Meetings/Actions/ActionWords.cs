using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Meetings.Actions;

internal static class ActionNoteWords
{
    public static string Of(ActionNoteRow note) => note.Kind switch
    {
        ActionNoteKind.Started => "Under way",
        ActionNoteKind.Done => "Done",
        ActionNoteKind.Dropped => "Let go of",
        ActionNoteKind.OpenedAgain => "Open again",
        ActionNoteKind.AskedForTime => $"Asked for more time{Until(note)}",
        ActionNoteKind.GaveTime => $"More time given{Until(note)}",
        ActionNoteKind.KeptTheDay => "The day was kept",
        ActionNoteKind.Offered => "Offered to the agency",
        ActionNoteKind.TakenOn => "Taken on",
        _ => "How it goes",
    };

    private static string Until(ActionNoteRow note) => note.Day is { } day ? $", until {UkText.Date(day)}" : "";
}

internal static class MadeWords
{
    public static string Of(MadeKind kind) => kind switch
    {
        MadeKind.Activity => "An activity",
        MadeKind.Asset => "An entry on the map",
        MadeKind.Connection => "A connection",
        _ => "An introduction",
    };

    public static string Path(MadeKind kind, long id) => kind switch
    {
        MadeKind.Activity => $"/activities/{id}",
        MadeKind.Asset => $"/assets/{id}",
        MadeKind.Connection => $"/connections/{id}",
        _ => $"/introductions/{id}",
    };
}

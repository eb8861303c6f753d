using AbcdConnect.Application.Home;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Home;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Home;

/// <summary>What the day's list says.</summary>
public static class TodayText
{
    public static string Of(DropReason reason) => reason switch
    {
        DropReason.SortedItself => "It sorted itself out",
        DropReason.NoLongerWanted => "They no longer want it",
        DropReason.SomebodyElse => "Somebody else sees to it",
        DropReason.CannotReach => "I cannot reach them",
        DropReason.TooLate => "It is too late now",
        DropReason.RatherNot => "They would rather not",
        DropReason.KnowEachOther => "They know each other",
        DropReason.NotAMatch => "It does not fit",
        DropReason.AskedEnough => "Asked often enough",
        DropReason.MovedAway => "They moved away",
        _ => "Something else",
    };

    /// <summary>What is said after the tap.</summary>
    public static string Said(TodayForm form, DateOnly today) => (form.Kind, form.Chosen) switch
    {
        (_, DayChoice.Moved) => $"Moved to {Day(form.Until(today)!.Value)}.",
        (DayKind.Promise, DayChoice.Done) => "Done. One promise kept.",
        (DayKind.Promise, _) => "Let go. The words stay with the conversation.",
        (DayKind.Question, DayChoice.Done) => Said(form.Answer!.Value),
        (DayKind.Question, _) => "You will not be asked again.",
        (DayKind.KeepInTouch, DayChoice.Done) => "Lovely. They come to mind again in time.",
        (DayKind.KeepInTouch, _) => "Let be, until you have spoken again.",
        (_, DayChoice.Done) => "Introduced. Come back when you know what came of it.",
        _ => "Those two are not suggested again.",
    };

    public static string Said(SignpostAnswer answer) => answer switch
    {
        SignpostAnswer.Attended => "Lovely. They went, and you will be asked in time whether they still go.",
        SignpostAnswer.StillGoing => "Still going. That one has taken root.",
        SignpostAnswer.AskAgain => "You will be asked again.",
        _ => "Noted. Thank you for asking them.",
    };

    /// <summary>One line of what was answered today.</summary>
    public static string Of(AnsweredToday answered)
    {
        if (answered.Count > 1)
        {
            return answered.Choice switch
            {
                DayChoice.Moved => $"{answered.Count} older ones moved to {Day(answered.Until!.Value)}",
                DayChoice.Done => $"{answered.Count} older promises kept",
                _ => $"{answered.Count} older ones let go",
            };
        }

        var about = answered.Kind switch
        {
            DayKind.Promise => answered.What ?? "A promise",
            DayKind.Question => $"{answered.Person?.Name ?? "Somebody"} and {answered.What}",
            DayKind.KeepInTouch => $"Saying hello to {answered.Person?.Name ?? "somebody"}",
            _ => $"{answered.Person?.Name ?? "Somebody"} and {answered.Other?.Name ?? "somebody"}",
        };
        return answered.Choice switch
        {
            DayChoice.Moved => $"{about}: moved to {Day(answered.Until!.Value)}",
            DayChoice.Dropped => $"{about}: let go",
            _ => $"{about}: {(answered.Kind == DayKind.Match ? "introduced" : answered.Kind == DayKind.Question ? "answered" : "done")}",
        };
    }

    /// <summary>Sunday 29 November</summary>
    public static string Day(DateOnly date) => date.ToString("dddd d MMMM", UkText.Culture);

    /// <summary>9 weeks ago; a day while that is plainer.</summary>
    public static string Weeks(DateOnly day, DateOnly today)
    {
        var days = today.DayNumber - day.DayNumber;
        return days < 14 ? HomeText.Since(day, today) : $"{days / 7} weeks ago";
    }
}

/// <summary>What the buttons under one thing are about.</summary>
/// <param name="Key">Tells this thing's fields from the others on the page.</param>
/// <param name="About">For those who hear the page: what "Done" is done.</param>
public sealed record ThingButtons(DayKind Kind, string Key, string About, long? Promise = null, long? Signpost = null, long? Person = null, long? Other = null);

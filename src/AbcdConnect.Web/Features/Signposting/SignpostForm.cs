using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.Signposting;

/// <summary>What is typed when somebody is told about a place or an activity.</summary>
public sealed class SignpostForm
{
    public Guid SubmissionId { get; set; }

    [Display(Name = "Who did you tell?")]
    public long? PersonId { get; set; }

    /// <summary>Typed, and not chosen from what was offered.</summary>
    public string? PersonName { get; set; }

    /// <summary>asset-12 or activity-3.</summary>
    [Display(Name = "What did you tell them about?")]
    public string? Target { get; set; }

    /// <summary>Typed, and not chosen from what was offered.</summary>
    public string? TargetName { get; set; }

    [Display(Name = "When?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "Why this one?")]
    public string? Why { get; set; }

    public long? Conversation { get; set; }

    /// <summary>The place that passed them on, and the signpost that had brought them there.</summary>
    public long? PassedOnBy { get; set; }

    public long? PassedOnFrom { get; set; }

    public AssetId? Asset => Number("asset-") is { } id ? AssetId.From(id) : null;

    public ActivityId? Activity => Number("activity-") is { } id ? ActivityId.From(id) : null;

    public static string TargetOf(SuggestedTarget target) => target.Asset is { } asset ? $"asset-{asset}" : $"activity-{target.Activity}";

    public GiveSignpost ToRequest(DateOnly today) => new(
        SubmissionId,
        PersonId is { } person ? Domain.People.PersonId.From(person) : null,
        Asset,
        Activity,
        On ?? today,
        Why,
        Conversation is { } conversation ? ConversationId.From(conversation) : null,
        PassedOnBy is { } by ? AssetId.From(by) : null,
        PassedOnFrom is { } from ? SignpostId.From(from) : null);

    public PrepareSignpost ToPrepare() => new(
        PersonId is { } person ? Domain.People.PersonId.From(person) : null,
        Asset,
        Activity,
        Conversation is { } conversation ? ConversationId.From(conversation) : null,
        PersonName);

    private long? Number(string kind) =>
        Target is { } target && target.StartsWith(kind, StringComparison.Ordinal) && long.TryParse(target.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>What is known now.</summary>
public sealed class AnswerForm
{
    public long? Version { get; set; }

    [Display(Name = "What do you know now?")]
    public SignpostAnswer? Answer { get; set; }

    [Display(Name = "When was that, or when should you be asked again?")]
    public DateOnly? On { get; set; }

    [Display(Name = "If they did not go or have stopped: what stood in the way?")]
    public DidNotGoReason? Reason { get; set; }

    [Display(Name = "In their words")]
    public string? Words { get; set; }

    /// <summary>Something else that others gave as well, tapped.</summary>
    public string? Said { get; set; }

    public string? BackTo { get; set; }

    public AnswerSignpost ToRequest(SignpostId id, DateOnly today) =>
        new(id, Answer ?? SignpostAnswer.AskAgain, On ?? (Answer == SignpostAnswer.AskAgain ? today.AddDays(Signpost.FirstFollowUpDays) : today), Said is null ? Reason : DidNotGoReason.Other, string.IsNullOrWhiteSpace(Words) ? Said : Words, Version);
}

/// <summary>What is known of a signpost, for showing two people's answers beside each other.</summary>
internal sealed class KnownNow
{
    [Display(Name = "What came of it")]
    public string? What { get; set; }

    [Display(Name = "When")]
    public DateOnly? On { get; set; }

    [Display(Name = "What stood in the way")]
    public string? Reason { get; set; }

    [Display(Name = "In their words")]
    public string? Words { get; set; }

    public static KnownNow Of(SignpostOpened stored) => new()
    {
        What = SignpostText.Of(stored.State),
        On = stored.State switch
        {
            SignpostState.Contacted => stored.ContactedOn,
            SignpostState.Attended => stored.AttendedOn,
            SignpostState.StillGoing => stored.StillGoingOn,
            SignpostState.DidNotGo => stored.DidNotGoOn,
            _ => stored.FollowUpDue,
        },
        Reason = stored.Reason is { } reason ? SignpostText.Of(reason) : null,
        Words = stored.ReasonWords,
    };

    public static KnownNow Of(AnswerForm typed, DateOnly today) => new()
    {
        What = typed.Answer switch
        {
            SignpostAnswer.Contacted => SignpostText.Of(SignpostState.Contacted),
            SignpostAnswer.Attended => SignpostText.Of(SignpostState.Attended),
            SignpostAnswer.StillGoing => SignpostText.Of(SignpostState.StillGoing),
            SignpostAnswer.DidNotGo => SignpostText.Of(SignpostState.DidNotGo),
            SignpostAnswer.Stopped => "have stopped",
            _ => "not known yet: ask again",
        },
        On = typed.On ?? (typed.Answer == SignpostAnswer.AskAgain ? null : today),
        Reason = typed.Reason is { } reason ? SignpostText.Of(reason) : null,
        Words = typed.Words,
    };
}

/// <summary>What narrows the list.</summary>
public sealed class SignpostFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public SignpostState? State { get; set; }

    public long? Neighbourhood { get; set; }

    public long? Worker { get; set; }

    [Display(Name = "To be asked after now")]
    public bool Due { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? From { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? To { get; set; }

    public DidNotGoReason? Reason { get; set; }
}

/// <summary>Choices of signposting as people read them.</summary>
public static class SignpostText
{
    public static string Of(SignpostState state) => state switch
    {
        SignpostState.Given => "told",
        SignpostState.Contacted => "got in touch",
        SignpostState.Attended => "went",
        SignpostState.StillGoing => "still going",
        _ => "did not go",
    };

    public static string Tone(SignpostState state) => state switch
    {
        SignpostState.Attended or SignpostState.StillGoing => "teal",
        SignpostState.DidNotGo => "coral",
        SignpostState.Contacted => "sun",
        _ => "grey",
    };

    public static string Of(DidNotGoReason reason) => reason switch
    {
        DidNotGoReason.Transport => "Getting there",
        DidNotGoReason.Cost => "What it costs",
        DidNotGoReason.Time => "The time of day or week",
        DidNotGoReason.Confidence => "Going alone, or not feeling up to it",
        DidNotGoReason.NotRight => "It was not right for them",
        DidNotGoReason.Closed => "It had closed",
        _ => "Something else",
    };

    public static IReadOnlyList<Choice> States { get; } = [.. Enum.GetValues<SignpostState>().Select(s => new Choice(Of(s), s))];

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<DidNotGoReason>().Select(r => new Choice(Of(r), r))];
}

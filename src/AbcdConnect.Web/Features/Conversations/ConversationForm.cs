using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Conversations;

/// <summary>What is typed when a conversation is logged or changed. Its names are also what a phone without signal keeps and sends
/// later: a name that changes must go on being understood.</summary>
public sealed class ConversationForm
{
    public Guid SubmissionId { get; set; }

    public long Version { get; set; }

    [Display(Name = "Who with?")]
    [HiddenInput]
    public List<long> PersonIds { get; set; } = [];

    /// <summary>Typed, and not chosen from what was offered.</summary>
    [HiddenInput]
    public string? PersonNames { get; set; }

    /// <summary>First names of people met for the first time.</summary>
    [HiddenInput]
    public List<string> NewPeople { get; set; } = [];

    [Display(Name = "Or a group")]
    public string? GroupName { get; set; }

    [Display(Name = "Where?")]
    [HiddenInput]
    public long? PlaceId { get; set; }

    [HiddenInput]
    public string? PlaceName { get; set; }

    [HiddenInput]
    public string? NewPlace { get; set; }

    [Display(Name = "What did you hear?")]
    public string? Heard { get; set; }

    [HiddenInput]
    public List<HeardGiftForm> Gifts { get; set; } = [];

    /// <summary>What was recognised in the words and ticked: see <see cref="AcceptedGift"/>.</summary>
    [HiddenInput]
    public List<string> Accepted { get; set; } = [];

    /// <summary>What was recognised and refused, so that it is not offered again.</summary>
    [HiddenInput]
    public string? Refused { get; set; }

    [Display(Name = "Next step")]
    public string? NextStep { get; set; }

    [Display(Name = "By when?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? NextStepDue { get; set; }

    [Display(Name = "When did you talk?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "At what time?")]
    public TimeOnly? At { get; set; }

    [Display(Name = "What kind of conversation was it?")]
    public ConversationKind Kind { get; set; }

    [HiddenInput]
    public long? Neighbourhood { get; set; }

    [Display(Name = "Ideas that came up")]
    public string? Ideas { get; set; }

    [Display(Name = "They are happy for this to be given to research")]
    public bool GivenToResearch { get; set; }

    public LogConversation ToLog(DateOnly today) => new(SubmissionId, Details(today), People(), Place(), Heards());

    public ChangeConversation ToChange(ConversationId id, DateOnly today) => new(id, Version, Details(today), People(), Place(), Heards());

    public static ConversationForm Of(ConversationOpened opened) => new()
    {
        Version = opened.Version,
        PersonIds = [.. opened.People.Select(p => p.Id!.Value.Value)],
        GroupName = opened.GroupName,
        PlaceId = opened.PlaceId?.Value,
        Heard = opened.Heard,
        Gifts = [.. opened.Gifts.Select(g => new HeardGiftForm { Id = g.Id.Value, Direction = g.Direction, Kind = g.Kind, Words = g.Words, TermId = g.TermId?.Value, TermName = g.Term })],
        NextStep = opened.NextStep,
        NextStepDue = opened.NextStepDue,
        HeldOn = opened.HeldOn,
        At = opened.At,
        Kind = opened.Kind,
        Neighbourhood = opened.NeighbourhoodId?.Value,
        Ideas = opened.Ideas,
        GivenToResearch = opened.GivenToResearch,
    };

    private ConversationDetails Details(DateOnly today) => new(
        HeldOn ?? today,
        Kind,
        [.. PersonIds.Select(PersonId.From)],
        Heard ?? "",
        At,
        Neighbourhood is { } neighbourhood ? NeighbourhoodId.From(neighbourhood) : null,
        PlaceId is { } place ? AssetId.From(place) : null,
        GroupName,
        Ideas,
        NextStep,
        NextStepDue,
        GivenToResearch);

    private List<PersonDetails> People() => [.. NewPeople.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => new PersonDetails(n.Trim()))];

    private NewPlace? Place() => string.IsNullOrWhiteSpace(NewPlace) ? null : new NewPlace(NewPlace);

    private List<HeardGift> Heards() => [.. Accepted.Select(AcceptedGift.Read).OfType<AcceptedGift>().Select(a => a.ToHeard()), .. Gifts.ConvertAll(g => new HeardGift(g.Direction, g.Kind, g.Words, g.TermId is { } term ? GiftTermId.From(term) : null, g.Id is { } id ? GiftId.From(id) : null, g.TermName))];
}

/// <summary>One gift or ask.</summary>
public sealed class HeardGiftForm
{
    public long? Id { get; set; }

    [Display(Name = "Is it a gift or an ask?")]
    public GiftDirection Direction { get; set; }

    [Display(Name = "Of what kind?")]
    public GiftKind Kind { get; set; } = GiftKind.Hands;

    [Display(Name = "In their words")]
    public string? Words { get; set; }

    [Display(Name = "Goes under")]
    public long? TermId { get; set; }

    /// <summary>Typed, and not chosen from what was offered.</summary>
    public string? TermName { get; set; }
}

/// <summary>When a next step is due instead.</summary>
public sealed class MoveForm
{
    [Display(Name = "Move it to")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? To { get; set; }
}

/// <summary>What stands around the form.</summary>
/// <param name="Lately">Offered before anything is typed.</param>
/// <param name="Conflict">Where somebody else saved first.</param>
/// <param name="Theirs">What they saved; whom and where they named is offered beside what was typed.</param>
/// <param name="InShell">The page that opens without signal.</param>
internal sealed record ConversationPage(ConversationPrepared Prepared, Lately Lately, string Heading, string SaveText, string BackTo, Shared.EditConflict? Conflict = null, ConversationOpened? Theirs = null, bool InShell = false)
{
    public const string Key = "ConversationPage";

    /// <summary>On the page that a phone keeps, which knows nobody: its script fills in what is at hand.</summary>
    public static ConversationPage Shell { get; } = new(new([], null, [], [], []), new([], [], []), "Log a conversation", "Keep", "/outbox", InShell: true);

    /// <summary>So many neighbourhoods are offered to tap; more are a list to choose from.</summary>
    public const int AFewNeighbourhoods = 6;

    /// <summary>When a next step is due, mostly.</summary>
    public static IReadOnlyList<string> NextDays => ["Tomorrow", "Friday", "Next week"];
}

/// <summary>What narrows the list.</summary>
public sealed class ConversationFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public long? Neighbourhood { get; set; }

    public long? Worker { get; set; }

    public ConversationKind? Kind { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? From { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? To { get; set; }

    public long? Person { get; set; }
}

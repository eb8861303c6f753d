using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AbcdConnect.Application.Connections;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Connections;

/// <summary>The ends of a tie as a form carries them: person-12 or asset-3.</summary>
public static class Ends
{
    public static string Of(TieEnd end) => end.Person is { } person ? $"person-{person}" : $"asset-{end.Asset}";

    public static string Link(TieEnd end) => end.Person is { } person ? $"/people/{person}" : $"/assets/{end.Asset}";

    public static ConnectionEnd? Read(string? text) =>
        Number(text, "person-") is { } person ? ConnectionEnd.Of(PersonId.From(person))
        : Number(text, "asset-") is { } asset ? ConnectionEnd.Of(AssetId.From(asset))
        : null;

    private static long? Number(string? text, string kind) =>
        text is not null && text.StartsWith(kind, StringComparison.Ordinal) && long.TryParse(text.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>Choices of connections as people read them.</summary>
public static class ConnectionText
{
    public static IReadOnlyList<Choice> Origins { get; } =
    [
        new("They were introduced", ConnectionOrigin.Introduced),
        new("They met at an activity", ConnectionOrigin.Activity),
        new("It was there already", ConnectionOrigin.Existing),
    ];

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("Two people", ConnectionKind.PersonPerson),
        new("A person and a place or group", ConnectionKind.PersonAsset),
        new("Two places or groups", ConnectionKind.AssetAsset),
    ];

    public static IReadOnlyList<Choice> Outcomes { get; } = [.. Enum.GetValues<IntroductionOutcome>().Select(o => new Choice(Of(o), o))];

    public static string Of(ConnectionOrigin origin) => origin switch
    {
        ConnectionOrigin.Introduced => "introduced",
        ConnectionOrigin.Activity => "met at an activity",
        _ => "there already",
    };

    public static string Of(IntroductionOutcome outcome) => outcome switch
    {
        IntroductionOutcome.Connected => "connected",
        IntroductionOutcome.Declined => "would rather not",
        _ => "not known yet",
    };
}

/// <summary>What is typed of a tie.</summary>
public sealed class ConnectionForm
{
    public long Version { get; set; }

    [Display(Name = "Who or what")]
    [HiddenInput]
    public string? From { get; set; }

    [HiddenInput]
    public string? FromName { get; set; }

    [Display(Name = "Is connected with")]
    [HiddenInput]
    public string? To { get; set; }

    [HiddenInput]
    public string? ToName { get; set; }

    [Display(Name = "What is the tie?")]
    public string? Tie { get; set; }

    [Display(Name = "How did it come about?")]
    public ConnectionOrigin Origin { get; set; } = ConnectionOrigin.Existing;

    [Display(Name = "Since when?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? BeganOn { get; set; }

    [Display(Name = "Ended on")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? EndedOn { get; set; }

    public static ConnectionForm Of(ConnectionOpened opened) => new()
    {
        Version = opened.Version,
        From = Ends.Of(opened.From),
        To = Ends.Of(opened.To),
        Tie = opened.Tie,
        Origin = opened.Origin,
        BeganOn = opened.BeganOn,
        EndedOn = opened.EndedOn,
    };

    public MakeConnection ToMake(DateOnly today) => new(Ends.Read(From), Ends.Read(To), Origin, Tie, BeganOn ?? today, EndedOn);

    public ChangeConnection ToChange(ConnectionId id, DateOnly today) => new(id, Version, Origin, Tie, BeganOn ?? today, EndedOn);
}

/// <summary>What is typed when a worker introduces somebody.</summary>
public sealed class IntroductionForm
{
    [Display(Name = "Introduce")]
    public string? From { get; set; }

    public string? FromName { get; set; }

    [Display(Name = "To")]
    public string? To { get; set; }

    public string? ToName { get; set; }

    [Display(Name = "When?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "Why these two?")]
    public string? Why { get; set; }

    public List<ConsentForm> Consents { get; set; } = [];

    /// <summary>The page that it was begun from.</summary>
    public string? BackTo { get; set; }

    public Introduce ToRequest(DateOnly today) => new(
        Ends.Read(From)?.Person,
        Ends.Read(To),
        On ?? today,
        Why,
        [.. Consents.Where(c => c.SaidYes).Select(c => new GivenConsent(PersonId.From(c.Person), c.On ?? today, c.How))]);
}

/// <summary>A yes to being introduced.</summary>
public sealed class ConsentForm
{
    public long Person { get; set; }

    [Display(Name = "They said yes to being introduced")]
    public bool SaidYes { get; set; }

    [Display(Name = "When did they say so?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "How?")]
    public ConsentHow How { get; set; }
}

/// <summary>What came of an introduction.</summary>
public sealed class OutcomeForm
{
    [Display(Name = "What came of it?")]
    public bool? Connected { get; set; }

    [Display(Name = "Since when?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "What is the tie?")]
    public string? Tie { get; set; }

    public SettleIntroduction ToRequest(IntroductionId id, DateOnly today) => new(id, Connected ?? false, On ?? today, Tie);
}

/// <summary>What narrows the connections.</summary>
public sealed class ConnectionFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public ConnectionKind? Kind { get; set; }

    public ConnectionOrigin? Origin { get; set; }

    public long? Neighbourhood { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? From { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? To { get; set; }

    [Display(Name = "Those that hold now")]
    public bool Holding { get; set; }
}

/// <summary>What narrows the introductions.</summary>
public sealed class IntroductionFilter
{
    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public IntroductionOutcome? Outcome { get; set; }

    public long? Neighbourhood { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? From { get; set; }

    [Leaning(DateLeaning.Past)]
    public DateOnly? To { get; set; }
}

using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes;

/// <summary>A most-significant-change story, with its own consent.</summary>
public sealed class Story : AggregateRoot, IPersonal
{
    private Story()
    {
    }

    public StoryId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public PersonId? PersonId { get; set; }

    public string Title { get; private set; } = "";

    public string Words { get; private set; } = "";

    /// <summary>BCP 47, so that a screen reader speaks it right: en-GB, pl, bn, ar.</summary>
    public string Language { get; private set; } = "en-GB";

    public DateOnly ToldOn { get; private set; }

    /// <summary>The intended outcome it speaks of, in the theory of change's words.</summary>
    public string? Outcome { get; private set; }

    public DateOnly? ConsentUntil { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    string IPersonal.AuditName => "Story";

    long IPersonal.AuditId => Id.Value;

    public static Story Tell(ProgrammeId programme, NeighbourhoodId? neighbourhood, PersonId? person, string title, string words, string language, DateOnly on, string? outcome, DateOnly? consentUntil) => new()
    {
        ProgrammeId = programme,
        NeighbourhoodId = neighbourhood,
        PersonId = person,
        Title = Common.Words.Required(title, "The story's title"),
        Words = Common.Words.Required(words, "The story"),
        Language = Common.Words.Tidy(language) ?? "en-GB",
        ToldOn = on,
        Outcome = Common.Words.Tidy(outcome),
        ConsentUntil = consentUntil,
    };

    /// <summary>Changes the telling; whose story it is and what they agreed to stay.</summary>
    public void Change(string title, string words, string language, DateOnly on, string? outcome)
    {
        Title = Common.Words.Required(title, "The story's title");
        Words = Common.Words.Required(words, "The story");
        Language = Common.Words.Tidy(language) ?? "en-GB";
        ToldOn = on;
        Outcome = Common.Words.Tidy(outcome);
    }

    public bool MayBeUsedOn(DateOnly date) => (ConsentUntil is null || date <= ConsentUntil) && (WithdrawnOn is null || date < WithdrawnOn);

    public void Withdraw(DateOnly on) => WithdrawnOn ??= on;

    public void Anonymise(DateOnly on)
    {
        Title = Words = "(removed)";
        WithdrawnOn ??= on;
    }
}

using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
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

    /// <summary>The outcomes it is coded to, by their keys in the theory of change, with a space before, between and after. Null: none.</summary>
    public string? OutcomeCodes { get; private set; }

    /// <summary>The conversation it was heard in.</summary>
    public ConversationId? ConversationId { get; private set; }

    public DateOnly? ConsentUntil { get; private set; }

    /// <summary>They would rather not have it in reports.</summary>
    public bool StaysOutOfReports { get; private set; }

    /// <summary>It may stand on the web.</summary>
    public bool MayGoOnWeb { get; private set; }

    /// <summary>Their first name may stand with it.</summary>
    public bool MayNameTeller { get; private set; }

    /// <summary>Where they live may not.</summary>
    public bool HidesPlace { get; private set; }

    /// <summary>A picture of them may stand beside it.</summary>
    public bool MayShowPicture { get; private set; }

    /// <summary>SHA-256 of the picture that stands beside it; null for none.</summary>
    public string? Picture { get; private set; }

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public string? PictureShows { get; private set; }

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

    public IReadOnlyList<string> Codes => OutcomeCodes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What they agreed to for this story, and what it is coded to.</summary>
    public void Agree(StoryAgreement agreement, IEnumerable<string> codes)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        StaysOutOfReports = !agreement.InReports;
        MayGoOnWeb = agreement.OnWeb;
        MayNameTeller = agreement.NamesTeller;
        HidesPlace = !agreement.NamesPlace;
        MayShowPicture = agreement.Picture;
        ConsentUntil = agreement.Until;
        var coded = string.Join(' ', codes.Distinct(StringComparer.Ordinal));
        OutcomeCodes = coded.Length == 0 ? null : $" {coded} ";
        if (!MayShowPicture)
        {
            ShowNoPicture();
        }
    }

    public void HeardIn(ConversationId conversation) => ConversationId ??= conversation;

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

    public void Withdraw(DateOnly on)
    {
        WithdrawnOn ??= on;
        ShowNoPicture();
    }

    /// <summary>A picture stands beside it from now on.</summary>
    public void Show(string hash, string shows)
    {
        if (!MayShowPicture || WithdrawnOn is not null)
        {
            throw new DomainRuleException("They have not agreed to a picture of them. Ask first, and write down that they did.");
        }

        (Picture, PictureShows) = (hash, shows);
    }

    public void ShowNoPicture() => (Picture, PictureShows) = (null, null);

    public void Anonymise(DateOnly on)
    {
        Title = Words = "(removed)";
        WithdrawnOn ??= on;
        ShowNoPicture();
    }
}

/// <summary>What somebody agreed to for one story, beside the telling itself.</summary>
/// <param name="Until">The last day it may be used; null where no end was agreed.</param>
public sealed record StoryAgreement(bool InReports = true, bool OnWeb = false, bool NamesTeller = false, bool NamesPlace = true, bool Picture = false, DateOnly? Until = null);

using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Domain.Programmes;

/// <summary>One funded ABCD programme: its neighbourhoods, its targets, its people.</summary>
public sealed class Programme : AggregateRoot
{
    /// <summary>After how many weeks without a conversation, where nothing else is said.</summary>
    public const int UsualKeepInTouchWeeks = 8;

    /// <summary>After how many months people are asked again, where nothing else is said.</summary>
    public static readonly IReadOnlyList<int> UsualFollowUps = [3, 6, 12];

    private const int MostFollowUps = 6;
    private const int LatestFollowUp = 60;

    private Programme()
    {
    }

    public ProgrammeId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Who funds it, as the report's cover says.</summary>
    public string? Commissioner { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>How many things stand on a worker's list of a day; null for the usual number.</summary>
    public int? DaysListLength { get; private set; }

    /// <summary>After how many weeks without a conversation somebody who asked to be kept in touch with comes to mind; null for the usual number.</summary>
    public int? KeepInTouchWeeks { get; private set; }

    /// <summary>Workers' phones keep nothing: no names at hand, no drafts beyond the tab, no outbox. What was kept before is sent, and let go.</summary>
    public bool PhonesKeepNothing { get; private set; }

    /// <summary>Whether what is public of the asset map may be read by anybody, without signing in: docs/decisions/0014. Off until somebody decides.</summary>
    public bool SharesOpenly { get; private set; }

    /// <summary>What the identifiers begin with that others know our entries by. Given at the first sharing, and never another after.</summary>
    public Guid? OpenKey { get; private set; }

    /// <summary>By which rule counts of few people are hidden from everybody who is not on its staff.</summary>
    public DisclosureRule DisclosureRule { get; private set; }

    /// <summary>What that rule demands.</summary>
    public DisclosurePolicy Disclosure => DisclosurePolicy.Of(DisclosureRule);

    /// <summary>How many months after the beginning people are asked again, with a space between; null for the usual.</summary>
    public string? FollowUps { get; private set; }

    /// <summary>The same as numbers.</summary>
    public IReadOnlyList<int> FollowUpMonths => FollowUps is { } months ? [.. months.Split(' ').Select(m => int.Parse(m, CultureInfo.InvariantCulture))] : UsualFollowUps;

    /// <summary>A report is published without a second person's approval: for a programme in which there is nobody else.</summary>
    public bool PublishesAlone { get; private set; }

    public static Programme Begin(string name, string? commissioner, DateOnly startsOn) => new()
    {
        Name = Words.Required(name, "The programme's name"),
        Commissioner = Words.Tidy(commissioner),
        StartsOn = startsOn,
    };

    public void Change(string name, string? commissioner, DateOnly startsOn)
    {
        Name = Words.Required(name, "The programme's name");
        Commissioner = Words.Tidy(commissioner);
        StartsOn = startsOn;
    }

    /// <summary>Opens or closes the shared directory.</summary>
    /// <param name="key">A new one, taken where there is none yet.</param>
    public void ShareOpenly(bool shares, Guid key)
    {
        SharesOpenly = shares;
        OpenKey ??= shares ? key : null;
    }

    /// <summary>What a day's list holds. Null puts back the usual number.</summary>
    /// <remarks>The list is as long for somebody who works two days a week as for somebody who works five: they have fewer days,
    /// and not shorter ones.</remarks>
    public void SetDays(int? listLength, int? keepInTouchWeeks)
    {
        if (listLength is < 1 or > 30)
        {
            throw new DomainRuleException("A day's list holds between 1 and 30 things.");
        }

        if (keepInTouchWeeks is < 1 or > 52)
        {
            throw new DomainRuleException("Keeping in touch comes to mind after 1 to 52 weeks.");
        }

        DaysListLength = listLength;
        KeepInTouchWeeks = keepInTouchWeeks;
    }

    /// <summary>Publishes by another rule from now on. What is published stays as it is, and stays protected.</summary>
    public void PublishBy(DisclosureRule rule) => DisclosureRule = rule;

    /// <summary>Sets after how many months people are asked again.</summary>
    public void FollowUpAfter(IEnumerable<int> months)
    {
        List<int> set = [.. months.Distinct().Order()];
        if (set.Count is 0 or > MostFollowUps || set[0] < 1 || set[^1] > LatestFollowUp)
        {
            throw new DomainRuleException($"Ask again after one to {MostFollowUps} different numbers of months, between 1 and {LatestFollowUp}.");
        }

        FollowUps = string.Join(' ', set.Select(m => m.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether a report needs a second person's approval before it is published.</summary>
    public void SetApproval(bool needed) => PublishesAlone = !needed;

    /// <summary>Whether workers' phones may keep anything to work without signal. They hear of it at their next contact.</summary>
    public void SetPhones(bool mayKeep) => PhonesKeepNothing = !mayKeep;
}

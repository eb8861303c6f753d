using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Reports;

/// <summary>How far a report is on its way to being published.</summary>
public enum PreparedState
{
    BeingWritten,
    WaitingForApproval,
    SentBack,
    Approved,
}

/// <summary>What a coordinator chose and wrote for the report of a period, and who else looked at it. It stays when the report is
/// published, so that a correction begins with the same words.</summary>
public sealed class PreparedReport : AggregateRoot
{
    public const int LongestWords = 4000;

    /// <summary>The version of what nobody has begun yet.</summary>
    public const long NotBegun = -1;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private PreparedReport()
    {
    }

    public PreparedReportId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public ReportKind Kind { get; private set; }

    /// <summary>The last month of the period.</summary>
    public YearMonth Month { get; private set; }

    /// <summary>The parts in their order, with words, as JSON.</summary>
    public string Chosen { get; private set; } = "[]";

    public PreparedState State { get; private set; }

    public UserId? AskedBy { get; private set; }

    /// <summary>Whom they asked.</summary>
    public UserId? AskedOf { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>SHA-256 of the report that was asked about: an approval is of these figures and words, and of no others.</summary>
    public string? AskedSha256 { get; private set; }

    public UserId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What has to be put right first, where it was sent back.</summary>
    public string? Remark { get; private set; }

    public ReportPeriod Period => new(Kind, Month);

    public IReadOnlyList<ChosenSection> Sections => JsonSerializer.Deserialize<List<ChosenSection>>(Chosen, Json) ?? [];

    public static PreparedReport Begin(ProgrammeId programme, ReportPeriod period)
    {
        var prepared = new PreparedReport { ProgrammeId = programme, Kind = period.Kind, Month = period.Last };
        prepared.Choose(ReportSections.Usual);
        return prepared;
    }

    /// <summary>Chooses parts and words. Whatever was approved before is not this.</summary>
    public void Choose(IReadOnlyList<ChosenSection> sections)
    {
        if (sections.FirstOrDefault(s => s.Words?.Length > LongestWords) is not null)
        {
            throw new DomainRuleException("The words for one part are at most 4,000 letters: a report that is read in three minutes has no room for more.");
        }

        Chosen = JsonSerializer.Serialize(ReportSections.Whole(sections), Json);
        BackToWriting();
    }

    /// <summary>Asks a second person to look at it.</summary>
    public void Ask(UserId by, UserId of, string sha256, DateTimeOffset at)
    {
        if (by == of)
        {
            throw new DomainRuleException("Ask somebody else: a second pair of eyes is not your own.");
        }

        (State, AskedBy, AskedOf, AskedAt, AskedSha256) = (PreparedState.WaitingForApproval, by, of, at, sha256);
        (AnsweredBy, AnsweredAt, Remark) = (null, null, null);
    }

    public void Approve(UserId by, string sha256, DateTimeOffset at)
    {
        Answer(by);
        if (sha256 != AskedSha256)
        {
            throw new DomainRuleException("The report has changed since you were asked about it. Whoever asked has to look again, and ask again.");
        }

        (State, AnsweredBy, AnsweredAt) = (PreparedState.Approved, by, at);
    }

    /// <summary>Says what has to be put right first.</summary>
    public void SendBack(UserId by, string remark, DateTimeOffset at)
    {
        Answer(by);
        (State, AnsweredBy, AnsweredAt, Remark) = (PreparedState.SentBack, by, at, Words.Required(remark, "What has to be put right"));
    }

    /// <summary>Refuses to publish what nobody else has approved.</summary>
    /// <param name="sha256">Of the report as it would be published now.</param>
    public void MustBeApproved(string sha256)
    {
        if (State != PreparedState.Approved)
        {
            throw new DomainRuleException("Nobody else has approved this report yet. Ask a second person first.");
        }

        if (sha256 != AskedSha256)
        {
            throw new DomainRuleException("The report has changed since it was approved: a figure moved, or a story may not be told any more. Look again, and ask again.");
        }
    }

    /// <summary>It is published; the words stay for a correction.</summary>
    public void Published() => BackToWriting();

    private void Answer(UserId by)
    {
        if (State != PreparedState.WaitingForApproval)
        {
            throw new DomainRuleException("Nobody is waiting for an answer about this report.");
        }

        if (by == AskedBy)
        {
            throw new DomainRuleException("You asked for the approval yourself: somebody else has to give it.");
        }
    }

    private void BackToWriting()
    {
        (State, AskedBy, AskedOf, AskedAt, AskedSha256) = (PreparedState.BeingWritten, null, null, null, null);
        (AnsweredBy, AnsweredAt, Remark) = (null, null, null);
    }
}

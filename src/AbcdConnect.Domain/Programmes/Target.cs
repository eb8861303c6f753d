using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;

namespace AbcdConnect.Domain.Programmes;

public enum TargetPeriod
{
    Month,
    Year,
}

/// <summary>What was promised for one output, from a month on.</summary>
public sealed class Target : AggregateRoot
{
    private Target()
    {
    }

    public TargetId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public Metric Metric { get; private set; }

    /// <summary>The neighbourhood it was promised for, or null for the whole programme.</summary>
    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public decimal Amount { get; private set; }

    public TargetPeriod Per { get; private set; }

    /// <summary>The full-time equivalent that the amount was promised for: 0.5 means "for each half-time worker".
    /// Null where the amount stands however many staff there are.</summary>
    public decimal? PerFte { get; private set; }

    public YearMonth From { get; private set; }

    /// <summary>The last month it holds for, or null while it holds.</summary>
    public YearMonth? To { get; private set; }

    public static Target Promise(ProgrammeId programme, Metric metric, NeighbourhoodId? neighbourhood, decimal amount, TargetPeriod per, decimal? perFte, YearMonth from, YearMonth? to = null)
    {
        var target = new Target { ProgrammeId = programme, Metric = metric, NeighbourhoodId = neighbourhood };
        target.Change(amount, per, perFte, from, to);
        return target;
    }

    public void Change(decimal amount, TargetPeriod per, decimal? perFte, YearMonth from, YearMonth? to)
    {
        if (amount < 0)
        {
            throw new DomainRuleException("A target cannot be less than nothing.");
        }

        if (perFte is <= 0)
        {
            throw new DomainRuleException("A target for each worker needs the worker's share of full time, such as 0.5.");
        }

        if (to < from)
        {
            throw new DomainRuleException($"The target would end in {to} before it begins in {from}.");
        }

        Amount = amount;
        Per = per;
        PerFte = perFte;
        From = from;
        To = to;
    }

    /// <summary>The last month it holds for.</summary>
    public void End(YearMonth last) => Change(Amount, Per, PerFte, From, last);

    /// <summary>Whether both are promises of the same thing, for the same place, in a month they share.</summary>
    public bool Overlaps(Target other) =>
        Metric == other.Metric && NeighbourhoodId == other.NeighbourhoodId
        && (To is null || other.From <= To) && (other.To is null || From <= other.To);
}

/// <summary>How much of a full-time worker somebody is, from a month to a month.</summary>
public sealed class Staffing : AggregateRoot
{
    private Staffing()
    {
    }

    public StaffingId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public Access.UserId WorkerId { get; private set; }

    public YearMonth From { get; private set; }

    public YearMonth? To { get; private set; }

    /// <summary>1 is full time.</summary>
    public decimal Fte { get; private set; }

    public static Staffing Employ(ProgrammeId programme, Access.UserId worker, YearMonth from, YearMonth? to, decimal fte)
    {
        var staffing = new Staffing { ProgrammeId = programme, WorkerId = worker };
        staffing.Change(from, to, fte);
        return staffing;
    }

    public void Change(YearMonth from, YearMonth? to, decimal fte)
    {
        if (fte is <= 0 or > 1)
        {
            throw new DomainRuleException("A worker's share of full time lies above 0 and at most 1: half-time is 0.5.");
        }

        if (to < from)
        {
            throw new DomainRuleException($"The post would end in {to} before it begins in {from}.");
        }

        From = from;
        To = to;
        Fte = fte;
    }

    /// <summary>Whether the post is held in that month.</summary>
    public bool IsIn(YearMonth month) => From <= month && (To is null || month <= To);
}

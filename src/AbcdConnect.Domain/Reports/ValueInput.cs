using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Reports;

public enum ValueKind
{
    /// <summary>What the programme cost from one month to another: told for each of what is counted.</summary>
    Cost,

    /// <summary>What one of what is counted is said to be worth.</summary>
    Worth,
}

/// <summary>A sum of money that the programme answers for itself, with where it comes from. AbcdConnect knows none of its own.</summary>
public sealed class ValueInput : AggregateRoot
{
    private ValueInput()
    {
    }

    public ValueInputId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public ValueKind Kind { get; private set; }

    public Metric Metric { get; private set; }

    /// <summary>In pounds.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Of a cost: the first month that it pays for. Of a worth: the first month that it holds for.</summary>
    public YearMonth From { get; private set; }

    public YearMonth To { get; private set; }

    /// <summary>Where the sum comes from: shown wherever the result is.</summary>
    public string Source { get; private set; } = "";

    public static ValueInput Put(ProgrammeId programme, ValueKind kind, Metric metric, decimal amount, YearMonth from, YearMonth to, string source)
    {
        if (amount is <= 0 or > 1_000_000_000)
        {
            throw new DomainRuleException("Enter a sum of money above nought, in pounds.");
        }

        if (to < from)
        {
            throw new DomainRuleException($"It would end in {to.ToWords()} before it begins in {from.ToWords()}.");
        }

        return new ValueInput
        {
            ProgrammeId = programme,
            Kind = kind,
            Metric = metric,
            Amount = Math.Round(amount, 2),
            From = from,
            To = to,
            Source = Words.Required(source, "Where the sum comes from"),
        };
    }

    /// <summary>The part of a cost that pays for a period; null where some of the period is not paid for by it.</summary>
    public decimal? CostOf(ReportPeriod period) =>
        Kind != ValueKind.Cost || period.First < From || period.Last > To ? null : Amount * period.Months.Count() / From.Through(To).Count();

    /// <summary>Whether a worth holds for all of a period.</summary>
    public bool Holds(ReportPeriod period) => From <= period.First && period.Last <= To;
}

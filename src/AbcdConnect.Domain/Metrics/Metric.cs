using System.ComponentModel.DataAnnotations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Metrics;

/// <summary>What the programme counts. Definitions: <c>database/metrics/definitions.csv</c>.</summary>
public enum Metric
{
    NewConversations,
    ContactsAdded,
    ActivitiesStarted,
    PeopleSignposted,
    [Display(Name = "Multi-agency meetings")]
    MultiAgencyMeetings,
    ConnectionsMade,
    SignpostsLanded,
    [Display(Name = "Self-sustaining activities")]
    SelfSustainingActivities,
}

public enum MetricScope
{
    Programme,
    Neighbourhood,
    Worker,
}

/// <summary>The stretch of time a figure is for. People are counted once in it, so a year is not the sum of its months.</summary>
public enum MetricPeriod
{
    Month,

    /// <summary>From the programme year's first month up to and with this one.</summary>
    YearToDate,

    /// <summary>The three months of the calendar that end with this one; only March, June, September and December have it.</summary>
    Quarter,
}

/// <summary>One figure for one output, one month, one scope, as compiled.</summary>
public sealed class MonthlyMetric
{
    public MonthlyMetricId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required YearMonth Month { get; init; }

    public required MetricPeriod Period { get; init; }

    public required Metric Metric { get; init; }

    /// <summary>A part of the metric (a kind of connection, "6 months", "not yet known"); empty for the whole.</summary>
    public required string Part { get; init; }

    public required MetricScope Scope { get; init; }

    /// <summary>The neighbourhood's or the worker's number; 0 for the programme, and for what lies in no neighbourhood.</summary>
    public required long ScopeId { get; init; }

    public required int Value { get; set; }

    public required DateTimeOffset CompiledAt { get; set; }
}

/// <summary>A month with entries newer than its figures.</summary>
public sealed class ChangedMonth
{
    public required ProgrammeId ProgrammeId { get; init; }

    public required YearMonth Month { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }
}

public enum JobOutcome
{
    Running,
    Done,
    Failed,
}

/// <summary>One run of a scheduled or asked-for job.</summary>
public sealed class JobRun
{
    public JobRunId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>"Compile the months", for example.</summary>
    public required string Job { get; init; }

    /// <summary>"every night", "on the 1st", or who asked.</summary>
    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public JobOutcome Outcome { get; set; }

    /// <summary>How far it is, 0 to 100.</summary>
    public int Progress { get; set; }

    /// <summary>What it did, or why it failed, in words.</summary>
    public string? Detail { get; set; }

    /// <summary>What only one run at a time may do ("compile"), while it does it; null afterwards. Unique in a programme.</summary>
    public string? Holds { get; set; }

    /// <summary>The process that runs it: machine, number and start, so that a dead one is known.</summary>
    public string? HeldBy { get; set; }

    /// <summary>When it last gave a sign of life.</summary>
    public DateTimeOffset SeenAt { get; set; }
}

using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

public enum ImportOutcome
{
    Running,
    Done,
    Failed,
}

/// <summary>One file brought in: what became of each of its rows. Added + changed + same + rejected = rows.</summary>
public sealed class ImportBatch : AggregateRoot
{
    private readonly List<ImportProblem> problems = [];

    private ImportBatch()
    {
    }

    public ImportBatchId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Profile { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public UserId? StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public ImportOutcome Outcome { get; private set; }

    public int Rows { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Same { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>Of the rows kept, those that lie in a neighbourhood.</summary>
    public int Placed { get; private set; }

    /// <summary>Of the rows kept, those that lie in none.</summary>
    public int Unplaced { get; private set; }

    public string? FailedBecause { get; private set; }

    public IReadOnlyList<ImportProblem> Problems => problems;

    public static ImportBatch Start(ProgrammeId programme, string profile, string fileName, UserId? by, DateTimeOffset at) =>
        new() { ProgrammeId = programme, Profile = profile, FileName = fileName, StartedBy = by, StartedAt = at };

    public void Finish(DateTimeOffset at, ImportCounts counts, IEnumerable<ImportProblem> found)
    {
        (Rows, Added, Changed, Same, Rejected, Placed, Unplaced) = counts;
        problems.AddRange(found);
        FinishedAt = at;
        Outcome = ImportOutcome.Done;
    }

    public void Fail(DateTimeOffset at, string because)
    {
        FinishedAt = at;
        Outcome = ImportOutcome.Failed;
        FailedBecause = because;
    }
}

public sealed record ImportCounts(int Rows, int Added, int Changed, int Same, int Rejected, int Placed, int Unplaced);

/// <summary>One thing wrong with one row, and what to do about it.</summary>
public sealed class ImportProblem
{
    public long Id { get; private set; }

    public ImportBatchId BatchId { get; private set; }

    /// <summary>As a spreadsheet numbers it: the header is row 1.</summary>
    public required int Row { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string WhatToDo { get; init; }
}

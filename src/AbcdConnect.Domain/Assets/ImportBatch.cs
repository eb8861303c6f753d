using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

public enum ImportOutcome
{
    Running,
    Done,
    Failed,

    /// <summary>It is being taken back.</summary>
    Undoing,

    /// <summary>It was taken back, except what was worked on since.</summary>
    Undone,
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

    /// <summary>How many rows have been read so far; of an undoing, how many entries have been looked at.</summary>
    public int RowsRead { get; private set; }

    /// <summary>When the process that works on it last said so.</summary>
    public DateTimeOffset? BeatAt { get; private set; }

    /// <summary>What it changed was noted, so that it can be taken back. Imports from before that cannot.</summary>
    public bool IsNoted { get; private set; }

    /// <summary>How many entries were taken back, and how many stayed because somebody had worked on them since.</summary>
    public int? TakenBack { get; private set; }

    public int? KeptSince { get; private set; }

    public UserId? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public bool CanBeUndone => IsNoted && Outcome is ImportOutcome.Done or ImportOutcome.Failed;

    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <param name="isNoted">What it changes is noted, so that it can be taken back.</param>
    public static ImportBatch Start(ProgrammeId programme, string profile, string fileName, UserId? by, DateTimeOffset at, bool isNoted = false) =>
        new() { ProgrammeId = programme, Profile = profile, FileName = fileName, StartedBy = by, StartedAt = at, BeatAt = at, IsNoted = isNoted };

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

    /// <summary>Begins to take back what it brought; begun before and stopped, goes on.</summary>
    /// <exception cref="DomainRuleException">It is under way, was taken back already, or is from before changes were noted.</exception>
    public void BeginUndo(UserId? by, DateTimeOffset at)
    {
        if (Outcome == ImportOutcome.Undoing)
        {
            BeatAt = at;
            return;
        }

        if (!CanBeUndone)
        {
            throw new DomainRuleException(Outcome switch
            {
                ImportOutcome.Running => "It is still being brought in. Wait until it has ended, then take it back.",
                ImportOutcome.Undone => "It has been taken back already.",
                _ => "What this import changed was not noted yet, so it cannot be taken back as a whole.",
            });
        }

        (Outcome, UndoneBy, RowsRead, BeatAt) = (ImportOutcome.Undoing, by, 0, at);
    }

    /// <param name="kept">Entries that stay, each with what was done to it since.</param>
    public void FinishUndo(DateTimeOffset at, int takenBack, IReadOnlyCollection<ImportProblem> kept, int keptInAll)
    {
        problems.AddRange(kept);
        (Outcome, UndoneAt, TakenBack, KeptSince) = (ImportOutcome.Undone, at, takenBack, keptInAll);
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

    /// <summary>Said when the import was taken back: this entry stayed.</summary>
    public AssetId? StayedId { get; init; }
}

/// <summary>What an entry said before an import changed it, so that the import can be taken back.</summary>
public sealed class ImportChange
{
    public long Id { get; private set; }

    public required ImportBatchId BatchId { get; init; }

    public required AssetId AssetId { get; init; }

    public required int Row { get; init; }

    /// <summary>As JSON: <see cref="ImportedOver"/>.</summary>
    public required string Before { get; init; }
}

/// <param name="Details">The entry as it was.</param>
/// <param name="Fields">What the import changed of it.</param>
/// <param name="Sources">Where its fields came from then.</param>
/// <param name="Hash">What its list's row had said.</param>
public sealed record ImportedOver(AssetDetails Details, IReadOnlyList<AssetField> Fields, string? Sources, string? Hash);

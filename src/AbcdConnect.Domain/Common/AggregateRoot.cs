using AbcdConnect.Domain.Access;

namespace AbcdConnect.Domain.Common;

/// <summary>A record that is read, changed and saved as one.</summary>
public abstract class AggregateRoot
{
    /// <summary>Rises by one with each saved change; a change based on an older number is an overtaken one.</summary>
    public long Version { get; private set; }

    /// <summary>Who saved the latest change, so that somebody overtaken is told by whom. Null until the first change, and where the machine made it.</summary>
    public UserId? ChangedBy { get; private set; }

    /// <summary>When the latest change was saved. Null until the first one.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Refuses a change that was typed against an older version, so that nobody's words are lost.</summary>
    /// <param name="version">The version that the person was looking at while typing.</param>
    /// <exception cref="OvertakenException">Somebody saved in between.</exception>
    public void MustStillBe(long version)
    {
        if (Version != version)
        {
            throw new OvertakenException(ChangedBy, ChangedAt);
        }
    }
}

/// <summary>Personal data: every change to it is written to the audit log in the same transaction.</summary>
public interface IPersonal
{
    /// <summary>What the audit log calls this kind of record.</summary>
    string AuditName { get; }

    /// <summary>The record's own number, known once it has been saved.</summary>
    long AuditId { get; }
}

/// <summary>A record that a monthly figure counts. Saving it marks its months as changed, so that they are compiled again.</summary>
public interface ICounted
{
    Programmes.ProgrammeId ProgrammeId { get; }

    /// <summary>Every date on which this record, as it stands, counts towards a figure.</summary>
    IEnumerable<DateOnly> CountedOn { get; }
}

/// <summary>A record that knows when it was first saved.</summary>
public interface IStamped
{
    void Stamp(DateTimeOffset at);
}

/// <summary>A record found by its words. The index is kept by <see cref="Search.SearchWord"/>.</summary>
public interface ISearchable
{
    Search.SearchKind SearchKind { get; }

    long SearchId { get; }

    Programmes.ProgrammeId ProgrammeId { get; }

    /// <summary>Who may see it, as far as the index knows: <see cref="Search.SearchArea"/>.</summary>
    long SearchArea => Search.SearchArea.Programme;

    /// <summary>What it is called: found before what stands in a text.</summary>
    IEnumerable<string?> SearchNames { get; }

    /// <summary>Free text: found by the beginnings of its words.</summary>
    IEnumerable<string?> SearchText { get; }

    /// <summary>Keys, found by their beginning and never by a word: <c>#</c> and a telephone number's digits, <c>%</c> and the same
    /// from the end, <c>@</c> and an e-mail address, <c>^</c> and a postcode.</summary>
    IEnumerable<string?> SearchKeys => [];
}

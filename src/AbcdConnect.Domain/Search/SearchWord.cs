using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Search;

/// <summary>A word that records of one kind in one area are found by: lower case, without accents. Beginnings and spellings are
/// looked up here, among different words, whatever the number of records.</summary>
public sealed class SearchWord
{
    public const int LongestWord = 32;

    public long Id { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>See <see cref="SearchArea"/>.</summary>
    public required long Area { get; init; }

    public required string Word { get; init; }

    /// <summary>It stands in the record's name; else in a text.</summary>
    public required bool InName { get; init; }

    /// <summary>How many records hold it. At nought the word goes, with its keys: what was forgotten is nobody's word any more.</summary>
    public int Uses { get; set; }
}

/// <summary>One record that holds a word. By far the most rows of the database: two numbers each.</summary>
public sealed class SearchPosting
{
    public required long WordId { get; init; }

    public required long RecordId { get; init; }
}

/// <summary>A key by which a word is found although it was typed otherwise: with letters left out, or by its sound (after <c>~</c>).
/// There are as many as there are different words, not records.</summary>
public sealed class SearchKey
{
    public required ProgrammeId ProgrammeId { get; init; }

    public required string Key { get; init; }

    public required string Word { get; init; }
}

/// <summary>The words of one record, by number, so that the index is kept in step without looking through it.</summary>
public sealed class SearchedRecord
{
    public required SearchKind Kind { get; init; }

    public required long RecordId { get; init; }

    /// <summary>See <see cref="PackedNumbers"/>.</summary>
    public required byte[] WordIds { get; set; }
}

/// <summary>How far the index has been made, and by which version of taking words out of records. There is one.</summary>
public sealed class SearchIndexState
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>The version by which every record has been indexed; nought while that is not so of any.</summary>
    public int Version { get; set; }

    /// <summary>The version that is being made; equal to <see cref="Version"/> when it is done.</summary>
    public int Making { get; set; }

    /// <summary>Where making it goes on: the kind, and below which number.</summary>
    public SearchKind Kind { get; set; }

    public long Below { get; set; }

    /// <summary>Changes of the index: also the row whose lock keeps two writers from making one word twice.</summary>
    public long Changes { get; set; }
}

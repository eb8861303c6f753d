namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>Port: puts a meeting's papers into one file with its agenda. Nothing of a paper runs in it: what would be run or sent is taken out.</summary>
public interface IPackBinder
{
    /// <summary>Why papers cannot be put into the pack on this machine and what to do about it, in plain sentences; null where they can.</summary>
    string? WhyNot { get; }

    /// <summary>Looks at the papers, and holds them until they are bound. Disposing leaves nothing lying about.</summary>
    Task<IPackInHand> TakeUp(IReadOnlyList<PaperToBind> papers, CancellationToken token);
}

/// <param name="Anchor">The destination in the agenda after whose page it goes.</param>
public sealed record PaperToBind(string Anchor, string Name, string MediaType, byte[] Content);

/// <summary>Papers that were looked at, waiting for the agenda.</summary>
public interface IPackInHand : IAsyncDisposable
{
    /// <summary>What becomes of each, in the order they were given.</summary>
    IReadOnlyList<PaperInHand> Papers { get; }

    /// <summary>The agenda with the papers in it: each page after its anchor's, bookmarks under the agenda's own, tags kept. Null where it could not be done.</summary>
    Task<byte[]?> Bind(byte[] agenda, CancellationToken token);
}

/// <param name="Pages">How many pages follow its anchor; 0 where it is attached to the file as it is.</param>
public sealed record PaperInHand(int Pages);

/// <summary>How a paper stands in the pack.</summary>
public enum PaperFate
{
    /// <summary>Only named, with where it opens.</summary>
    Listed,

    /// <summary>Its pages follow.</summary>
    Bound,

    /// <summary>A picture on a page of the pack.</summary>
    Shown,

    /// <summary>A file inside the file, as it is.</summary>
    Attached,
}

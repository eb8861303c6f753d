namespace AbcdConnect.Application.OpenReferral;

/// <summary>Port: reads another directory's data over the web. Only http and https, nothing inside our own network, and never for ever.</summary>
public interface IWebPages
{
    /// <summary>What stands at an address.</summary>
    /// <exception cref="Domain.Common.DomainRuleException">It could not be read; the message says why and what to do.</exception>
    Task<byte[]> Read(Uri address, CancellationToken token);
}

/// <summary>Port: which of our kinds and categories the terms of other directories become. A data file: see database/profiles/README.md.</summary>
public interface ITermMap
{
    /// <exception cref="Domain.Common.DomainRuleException">The file is not sound; the message says where.</exception>
    IReadOnlyList<MappedTerm> All();
}

/// <param name="Term">As the other directory writes it; "*" for whatever is not named.</param>
public sealed record MappedTerm(string Term, Domain.Assets.AssetKind Kind, string Category);

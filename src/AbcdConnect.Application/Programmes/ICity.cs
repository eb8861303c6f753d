namespace AbcdConnect.Application.Programmes;

/// <summary>Port: a made-up city with five years of history, for measuring how fast the product is when it is full.</summary>
public interface ICity
{
    /// <summary>Fills an empty SQLite database. The same city each time but for its dates, which end with last month.
    /// All of it or nothing. The bulk of its rows has no entries in the audit log: nobody wrote them.</summary>
    /// <param name="scale">1 for the whole city (a million conversations), 0.1 for a tenth of it.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <exception cref="Domain.Common.DomainRuleException">The database holds people already, is not SQLite, or is open elsewhere.</exception>
    Task BuildAsync(double scale, IProgress<CityProgress>? progress, CancellationToken token);
}

/// <summary>How far a city is.</summary>
/// <param name="What">What is being made, in a word or two.</param>
/// <param name="Percent">Of the whole, 0 to 100.</param>
public sealed record CityProgress(string What, int Percent);

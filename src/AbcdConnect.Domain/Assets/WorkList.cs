using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

/// <summary>One entry of the week's work list: worth checking, since people are sent there and it may no longer be right.</summary>
public sealed class UpkeepItem
{
    public UpkeepItemId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required AssetId AssetId { get; init; }

    public NeighbourhoodId? NeighbourhoodId { get; init; }

    /// <summary>From 1 in its neighbourhood.</summary>
    public required int Rank { get; init; }

    /// <summary>Over the whole programme: more first.</summary>
    public required int Score { get; init; }

    public required DateOnly MadeOn { get; init; }

    /// <summary>How many people were told about it in the last half year.</summary>
    public required int SignpostsLately { get; init; }
}

/// <summary>What is known of an entry when the week's list is made.</summary>
/// <param name="Freshness">Between 0 and 1.</param>
/// <param name="SignpostDays">How many days ago each signpost of the last half year was given.</param>
public sealed record UpkeepCandidate(AssetId Id, NeighbourhoodId? Neighbourhood, string Name, double Freshness, IReadOnlyList<int> SignpostDays);

/// <summary>Orders entries by how many people are likely to be sent to a wrong one: how much it is used, times how likely it is to
/// be wrong. Pure.</summary>
public static class WorkList
{
    /// <summary>The list never grows beyond this many in one neighbourhood.</summary>
    public const int MostInNeighbourhood = 20;

    /// <summary>Signposts older than this no longer count as use.</summary>
    public const int Days = 182;

    /// <summary>A signpost weighs half as much after this many days: what is used now is used next week.</summary>
    public const int HalfLifeDays = 60;

    /// <summary>An entry as good as sure is on nobody's list.</summary>
    public const double FreshEnough = 0.8;

    /// <summary>Somebody may be told tomorrow about a place of which nobody was told for half a year.</summary>
    private const double Unused = 0.1;

    public static double Score(UpkeepCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var use = Unused + candidate.SignpostDays.Where(d => d is >= 0 and <= Days).Sum(d => Math.Pow(2, -(double)d / HalfLifeDays));
        return use * (1 - candidate.Freshness);
    }

    public static IReadOnlyList<UpkeepItem> Make(ProgrammeId programme, IEnumerable<UpkeepCandidate> candidates, DateOnly on) =>
    [
        .. candidates.Where(c => c.Freshness < FreshEnough)
            .GroupBy(c => c.Neighbourhood)
            .SelectMany(g => g.Select(c => (Candidate: c, Score: Score(c))).OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Id.Value).Take(MostInNeighbourhood)
                .Select((c, at) => new UpkeepItem
                {
                    ProgrammeId = programme,
                    AssetId = c.Candidate.Id,
                    NeighbourhoodId = c.Candidate.Neighbourhood,
                    Rank = at + 1,
                    Score = (int)Math.Round(c.Score * 1000),
                    MadeOn = on,
                    SignpostsLately = c.Candidate.SignpostDays.Count,
                })),
    ];
}

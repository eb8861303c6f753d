using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports.Disclosure;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>The shared entries, the activities and what ties them, as a network that Kumu draws. Nobody is named or can be counted out.</summary>
/// <param name="Neighbourhood">Only what lies in it, and the ties within it.</param>
[Requires(Permission.ReadOpenData)]
public sealed record ReadNetwork(NeighbourhoodId? Neighbourhood = null) : IRequest<Network>;

public sealed record Network(IReadOnlyList<NetworkElement> Elements, IReadOnlyList<NetworkConnection> Connections);

/// <param name="Label">Unlike every other: Kumu ties by labels.</param>
/// <param name="PeopleTied">In words that give nobody away: "5 or more", "10 or more"; nothing where it is fewer.</param>
public sealed record NetworkElement(string Label, string Type, string? Category, string? Neighbourhood, string? Description, string? Website, string? PeopleTied);

public sealed record NetworkConnection(string From, string To, string Type, string Direction);

internal sealed class ReadNetworkHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ReadNetwork, Network>
{
    /// <summary>Kumu draws no more than this in any useful way.</summary>
    private const int Most = 10_000;

    private const int Step = 5;

    public async Task<Network> Handle(ReadNetwork request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var assets = db.Assets.Shared(viewer.ProgrammeId).Where(a => a.ClosedOn == null);
        var activities = db.Activities.Shared(viewer.ProgrammeId).Where(a => a.Status != ActivityStatus.Ended);
        if (request.Neighbourhood is { } place)
        {
            assets = assets.Where(a => a.NeighbourhoodId == place);
            activities = activities.Where(a => a.NeighbourhoodId == place);
        }

        var rule = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.DisclosureRule).SingleAsync(cancellationToken);
        var fewest = DisclosurePolicy.Of(rule).Fewest;
        var shown = await assets.OrderBy(a => a.Id).Take(Most).AsOpen(db).ToListAsync(cancellationToken);
        var doing = await activities.OrderBy(a => a.Id).Take(Most).AsOpen(db).ToListAsync(cancellationToken);
        var ids = assets.Select(a => a.Id);
        var open = db.Connections.Where(c => c.ProgrammeId == viewer.ProgrammeId && c.EndedOn == null);
        var people = await open.Where(c => c.FromPersonId != null && c.ToAssetId != null && ids.Contains(c.ToAssetId!.Value))
            .GroupBy(c => c.ToAssetId).Select(g => new { Asset = g.Key!.Value, People = g.Select(c => c.FromPersonId).Distinct().Count() })
            .Where(g => g.People >= fewest).ToDictionaryAsync(g => g.Asset, g => g.People, cancellationToken);
        var ties = await open.Where(c => c.Kind == ConnectionKind.AssetAsset && ids.Contains(c.FromAssetId!.Value) && ids.Contains(c.ToAssetId!.Value))
            .OrderBy(c => c.Id).Select(c => new { From = c.FromAssetId!.Value, To = c.ToAssetId!.Value }).ToListAsync(cancellationToken);

        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var labels = shown.ToDictionary(a => a.Id, a => Unlike(a.Name, used));
        var activityLabels = doing.ToDictionary(a => a.Id, a => Unlike(a.Name, used));
        return new Network(
            [
                .. shown.Select(a => new NetworkElement(
                    labels[a.Id], OpenMapping.KindName(a.Kind), a.Category, a.Neighbourhood, a.PublicDescription, a.PublicWebsite, people.TryGetValue(a.Id, out var tied) ? InFives(tied) : null)),
                .. doing.Select(a => new NetworkElement(activityLabels[a.Id], "Activity", null, a.Neighbourhood, a.PublicDescription, null, null)),
            ],
            [
                // What a tie was called is somebody's own words, and stays here.
                .. ties.Where(t => labels.ContainsKey(t.From) && labels.ContainsKey(t.To)).Distinct().Select(t => new NetworkConnection(labels[t.From], labels[t.To], "Connected", "mutual")),
                .. doing.Where(a => a.Place is { } at && labels.ContainsKey(at.Id)).Select(a => new NetworkConnection(activityLabels[a.Id], labels[a.Place!.Id], "Takes place at", "directed")),
            ]);
    }

    // Rounded down, so that one person more or less is seen in one of five cases, and then not who.
    private static string InFives(int people) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{people / Step * Step} or more");

    private static string Unlike(string name, HashSet<string> used)
    {
        var label = name;
        for (var i = 2; !used.Add(label); i++)
        {
            label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({i})");
        }

        return label;
    }
}

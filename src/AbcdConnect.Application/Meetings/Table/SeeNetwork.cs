using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Table;

/// <summary>The network of agencies that met and acted together in a year, and how it grew.</summary>
[Requires(Permission.SeeAgencies)]
public sealed record SeeNetwork(TableSpan Span) : IRequest<NetworkView>;

/// <param name="Nodes">Those who lie between most others first.</param>
/// <param name="Ties">By their agencies' places in <paramref name="Nodes"/>, the strongest first.</param>
/// <param name="Parts">How many separate parts there are, and how many agencies the largest holds.</param>
/// <param name="Growth">The same measures of the year up to each quarter's end, the earliest first.</param>
/// <param name="Ever">Every agency of those years: <paramref name="Nodes"/> first, then those who are in it no more.</param>
public sealed record NetworkView(
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<NetworkNode> Nodes,
    IReadOnlyList<NetworkTie> Ties,
    double Density,
    int Parts,
    int LargestPart,
    IReadOnlyList<NetworkYear> Growth,
    IReadOnlyList<string> Ever,
    IReadOnlyList<NeighbourhoodChoice> Tables);

/// <param name="Tied">With how many others.</param>
/// <param name="Between">Freeman's betweenness, from 0 to 1.</param>
/// <param name="Bridges">Without it somebody could no longer reach somebody.</param>
public sealed record NetworkNode(AgencyId Id, string Name, Sector Sector, int Tied, double Between, bool Bridges);

/// <param name="Meetings">To which both came.</param>
/// <param name="Acted">Meetings of which both took something on.</param>
public sealed record NetworkTie(int One, int Other, int Meetings, int Acted)
{
    public int Strength => Meetings + Acted;
}

/// <param name="Until">The last month of the year measured.</param>
/// <param name="Who">Who was in it, and <paramref name="Pairs"/> who was tied to whom, by their places in <see cref="NetworkView.Ever"/>.</param>
public sealed record NetworkYear(YearMonth Until, double Density, int Parts, IReadOnlyList<int> Who, IReadOnlyList<(int One, int Other)> Pairs)
{
    public int Agencies => Who.Count;

    public int Ties => Pairs.Count;
}

internal sealed class SeeNetworkHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeNetwork, NetworkView>
{
    /// <summary>Two agencies that sat together once by chance are not tied: twice is the least.</summary>
    private const int LeastMeetings = 2;

    private const int Quarters = 5;

    public async Task<NetworkView> Handle(SeeNetwork request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var months = request.Span.In(clock.Today());
        var earliest = months[0].AddMonths(-3 * (Quarters - 1)).First;
        var held = db.Held(viewer, request.Span, earliest, months[^1].Last);
        var meetings = await held.Meetings(cancellationToken);
        var came = (await db.Attendance(held, cancellationToken)).Where(a => a.Status == AttendanceStatus.Present).ToLookup(a => a.Meeting, a => a.Agency);
        var acted = (await held.Join(db.MeetingActions.Where(a => a.AgencyId != null), m => m.Id, a => a.MeetingId, (m, a) => new { m.Id, Agency = a.AgencyId!.Value }).Distinct().ToListAsync(cancellationToken)).ToLookup(a => a.Id, a => a.Agency);
        var known = (await db.KnownAgencies(viewer, cancellationToken)).ToDictionary(a => a.Id);

        var (network, ties) = Of(months[0].First, months[^1].Last);
        var (between, degrees, bridges, parts) = (network.Betweenness(), network.Degrees(), network.Bridges().ToHashSet(), network.Components());
        var nodes = network.Nodes
            .Select((id, at) => new NetworkNode(id, known[id].Name, known[id].Sector, degrees[at], between[at], bridges.Contains(id)))
            .OrderByDescending(n => n.Between).ThenByDescending(n => n.Tied).ThenBy(n => n.Name, StringComparer.CurrentCulture)
            .ToList();
        var places = nodes.Select((n, at) => (n.Id, at)).ToDictionary(n => n.Id, n => n.at);
        var years = Enumerable.Range(0, Quarters).Select(q => months[^1].AddMonths(-3 * (Quarters - 1 - q))).Select(until => (Until: until, Of(until.AddMonths(1 - TableSpan.Months).First, until.Last).Network)).ToList();
        foreach (var gone in years.SelectMany(y => y.Network.Nodes))
        {
            places.TryAdd(gone, places.Count);
        }
        return new NetworkView(
            months,
            nodes,
            [
                .. network.Ties.Select(t => new NetworkTie(
                    Math.Min(places[t.One], places[t.Other]),
                    Math.Max(places[t.One], places[t.Other]),
                    ties.Meetings.GetValueOrDefault((t.One, t.Other)),
                    ties.Acted.GetValueOrDefault((t.One, t.Other)))),
            ],
            network.Density,
            parts.Count,
            parts.Count == 0 ? 0 : parts[0].Count,
            [
                .. years.Select(y => new NetworkYear(
                    y.Until,
                    y.Network.Density,
                    y.Network.Components().Count,
                    [.. y.Network.Nodes.Select(n => places[n])],
                    [.. y.Network.Ties.Select(t => (places[t.One], places[t.Other]))])),
            ],
            [.. places.OrderBy(p => p.Value).Select(p => known[p.Key].Name)],
            await db.Tables(viewer, cancellationToken));

        (AgencyNetwork Network, (Dictionary<(AgencyId, AgencyId), int> Meetings, Dictionary<(AgencyId, AgencyId), int> Acted) Ties) Of(DateOnly from, DateOnly to)
        {
            var those = meetings.Where(m => m.HeldOn >= from && m.HeldOn <= to).ToList();
            var (met, did) = (Pairs(those, came), Pairs(those, acted));
            var tied = met.Where(p => p.Value >= LeastMeetings).Concat(did).GroupBy(p => p.Key).Select(g => new AgencyTie(g.Key.Item1, g.Key.Item2, met.GetValueOrDefault(g.Key) + did.GetValueOrDefault(g.Key)));
            return (AgencyNetwork.Of(those.SelectMany(m => came[m.Id].Concat(acted[m.Id])).Where(known.ContainsKey), tied), (met, did));
        }
    }

    private static Dictionary<(AgencyId, AgencyId), int> Pairs(List<HeldMeeting> meetings, ILookup<MeetingId, AgencyId> agencies)
    {
        var pairs = new Dictionary<(AgencyId, AgencyId), int>();
        foreach (var meeting in meetings)
        {
            var those = agencies[meeting.Id].Distinct().OrderBy(a => a.Value).ToList();
            for (var one = 0; one < those.Count; one++)
            {
                for (var other = one + 1; other < those.Count; other++)
                {
                    pairs[(those[one], those[other])] = pairs.GetValueOrDefault((those[one], those[other])) + 1;
                }
            }
        }

        return pairs;
    }
}

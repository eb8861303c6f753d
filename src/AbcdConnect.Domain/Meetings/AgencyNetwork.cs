namespace AbcdConnect.Domain.Meetings;

/// <summary>Who meets and acts with whom: an undirected network whose ties have a strength.</summary>
/// <remarks>
/// The measures, for whoever reads the figures:
/// density: ties present over ties possible, 2m / n(n−1); components and degree: S. Wasserman and K. Faust, Social Network Analysis
/// (Cambridge University Press, 1994), chapters 4 and 5;
/// betweenness: on how many shortest paths between two others somebody lies, a path counting by its share of them, over (n−1)(n−2)/2:
/// L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977), 35–41; computed after U. Brandes,
/// "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001), 163–177. Ties count alike in it,
/// however strong;
/// bridges (cut vertices): whose leaving would leave a part unreachable from the rest: R. Tarjan, "Depth-first search and linear graph
/// algorithms", SIAM Journal on Computing 1 (1972), 146–160.
/// </remarks>
public sealed class AgencyNetwork
{
    private readonly int[][] neighbours;

    private AgencyNetwork(IReadOnlyList<AgencyId> nodes, IReadOnlyList<AgencyTie> ties, int[][] neighbours)
    {
        Nodes = nodes;
        Ties = ties;
        this.neighbours = neighbours;
    }

    /// <summary>Each agency once.</summary>
    public IReadOnlyList<AgencyId> Nodes { get; }

    /// <summary>Each pair at most once, the strongest first.</summary>
    public IReadOnlyList<AgencyTie> Ties { get; }

    /// <summary>0 where there are fewer than two agencies.</summary>
    public double Density => Nodes.Count < 2 ? 0 : 2.0 * Ties.Count / ((double)Nodes.Count * (Nodes.Count - 1));

    /// <param name="nodes">Those at the table, tied or not.</param>
    /// <param name="ties">In any order; a pair given twice adds up, and nobody is tied to themselves.</param>
    public static AgencyNetwork Of(IEnumerable<AgencyId> nodes, IEnumerable<AgencyTie> ties)
    {
        var strengths = new Dictionary<(AgencyId, AgencyId), int>();
        foreach (var tie in ties.Where(t => t.One != t.Other && t.Strength > 0))
        {
            var pair = tie.One.Value < tie.Other.Value ? (tie.One, tie.Other) : (tie.Other, tie.One);
            strengths[pair] = strengths.GetValueOrDefault(pair) + tie.Strength;
        }

        var all = nodes.Concat(strengths.Keys.SelectMany(p => new[] { p.Item1, p.Item2 })).Distinct().OrderBy(n => n.Value).ToList();
        var place = all.Select((node, at) => (node, at)).ToDictionary(n => n.node, n => n.at);
        var around = all.ConvertAll(_ => new List<int>());
        foreach (var (one, other) in strengths.Keys)
        {
            around[place[one]].Add(place[other]);
            around[place[other]].Add(place[one]);
        }

        return new AgencyNetwork(
            all,
            [.. strengths.Select(s => new AgencyTie(s.Key.Item1, s.Key.Item2, s.Value)).OrderByDescending(t => t.Strength).ThenBy(t => t.One.Value).ThenBy(t => t.Other.Value)],
            [.. around.Select(a => a.Order().ToArray())]);
    }

    /// <summary>With how many others each is tied, in the order of <see cref="Nodes"/>.</summary>
    public IReadOnlyList<int> Degrees() => [.. neighbours.Select(n => n.Length)];

    /// <summary>The parts that are tied together, the largest first; whoever is tied to nobody is a part alone.</summary>
    public IReadOnlyList<IReadOnlyList<AgencyId>> Components()
    {
        var seen = new bool[Nodes.Count];
        var parts = new List<IReadOnlyList<AgencyId>>();
        for (var start = 0; start < Nodes.Count; start++)
        {
            if (seen[start])
            {
                continue;
            }

            var part = new List<AgencyId>();
            var waiting = new Queue<int>([start]);
            seen[start] = true;
            while (waiting.TryDequeue(out var at))
            {
                part.Add(Nodes[at]);
                foreach (var next in neighbours[at].Where(n => !seen[n]))
                {
                    seen[next] = true;
                    waiting.Enqueue(next);
                }
            }

            parts.Add(part);
        }

        return [.. parts.OrderByDescending(p => p.Count)];
    }

    /// <summary>Freeman's betweenness of each, between 0 and 1, in the order of <see cref="Nodes"/>; 0 where there are fewer than three.</summary>
    public IReadOnlyList<double> Betweenness()
    {
        var n = Nodes.Count;
        var between = new double[n];
        for (var source = 0; source < n; source++)
        {
            // Brandes 2001, algorithm 1.
            var stack = new Stack<int>();
            var before = Enumerable.Range(0, n).Select(_ => new List<int>()).ToArray();
            var paths = new double[n];
            var distance = Enumerable.Repeat(-1, n).ToArray();
            (paths[source], distance[source]) = (1, 0);
            var waiting = new Queue<int>([source]);
            while (waiting.TryDequeue(out var at))
            {
                stack.Push(at);
                foreach (var next in neighbours[at])
                {
                    if (distance[next] < 0)
                    {
                        distance[next] = distance[at] + 1;
                        waiting.Enqueue(next);
                    }

                    if (distance[next] == distance[at] + 1)
                    {
                        paths[next] += paths[at];
                        before[next].Add(at);
                    }
                }
            }

            var share = new double[n];
            while (stack.TryPop(out var at))
            {
                foreach (var earlier in before[at])
                {
                    share[earlier] += paths[earlier] / paths[at] * (1 + share[at]);
                }

                between[at] += at == source ? 0 : share[at];
            }
        }

        // Each pair was walked from both its ends.
        var pairs = (n - 1.0) * (n - 2.0);
        return n < 3 ? between : [.. between.Select(b => b / pairs)];
    }

    /// <summary>Those who alone hold a part to the rest: without them somebody could reach fewer others.</summary>
    public IReadOnlyList<AgencyId> Bridges()
    {
        var n = Nodes.Count;
        var (order, low) = (new int[n], new int[n]);
        var bridges = new SortedSet<int>();
        var counter = 0;
        for (var root = 0; root < n; root++)
        {
            if (order[root] != 0)
            {
                continue;
            }

            var children = 0;
            var path = new Stack<(int Node, int Parent, int Next)>();
            order[root] = low[root] = ++counter;
            path.Push((root, -1, 0));
            while (path.TryPop(out var step))
            {
                var (node, parent, next) = step;
                if (next < neighbours[node].Length)
                {
                    path.Push((node, parent, next + 1));
                    var other = neighbours[node][next];
                    if (order[other] == 0)
                    {
                        order[other] = low[other] = ++counter;
                        children += node == root ? 1 : 0;
                        path.Push((other, node, 0));
                    }
                    else if (other != parent)
                    {
                        low[node] = Math.Min(low[node], order[other]);
                    }
                }
                else if (parent >= 0)
                {
                    low[parent] = Math.Min(low[parent], low[node]);
                    if (parent != root && low[node] >= order[parent])
                    {
                        bridges.Add(parent);
                    }
                }
            }

            if (children > 1)
            {
                bridges.Add(root);
            }
        }

        return [.. bridges.Select(b => Nodes[b])];
    }
}

/// <summary>Two agencies that came to the same meetings, or took on actions of the same meetings.</summary>
/// <param name="Strength">How often.</param>
public sealed record AgencyTie(AgencyId One, AgencyId Other, int Strength = 1);

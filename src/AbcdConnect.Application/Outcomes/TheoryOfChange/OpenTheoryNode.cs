using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.TheoryOfChange;

/// <summary>One thing of the theory: what is known of it this month, from how many people, and what is missing.</summary>
/// <param name="Edition">Null: the newest adopted, or the draft where none is; 0: the draft.</param>
[Requires(Permission.SeeTheory)]
public sealed record OpenTheoryNode(string Key, string Node, int? Edition = null) : IRequest<NodeKnown>;

/// <param name="Month">The month the figures are of: the last that ended.</param>
/// <param name="ShowsFigures">False for a reader of published reports only: the figures are in those.</param>
/// <param name="Stories">How many stories that may be used were told of it in the last twelve months; small numbers as they may be shown.</param>
/// <param name="Missing">What is missing to know it better, a sentence each.</param>
public sealed record NodeKnown(
    string Theory,
    string Title,
    int Edition,
    bool IsDraft,
    long Version,
    bool MayChange,
    TheoryNode Node,
    YearMonth Month,
    bool ShowsFigures,
    IReadOnlyList<NodeFigure> Figures,
    IReadOnlyList<NodeMeasure> Measures,
    PublishedCount Stories,
    IReadOnlyList<NodeLink> From,
    IReadOnlyList<NodeLink> To,
    IReadOnlyList<string> Missing,
    IReadOnlyList<TheoryNode> MayLeadTo);

public sealed record NodeFigure(MetricDefinition Definition, int? InMonth, decimal? Promised, int? InYear, decimal? PromisedInYear);

public sealed record NodeMeasure(string Measure, string Score, string Title, ScoreFinding? Finding);

public sealed record NodeLink(TheoryNode Other, EvidenceStrength Strength, string? Evidence);

internal sealed class OpenTheoryNodeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenTheoryNode, NodeKnown>
{
    public async Task<NodeKnown> Handle(OpenTheoryNode request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var may = viewer.May(Permission.ChangeTheory);
        var editions = db.Theories.AsNoTracking().Where(t => t.ProgrammeId == viewer.ProgrammeId && t.Key == request.Key && (may || t.AdoptedOn != null));
        var theory = request.Edition switch
        {
            0 => await editions.FirstOrDefaultAsync(t => t.AdoptedOn == null, cancellationToken),
            { } number => await editions.FirstOrDefaultAsync(t => t.Edition == number, cancellationToken),
            null => await editions.OrderByDescending(t => t.AdoptedOn != null).ThenByDescending(t => t.Edition).FirstOrDefaultAsync(cancellationToken),
        }
        ?? throw new NotFoundException("theory of change");
        var content = theory.Read();
        var node = content.Node(request.Node) ?? throw new NotFoundException("part of the theory of change");
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, cancellationToken);
        var begun = YearMonth.Containing(programme.StartsOn);
        var month = YearMonth.Containing(today).Previous is var last && last >= begun ? last : begun;
        var shows = viewer.May(Permission.SeeFigures);
        var figures = shows ? await Figures(node, programme, month, today, cancellationToken) : [];
        var measures = shows ? await Measured(node, viewer, programme.StartsOn, today, cancellationToken) : [];
        var stories = shows && node.Layer >= TheoryLayer.Outcomes ? await Stories(node, viewer, today, cancellationToken) : 0;
        var from = content.Links.Where(l => l.To == node.Key).Select(l => new NodeLink(content.Node(l.From)!, l.Strength, l.Evidence)).ToList();
        var to = content.Links.Where(l => l.From == node.Key).Select(l => new NodeLink(content.Node(l.To)!, l.Strength, l.Evidence)).ToList();
        return new NodeKnown(
            theory.Key,
            content.Title,
            theory.Edition,
            theory.AdoptedOn is null,
            theory.AdoptedOn is null ? theory.Version : 0,
            may,
            node,
            month,
            shows,
            figures,
            measures,
            programme.Disclosure.Count(stories),
            from,
            to,
            [.. Missing(node, from, figures, measures, stories, shows)],
            [.. content.Nodes.Where(n => n.Layer > node.Layer && to.TrueForAll(l => l.Other.Key != n.Key))]);
    }

    private async Task<IReadOnlyList<NodeFigure>> Figures(TheoryNode node, Domain.Programmes.Programme programme, YearMonth month, DateOnly today, CancellationToken token)
    {
        var metrics = (node.Metrics ?? []).Select(n => MetricName.TryParse(n, out var metric) ? (Metric?)metric : null).OfType<Metric>().ToList();
        if (metrics.Count == 0)
        {
            return [];
        }

        var book = await FigureBook.Read(db, programme, month, today, false, 0, token);
        return metrics.ConvertAll(m => new NodeFigure(
            MetricDefinitions.Of(m),
            Shown(m, book.Value(m, month)),
            book.Promises.Of(m, month),
            Shown(m, book.Value(m, month, MetricPeriod.YearToDate)),
            book.InYear(m).Promised));

        // People are counted in some of them: a few would give one away.
        int? Shown(Metric metric, int? value) => value is { } known && MetricDefinitions.Of(metric).CountsPeople ? programme.Disclosure.Count(known).Value : value;
    }

    private async Task<IReadOnlyList<NodeMeasure>> Measured(TheoryNode node, Viewer viewer, DateOnly begun, DateOnly today, CancellationToken token)
    {
        if (node.Measures is not { Count: > 0 } wanted)
        {
            return [];
        }

        var shelf = await MeasureShelf.Read(db, viewer.ProgrammeId, token);
        var findings = await MeasureFindings.Read(db, viewer.ProgrammeId, null, begun, today, token);
        return
        [
            .. from name in wanted
               let parts = name.Split('/')
               where parts.Length == 2
               let measure = shelf.Current(parts[0])
               let score = measure?.Scores.FirstOrDefault(s => s.Key == parts[1])
               where score is not null
               select new NodeMeasure(measure.Label, name, score.Title, findings.Measures.FirstOrDefault(m => m.Code == measure.Code)?.Scores.FirstOrDefault(s => s.Key == score.Key)),
        ];
    }

    private async Task<int> Stories(TheoryNode node, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var since = today.AddYears(-1);
        var (title, code) = (node.Title, $" {node.Key} ");
        return await db.Stories.Where(s => s.ProgrammeId == viewer.ProgrammeId && s.ToldOn >= since && (s.Outcome == title || (s.OutcomeCodes != null && s.OutcomeCodes.Contains(code)))).UsableOn(today, db).CountAsync(token);
    }

    private static IEnumerable<string> Missing(TheoryNode node, List<NodeLink> from, IReadOnlyList<NodeFigure> figures, IReadOnlyList<NodeMeasure> measures, int stories, bool shows)
    {
        if (node.Layer == TheoryLayer.Outputs && node.Metrics is not { Count: > 0 })
        {
            yield return "No figure counts this output.";
        }

        foreach (var figure in figures)
        {
            if (figure.Promised is null && node.Layer == TheoryLayer.Outputs)
            {
                yield return $"Nothing is promised for “{figure.Definition.Title}”: there is no target to hold it against.";
            }

            if (figure.InMonth is null && !figure.Definition.CountsPeople)
            {
                yield return $"“{figure.Definition.Title}” has not been compiled for this month.";
            }
        }

        if (node.Layer == TheoryLayer.Outcomes && measures.Count == 0 && shows && node.Measures is not { Count: > 0 })
        {
            yield return "No measure is tied to this outcome: nobody is asked.";
        }

        foreach (var measure in measures)
        {
            if (measure.Finding is not { } finding)
            {
                yield return $"Nobody has been due to be asked twice about {measure.Title}.";
            }
            else if (finding.IsIndicative)
            {
                yield return $"Fewer than {PairedChange.Enough} people have answered twice about {measure.Title}: it points somewhere and proves nothing.";
            }
        }

        if (node.Layer == TheoryLayer.Outcomes && stories == 0 && shows)
        {
            yield return "No story that may be used tells of it in the last twelve months.";
        }

        foreach (var indicator in node.Indicators ?? [])
        {
            yield return $"Nobody keeps this here: {indicator}.";
        }

        if (node.Layer > TheoryLayer.Inputs && from.Count == 0)
        {
            yield return "Nothing is said to lead to it.";
        }

        foreach (var link in from.Where(l => l.Strength == EvidenceStrength.Assumed))
        {
            yield return $"That “{link.Other.Title}” leads to it is assumed, not shown.";
        }
    }
}

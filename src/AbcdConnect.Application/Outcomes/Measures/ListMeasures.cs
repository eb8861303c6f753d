using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Every measure the programme could ask, with its words, licence and source, and whether it does.</summary>
[Requires(Permission.SeeFigures)]
public sealed record ListMeasures : IRequest<IReadOnlyList<KnownMeasure>>;

public sealed record KnownMeasure(MeasureDefinition Newest, bool IsAsked, bool IsOwn, IReadOnlyList<MeasureDefinition> Earlier);

internal sealed class ListMeasuresHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListMeasures, IReadOnlyList<KnownMeasure>>
{
    public async Task<IReadOnlyList<KnownMeasure>> Handle(ListMeasures request, CancellationToken cancellationToken)
    {
        var shelf = await MeasureShelf.Read(db, current.Required().ProgrammeId, cancellationToken);
        return [.. shelf.Newest.Select(m => new KnownMeasure(
            m,
            shelf.IsAsked(m.Code),
            m.Code.StartsWith(OwnMeasure.Prefix, StringComparison.Ordinal),
            [.. shelf.Wordings(m.Code).Where(w => w.Wording < m.Wording).OrderByDescending(w => w.Wording)]))];
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Every measure the programme could ask, with its words, licence and source, and whether it does.</summary>
[Requires(Permission.SeeFigures)]
public sealed record ListMeasures : IRequest<KnownMeasures>;

/// <param name="FollowUps">After how many months people are asked again.</param>
public sealed record KnownMeasures(IReadOnlyList<KnownMeasure> Measures, IReadOnlyList<int> FollowUps);

public sealed record KnownMeasure(MeasureDefinition Newest, bool IsAsked, bool IsOwn, IReadOnlyList<MeasureDefinition> Earlier);

internal sealed class ListMeasuresHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListMeasures, KnownMeasures>
{
    public async Task<KnownMeasures> Handle(ListMeasures request, CancellationToken cancellationToken)
    {
        var id = current.Required().ProgrammeId;
        var shelf = await MeasureShelf.Read(db, id, cancellationToken);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        return new KnownMeasures([.. shelf.Newest.Select(m => new KnownMeasure(
            m,
            shelf.IsAsked(m.Code),
            m.Code.StartsWith(OwnMeasure.Prefix, StringComparison.Ordinal),
            [.. shelf.Wordings(m.Code).Where(w => w.Wording < m.Wording).OrderByDescending(w => w.Wording)]))], programme.FollowUpMonths);
    }
}

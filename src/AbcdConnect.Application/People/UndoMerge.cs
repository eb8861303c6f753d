using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>They were two people after all: what was moved goes back to its owner. What was written since stays with the kept record.</summary>
[Requires(Permission.ChangePeople)]
public sealed record UndoMerge(PersonMergeId Id) : IRequest<PersonId>;

internal sealed class UndoMergeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<UndoMerge, PersonId>
{
    public async Task<PersonId> Handle(UndoMerge request, CancellationToken cancellationToken)
    {
        var visible = db.People.VisibleTo(current.Required(), db, clock.Today());
        var merge = await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException("merge");
        var (keptId, mergedId) = (merge.KeptId, merge.MergedId);
        var kept = await visible.SingleOrDefaultAsync(p => p.Id == keptId, cancellationToken) ?? throw new NotFoundException("merge");
        var merged = await db.People.SingleAsync(p => p.Id == mergedId, cancellationToken);
        merge.Undo(clock.GetUtcNow());
        merged.UndoMerge();
        await db.MarkMonths(kept.ProgrammeId, [kept.Id], clock.GetUtcNow(), cancellationToken);
        await MovedRows.FromJson(merge.Moved).PutBack(db, merged, kept, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return merged.Id;
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Two records of one person become one. Both histories are kept, and it can be undone.</summary>
/// <param name="Kept">The record that the story is told under from now on.</param>
/// <param name="Details">What is chosen from the two, field by field.</param>
[Requires(Permission.ChangePeople)]
public sealed record MergePeople(PersonId Kept, long KeptVersion, PersonId Merged, long MergedVersion, PersonDetails Details) : IRequest<PersonMergeId>;

internal sealed class MergePeopleValidator : AbstractValidator<MergePeople>
{
    public MergePeopleValidator() => RuleFor(r => r.Details).SetValidator(new PersonDetailsValidator());
}

internal sealed class MergePeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MergePeople, PersonMergeId>
{
    public async Task<PersonMergeId> Handle(MergePeople request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var visible = db.People.VisibleTo(viewer, db, clock.Today());
        var (keptId, mergedId) = (request.Kept, request.Merged);
        var kept = await visible.SingleOrDefaultAsync(p => p.Id == keptId, cancellationToken) ?? throw new NotFoundException("person");
        var merged = await visible.SingleOrDefaultAsync(p => p.Id == mergedId, cancellationToken) ?? throw new NotFoundException("person");
        kept.MustStillBe(request.KeptVersion);
        merged.MustStillBe(request.MergedVersion);
        var before = kept.ToDetails();
        merged.MergeInto(kept);
        kept.Change(request.Details);

        var moved = await MovedRows.Move(db, merged, kept, before, cancellationToken);
        await db.MarkMonths(kept.ProgrammeId, [kept.Id, merged.Id], clock.GetUtcNow(), cancellationToken);
        var merge = new PersonMerge { KeptId = kept.Id, MergedId = merged.Id, MergedBy = viewer.UserId, MergedAt = clock.GetUtcNow(), Moved = moved.ToJson() };
        db.PersonMerges.Add(merge);
        await db.SaveChangesAsync(cancellationToken);
        return merge.Id;
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Puts right what was agreed: the words, whose it is, by when.</summary>
[Requires(Permission.RunMeetings)]
public sealed record ChangeAction(ActionId Id, ActionDetails Details, long Version) : IRequest;

internal sealed class ChangeActionValidator : AbstractValidator<ChangeAction>
{
    public ChangeActionValidator() => RuleFor(r => r.Details).SetValidator(new ActionDetailsValidator());
}

internal sealed class ChangeActionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeAction>
{
    public async Task Handle(ChangeAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.MeetingActions.VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("action");
        action.MustStillBe(request.Version);
        var agency = await db.AgencyOf(viewer, request.Details, cancellationToken);
        await db.MustBeDecidedAt(action.MeetingId, request.Details.DecisionId, cancellationToken);
        action.CarriesOut(request.Details.DecisionId);
        action.AgreedUnder(await db.ItemOf(action.MeetingId, request.Details.ItemId, cancellationToken));
        action.Change(request.Details.Text, agency, request.Details.OwnerId, request.Details.DueOn);
        await db.SaveChangesAsync(cancellationToken);
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>An agency leaves the table on a day, or comes back. What it did stays.</summary>
/// <param name="On">Its last day, or null: it is back.</param>
[Requires(Permission.ChangeAgencies)]
public sealed record LeaveTable(AgencyId Id, DateOnly? On) : IRequest;

internal sealed class LeaveTableValidator : AbstractValidator<LeaveTable>
{
    public LeaveTableValidator(TimeProvider clock) =>
        RuleFor(r => r.On).Must(on => on is null || on <= clock.Today()).WithMessage("Enter a day that has been; an agency stays until it leaves");
}

internal sealed class LeaveTableHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<LeaveTable>
{
    public async Task Handle(LeaveTable request, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.VisibleTo(current.Required()).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("agency");
        if (request.On is { } on)
        {
            agency.Leave(on);
            var people = await db.Practitioners.Where(p => p.AgencyId == request.Id).Select(p => p.Id).ToListAsync(cancellationToken);
            await InvitationLetters.LeaveMeetings(db, people, clock.Today(), clock.GetUtcNow(), cancellationToken);
        }
        else
        {
            agency.Return();
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Puts right what is known of a practitioner, which sign-in is theirs, and whether they have moved on.</summary>
/// <param name="SignsInAs">A member who speaks for the agency, or null for nobody.</param>
[Requires(Permission.ChangeAgencies)]
public sealed record ChangePractitioner(PractitionerId Id, PractitionerDetails Details, UserId? SignsInAs, bool HasMovedOn, long Version) : IRequest;

internal sealed class ChangePractitionerValidator : AbstractValidator<ChangePractitioner>
{
    public ChangePractitionerValidator() => RuleFor(r => r.Details).SetValidator(new PractitionerDetailsValidator());
}

internal sealed class ChangePractitionerHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangePractitioner>
{
    public async Task Handle(ChangePractitioner request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var practitioner = await db.Practitioners.VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("practitioner");
        practitioner.MustStillBe(request.Version);
        if (request.SignsInAs is { } user && user != practitioner.UserId)
        {
            await MustBeFree(user, practitioner, cancellationToken);
        }

        var before = practitioner.Email;
        practitioner.Change(practitioner.AgencyId, request.Details.Name, request.Details.JobTitle, request.Details.Email);
        practitioner.SignsInAs(request.SignsInAs);
        if (!request.HasMovedOn)
        {
            practitioner.Return();
        }
        else if (practitioner.LeftOn is null)
        {
            practitioner.Leave(clock.Today());
            await OfferActions(practitioner, viewer, cancellationToken);
            await InvitationLetters.LeaveMeetings(db, [practitioner.Id], clock.Today(), clock.GetUtcNow(), cancellationToken);
        }

        if (practitioner.LeftOn is null && before is not null && practitioner.Email is { } address && Invitation.KeyOf(address) != Invitation.KeyOf(before))
        {
            await InvitationLetters.FollowAddress(db, practitioner.Id, before, clock.Today(), clock.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // What they had taken on stays with their agency, until somebody there takes it.
    private async Task OfferActions(Practitioner practitioner, Viewer viewer, CancellationToken token)
    {
        var id = practitioner.Id;
        foreach (var action in await db.MeetingActions.Where(a => a.OwnerId == id && a.DoneOn == null && a.DroppedOn == null).ToListAsync(token))
        {
            action.OfferToAgency(practitioner.Name, viewer.UserId, clock.GetUtcNow());
        }
    }

    // A sign-in opens the meetings its practitioner is invited to: it must be one of the same agency's, and one person's only.
    // Somebody who works for two agencies stands in both, by the same name and with the same sign-in.
    private async Task MustBeFree(UserId user, Practitioner practitioner, CancellationToken token)
    {
        var (name, id) = (practitioner.Name, practitioner.Id);
        if (await db.Practitioners.AnyAsync(p => p.UserId == user && p.Id != id && p.AgencyId != practitioner.AgencyId && p.Name == name, token)
            && !await db.Practitioners.AnyAsync(p => p.UserId == user && p.Id != id && (p.AgencyId == practitioner.AgencyId || p.Name != name), token))
        {
            return;
        }

        if (!await db.Members.AnyAsync(m => m.Id == user && m.Role == Role.Partner && m.AgencyId == practitioner.AgencyId, token))
        {
            throw new DomainRuleException("That sign-in is not one of this agency's. An administrator can give them one.");
        }

        if (await db.Practitioners.AnyAsync(p => p.UserId == user && p.Id != practitioner.Id, token))
        {
            throw new DomainRuleException("Somebody else at the table uses that sign-in already.");
        }
    }
}

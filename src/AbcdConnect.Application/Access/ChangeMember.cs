using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Changes a member's name, role, agency or neighbourhoods. What they may see changes with their next page.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ChangeMember(UserId Id, long Version, MemberDetails Details) : IRequest;

internal sealed class ChangeMemberValidator : AbstractValidator<ChangeMember>
{
    public ChangeMemberValidator() => RuleFor(r => r.Details).SetValidator(new MemberDetailsValidator());
}

internal sealed class ChangeMemberHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeMember>
{
    public async Task Handle(ChangeMember request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var member = await db.Members.VisibleTo(viewer).RequiredAsync(request.Id, cancellationToken);
        member.MustStillBe(request.Version);
        if (request.Details.Role != Role.Administrator)
        {
            await db.MustNotBeLastAdministratorAsync(member, cancellationToken);
        }

        var details = await request.Details.FittingAsync(db, viewer.ProgrammeId, cancellationToken);
        member.Change(details.Name, details.Role, details.AgencyId, details.Neighbourhoods);
        await db.SaveChangesAsync(cancellationToken);
    }
}

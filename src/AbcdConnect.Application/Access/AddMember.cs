using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Lets somebody in: a member with a temporary password, which they change when they first sign in.</summary>
[Requires(Permission.ManageUsers)]
public sealed record AddMember(MemberDetails Details, string Email) : IRequest<AddedMember>;

/// <param name="AgencyId">The agency a partner practitioner speaks for; for other roles not kept.</param>
/// <param name="Neighbourhoods">Where a worker works; for other roles not kept.</param>
public sealed record MemberDetails(string Name, Role Role, AgencyId? AgencyId, IReadOnlyList<NeighbourhoodId> Neighbourhoods);

public sealed record AddedMember(UserId Id, TemporaryPassword Password);

internal sealed class AddMemberValidator : AbstractValidator<AddMember>
{
    public AddMemberValidator()
    {
        RuleFor(r => r.Details).SetValidator(new MemberDetailsValidator());
        RuleFor(r => r.Email)
            .Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter an e-mail address, such as name@example.org")
            .MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters")
            .Must(e => e.Trim() is var address && address.IndexOf('@') is > 0 and var at && address.LastIndexOf('@') == at && at < address.Length - 1 && !address.Any(char.IsWhiteSpace))
            .WithMessage("Enter an e-mail address, such as name@example.org");
    }
}

internal sealed class MemberDetailsValidator : AbstractValidator<MemberDetails>
{
    public MemberDetailsValidator()
    {
        RuleFor(d => d.Name)
            .NotEmpty().WithMessage("Enter the name that others will see")
            .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.Role).IsInEnum().WithMessage("Choose a role");
        RuleFor(d => d.AgencyId).NotNull().When(d => d.Role == Role.Partner).WithMessage("Choose the agency they speak for");
        RuleFor(d => d.Neighbourhoods).NotEmpty().When(d => d.Role == Role.Worker).WithMessage("Choose at least one neighbourhood they work in");
    }
}

internal sealed class AddMemberHandler(IAbcdDbContext db, ICurrentViewer current, IAccounts accounts) : IRequestHandler<AddMember, AddedMember>
{
    public async Task<AddedMember> Handle(AddMember request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var details = await request.Details.FittingAsync(db, programme, cancellationToken);
        var email = request.Email.Trim();
        // An account alone opens nothing; should the next step fail, adding them again takes it over.
        var id = await accounts.OpenAsync(email, cancellationToken);
        db.Members.Add(Member.Welcome(id, programme, details.Name, email, details.Role, details.AgencyId, details.Neighbourhoods));
        await db.SaveChangesAsync(cancellationToken);
        return new AddedMember(id, await accounts.GiveTemporaryPasswordAsync(id, cancellationToken));
    }
}

internal static class MemberDetailsRules
{
    /// <summary>Keeps only what the role has, and only places and agencies of the programme.</summary>
    public static async Task<MemberDetails> FittingAsync(this MemberDetails details, IAbcdDbContext db, ProgrammeId programme, CancellationToken token)
    {
        var asked = details.Neighbourhoods.ToList();
        var places = details.Role == Role.Worker
            ? await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && asked.Contains(n.Id)).Select(n => n.Id).ToListAsync(token)
            : [];
        var agency = details.Role == Role.Partner ? details.AgencyId : null;
        if (agency is not null && !await db.Agencies.AnyAsync(a => a.ProgrammeId == programme && a.Id == agency, token))
        {
            throw new DomainRuleException("There is no such agency. Choose another.");
        }

        return details with { Name = details.Name.Trim(), AgencyId = agency, Neighbourhoods = places };
    }
}

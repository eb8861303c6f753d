using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>An agency comes to the table.</summary>
[Requires(Permission.ChangeAgencies)]
public sealed record JoinAgency(string Name, Sector Sector) : IMakes<AgencyId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class JoinAgencyValidator : AbstractValidator<JoinAgency>
{
    public JoinAgencyValidator()
    {
        RuleFor(r => r.Name).AgencyName();
        RuleFor(r => r.Sector).IsInEnum().WithMessage("Choose a sector");
    }
}

internal sealed class JoinAgencyHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<JoinAgency, AgencyId>
{
    public async Task<AgencyId> Handle(JoinAgency request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustBeNewName(viewer, request.Name, null, cancellationToken);
        var agency = Agency.Join(viewer.ProgrammeId, request.Name, request.Sector);
        db.Agencies.Add(agency);
        await db.SaveChangesAsync(cancellationToken);
        return agency.Id;
    }
}

internal static class AgencyRules
{
    public static IRuleBuilderOptions<T, string> AgencyName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Enter the agency's name")
        .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");

    /// <summary>Two agencies of one name would split one history.</summary>
    public static async Task MustBeNewName(this IAbcdDbContext db, Viewer viewer, string name, AgencyId? except, CancellationToken token)
    {
        var tidy = Words.Tidy(name);
        if (await db.Agencies.AnyAsync(a => a.ProgrammeId == viewer.ProgrammeId && a.Name == tidy && (except == null || a.Id != except), token))
        {
            throw new DomainRuleException($"{tidy} is on the list already. If it left, open it and welcome it back.");
        }
    }
}

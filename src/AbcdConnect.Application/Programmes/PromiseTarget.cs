using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Promises something from a month on.</summary>
/// <param name="Neighbourhood">Null for the whole programme.</param>
[Requires(Permission.ChangeProgramme)]
public sealed record PromiseTarget(Metric? Metric, NeighbourhoodId? Neighbourhood, TargetDetails Details) : IMakes<TargetId>
{
    public Guid? SubmissionId { get; set; }
}

/// <param name="PerFte">The share of full time that the amount is for: 0.5 for "each half-time worker"; null where it stands however many staff there are.</param>
public sealed record TargetDetails(decimal? Amount, TargetPeriod Per, decimal? PerFte, YearMonth? From, YearMonth? To);

internal sealed class PromiseTargetValidator : AbstractValidator<PromiseTarget>
{
    public PromiseTargetValidator()
    {
        RuleFor(r => r.Metric).NotNull().WithMessage("Choose what is promised").IsInEnum().WithMessage("Choose what is promised");
        RuleFor(r => r.Details).SetValidator(new TargetDetailsValidator());
    }
}

internal sealed class TargetDetailsValidator : AbstractValidator<TargetDetails>
{
    public TargetDetailsValidator()
    {
        RuleFor(d => d.Amount)
            .NotNull().WithMessage("Enter how many, such as 70")
            .InclusiveBetween(0, 1_000_000).WithMessage("Enter a number between 0 and 1,000,000");
        RuleFor(d => d.Per).IsInEnum().WithMessage("Choose a month or a year");
        RuleFor(d => d.PerFte).Must(f => f is null or (> 0 and <= 1)).WithMessage("Enter a share of full time, such as 0.5, or leave it empty");
        RuleFor(d => d.From).NotNull().WithMessage("Enter the first month it holds for, such as 2026-04");
        RuleFor(d => d.To).Must((d, to) => to is null || d.From is null || to >= d.From).WithMessage("It would end before it begins");
    }
}

internal sealed class PromiseTargetHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<PromiseTarget, TargetId>
{
    public async Task<TargetId> Handle(PromiseTarget request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (request.Neighbourhood is { } place && !await db.Neighbourhoods.VisibleTo(viewer).AnyAsync(n => n.Id == place, cancellationToken))
        {
            throw new NotFoundException("neighbourhood");
        }

        var details = request.Details;
        var target = Target.Promise(viewer.ProgrammeId, request.Metric!.Value, request.Neighbourhood, details.Amount!.Value, details.Per, details.PerFte, details.From!.Value, details.To);
        await db.MustNotOverlap(target, cancellationToken);
        db.Targets.Add(target);
        await db.SaveChangesAsync(cancellationToken);
        return target.Id;
    }
}

internal static class TargetRules
{
    /// <summary>Two promises of the same thing in one month would leave nobody sure which to hold the figure against.</summary>
    public static async Task MustNotOverlap(this IAbcdDbContext db, Target target, CancellationToken token)
    {
        var (programme, metric) = (target.ProgrammeId, target.Metric);
        var others = await db.Targets.AsNoTracking().Where(t => t.ProgrammeId == programme && t.Metric == metric && t.Id != target.Id).ToListAsync(token);
        if (others.Find(target.Overlaps) is { } other)
        {
            throw new DomainRuleException($"There is a target for this already, from {other.From.ToWords()}{(other.To is { } to ? $" to {to.ToWords()}" : "")}. End it the month before the new one begins.");
        }
    }
}

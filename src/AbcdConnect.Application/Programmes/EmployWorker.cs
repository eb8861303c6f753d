using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Somebody works for the programme, so much of full time, from a month on.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record EmployWorker(UserId? Worker, PostDetails Details) : IMakes<StaffingId>
{
    public Guid? SubmissionId { get; set; }
}

/// <param name="Fte">1 is full time.</param>
public sealed record PostDetails(decimal? Fte, YearMonth? From, YearMonth? To);

internal sealed class EmployWorkerValidator : AbstractValidator<EmployWorker>
{
    public EmployWorkerValidator()
    {
        RuleFor(r => r.Worker).NotNull().WithMessage("Choose who");
        RuleFor(r => r.Details).SetValidator(new PostDetailsValidator());
    }
}

internal sealed class PostDetailsValidator : AbstractValidator<PostDetails>
{
    public PostDetailsValidator()
    {
        RuleFor(d => d.Fte).NotNull().WithMessage("Enter the share of full time, such as 0.5")
            .Must(f => f is null or (> 0 and <= 1)).WithMessage("Enter a share of full time above 0 and at most 1: half-time is 0.5");
        RuleFor(d => d.From).NotNull().WithMessage("Enter the first month, such as 2026-04");
        RuleFor(d => d.To).Must((d, to) => to is null || d.From is null || to >= d.From).WithMessage("The post would end before it begins");
    }
}

internal sealed class EmployWorkerHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<EmployWorker, StaffingId>
{
    public async Task<StaffingId> Handle(EmployWorker request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var worker = request.Worker!.Value;
        if (!await db.Members.AnyAsync(m => m.Id == worker && m.ProgrammeId == viewer.ProgrammeId && (m.Role == Role.Worker || m.Role == Role.Coordinator), cancellationToken))
        {
            throw new NotFoundException("worker");
        }

        var post = Staffing.Employ(viewer.ProgrammeId, worker, request.Details.From!.Value, request.Details.To, request.Details.Fte!.Value);
        await db.MustFitOnePerson(post, cancellationToken);
        db.Staffing.Add(post);
        await db.SaveChangesAsync(cancellationToken);
        return post.Id;
    }
}

internal static class PostRules
{
    /// <summary>Nobody is more than one full-time worker in any month: targets by FTE would promise too much.</summary>
    public static async Task MustFitOnePerson(this IAbcdDbContext db, Staffing post, CancellationToken token)
    {
        var worker = post.WorkerId;
        var others = await db.Staffing.AsNoTracking().Where(s => s.WorkerId == worker && s.Id != post.Id).ToListAsync(token);

        // The sum changes only where a post begins.
        var starts = others.Select(o => o.From).Append(post.From).Where(post.IsIn);
        foreach (var month in starts)
        {
            if (others.Where(o => o.IsIn(month)).Sum(o => o.Fte) + post.Fte > 1)
            {
                throw new DomainRuleException($"Together with their other post they would work more than full time in {month.ToWords()}. End the other post first.");
            }
        }
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Metrics;

/// <summary>Has the figures compiled in the background: the answer comes at once, the run is looked at while it goes.</summary>
[Requires(Permission.CompileFigures)]
public sealed record StartCompiling(CompileWhat What, YearMonth? Month = null) : IRequest<CompilingStarted>;

/// <param name="Already">Another run was going on; this is it.</param>
public sealed record CompilingStarted(JobRunId Run, bool Already);

internal sealed class StartCompilingValidator : AbstractValidator<StartCompiling>
{
    public StartCompilingValidator()
    {
        RuleFor(r => r.What).IsInEnum();
        RuleFor(r => r.Month).NotNull().When(r => r.What == CompileWhat.OneMonth).WithMessage("Choose the month to compile");
    }
}

internal sealed class StartCompilingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IJobScheduler scheduler) : IRequestHandler<StartCompiling, CompilingStarted>
{
    public async Task<CompilingStarted> Handle(StartCompiling request, CancellationToken cancellationToken)
    {
        if (!scheduler.IsRunning)
        {
            throw new DomainRuleException("Jobs are switched off in this process (the setting Jobs:Run). Compile with the command line: abcd compile --all.");
        }

        var viewer = current.Required();
        var job = request.What switch
        {
            CompileWhat.OneMonth => $"Compile {request.Month!.Value.ToWords()}",
            CompileWhat.EveryMonth => "Compile every month",
            _ => "Compile the changed months",
        };
        var (run, mine) = await new RunKeeper(db, clock, viewer.ProgrammeId).Begin(job, viewer.Name, cancellationToken);
        if (mine)
        {
            // From here on somebody else has it in hand: a reader who leaves the page does not stop it.
            await scheduler.StartNow(viewer.ProgrammeId, run.Id, request.What, request.Month, CancellationToken.None);
        }

        return new CompilingStarted(run.Id, !mine);
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Metrics;
using MediatR;

namespace AbcdConnect.Application.Metrics;

/// <summary>Compiles every month since the programme began.</summary>
/// <param name="Run">The run to go on with, where one was begun already.</param>
/// <param name="PercentDone">Told how far it is, for a progress bar.</param>
[Requires(Permission.CompileFigures)]
public sealed record CompileAll(JobRunId? Run = null, Action<int>? PercentDone = null) : IRequest<CompileAnswer>;

internal sealed class CompileAllHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CompileAll, CompileAnswer>
{
    public Task<CompileAnswer> Handle(CompileAll request, CancellationToken cancellationToken) =>
        CompileMonths.Run(
            db,
            current.Required(),
            clock,
            request.Run,
            "Compile every month",
            startedBy: null,
            compiler => Task.FromResult(compiler.All()),
            request.PercentDone,
            cancellationToken);
}

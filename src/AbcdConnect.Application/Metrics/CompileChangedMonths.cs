using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Metrics;
using MediatR;

namespace AbcdConnect.Application.Metrics;

/// <summary>Compiles the months with entries newer than their figures, and those that these reach into.</summary>
/// <param name="Run">The run to go on with, where one was begun already.</param>
/// <param name="StartedBy">"every night", for example; the viewer's name unless given.</param>
[Requires(Permission.CompileFigures)]
public sealed record CompileChangedMonths(JobRunId? Run = null, string? StartedBy = null) : IRequest<CompileAnswer>;

internal sealed class CompileChangedMonthsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CompileChangedMonths, CompileAnswer>
{
    public Task<CompileAnswer> Handle(CompileChangedMonths request, CancellationToken cancellationToken) =>
        CompileMonths.Run(
            db,
            current.Required(),
            clock,
            request.Run,
            "Compile the changed months",
            request.StartedBy,
            compiler => compiler.Changed(cancellationToken),
            percentDone: null,
            cancellationToken);
}

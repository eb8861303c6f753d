using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using MediatR;

namespace AbcdConnect.Application.Metrics;

/// <summary>Compiles one month: asked for by somebody, or when the month has ended.</summary>
/// <param name="Run">The run to go on with, where one was begun already.</param>
/// <param name="StartedBy">"on the 1st", for example; the viewer's name unless given.</param>
[Requires(Permission.CompileFigures)]
public sealed record CompileMonth(YearMonth Month, JobRunId? Run = null, string? StartedBy = null) : IRequest<CompileAnswer>;

internal sealed class CompileMonthHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CompileMonth, CompileAnswer>
{
    public Task<CompileAnswer> Handle(CompileMonth request, CancellationToken cancellationToken) =>
        CompileMonths.Run(
            db,
            current.Required(),
            clock,
            request.Run,
            $"Compile {request.Month.ToWords()}",
            request.StartedBy,
            compiler => Task.FromResult(Only(request.Month, compiler)),
            percentDone: null,
            cancellationToken);

    private static Compiler.Work Only(YearMonth month, Compiler compiler) =>
        month >= compiler.FirstMonth && month <= compiler.ThisMonth
            ? new Compiler.Work([month], new HashSet<YearMonth>())
            : throw new DomainRuleException($"The programme has figures from {compiler.FirstMonth.ToWords()} to {compiler.ThisMonth.ToWords()}; choose a month among these.");
}

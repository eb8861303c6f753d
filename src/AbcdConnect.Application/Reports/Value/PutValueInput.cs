using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Reports.Value;

/// <summary>A sum of money that the programme answers for, with where it comes from: for the report's part on value, where that is chosen.</summary>
[Requires(Permission.PublishReports)]
public sealed record PutValueInput(ValueKind Kind, Metric Metric, decimal? Amount, YearMonth? From, YearMonth? To, string Source) : IMakes<ValueInputId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class PutValueInputValidator : AbstractValidator<PutValueInput>
{
    public PutValueInputValidator()
    {
        RuleFor(r => r.Amount).NotNull().WithMessage("Enter the sum in pounds").GreaterThan(0).WithMessage("Enter a sum above nought");
        RuleFor(r => r.From).NotNull().WithMessage("Enter the first month");
        RuleFor(r => r.To).NotNull().WithMessage("Enter the last month");
        RuleFor(r => r.Source).NotEmpty().WithMessage("Say where the sum comes from: it is shown beside it").MaximumLength(1000).WithMessage("Use at most 1,000 letters");
    }
}

internal sealed class PutValueInputHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<PutValueInput, ValueInputId>
{
    public async Task<ValueInputId> Handle(PutValueInput request, CancellationToken cancellationToken)
    {
        var input = ValueInput.Put(current.Required().ProgrammeId, request.Kind, request.Metric, request.Amount!.Value, request.From!.Value, request.To!.Value, request.Source);
        db.ValueInputs.Add(input);
        await db.SaveChangesAsync(cancellationToken);
        return input.Id;
    }
}

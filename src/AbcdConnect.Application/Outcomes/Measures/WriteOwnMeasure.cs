using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>A programme's own questions, or new words for them. Earlier words stay with the answers given to them.</summary>
/// <param name="Code">Null for new questions.</param>
/// <param name="From">The wording that was open while typing; 0 for new questions.</param>
/// <param name="MeansTheSame">Answers to the wording before may stand beside answers to this one.</param>
[Requires(Permission.ChangeProgramme)]
public sealed record WriteOwnMeasure(string? Code, int From, string Title, IReadOnlyList<OwnQuestion> Questions, bool MeansTheSame) : IMakes<OwnMeasureId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class WriteOwnMeasureValidator : AbstractValidator<WriteOwnMeasure>
{
    public WriteOwnMeasureValidator()
    {
        RuleFor(r => r.Title).NotEmpty().WithMessage("Say what these questions are about").MaximumLength(100).WithMessage("Use at most 100 letters");
        RuleFor(r => r.Questions)
            .Must(q => q.Count is > 0 and <= 10).WithMessage("Write down between one and ten questions")
            .Must(q => q.All(one => one.Words is { Length: > 0 and <= 500 })).WithMessage("A question has at most 500 letters")
            .Must(q => q.All(one => one is { From: >= 0, To: <= 100 } && one.From < one.To)).WithMessage("A scale goes from a lower to a higher number, between 0 and 100");
    }
}

internal sealed class WriteOwnMeasureHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WriteOwnMeasure, OwnMeasureId>
{
    public async Task<OwnMeasureId> Handle(WriteOwnMeasure request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = viewer.ProgrammeId;
        MeasureDefinition? before = null;
        if (request.Code is { } code)
        {
            before = (await db.OwnMeasures.AsNoTracking().Where(m => m.ProgrammeId == programme && m.Code == code).OrderByDescending(m => m.Wording).FirstOrDefaultAsync(cancellationToken))?.Read()
                ?? throw new NotFoundException("set of questions");
            if (before.Wording != request.From)
            {
                throw new DomainRuleException("Somebody wrote other words meanwhile. Open the questions again: yours would be the ones after theirs.");
            }
        }

        var number = await db.OwnMeasures.Where(m => m.ProgrammeId == programme && m.Wording == 1).CountAsync(cancellationToken) + 1;
        var written = OwnMeasure.Write(programme, request.Title, request.Questions, before, request.MeansTheSame, number, viewer.UserId, clock.GetUtcNow());
        db.OwnMeasures.Add(written);
        // Two who write at once: the unique wording lets one through.
        await db.SaveChangesAsync(cancellationToken);
        return written.Id;
    }
}

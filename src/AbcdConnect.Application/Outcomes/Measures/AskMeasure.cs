using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Decides whether a measure is asked from now on. What was answered stays, and those who have begun are still followed up.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record AskMeasure(string Code, bool IsAsked) : IRequest;

internal sealed class AskMeasureHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<AskMeasure>
{
    public async Task Handle(AskMeasure request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var shelf = await MeasureShelf.Read(db, programme, cancellationToken);
        if (shelf.Wordings(request.Code).Count == 0)
        {
            throw new NotFoundException("measure");
        }

        var use = await db.MeasureUses.SingleOrDefaultAsync(u => u.ProgrammeId == programme && u.Code == request.Code, cancellationToken);
        if (use is null)
        {
            db.MeasureUses.Add(new MeasureUse { ProgrammeId = programme, Code = request.Code, IsAsked = request.IsAsked });
        }
        else
        {
            use.IsAsked = request.IsAsked;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

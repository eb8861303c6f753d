using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Home;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Signposting;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>Nobody asks after this signpost any more; what became of it stays not known. Answers with the ticket to take it back with.</summary>
[Requires(Permission.Signpost)]
public sealed record StopAsking(SignpostId Id, DropReason? Reason = null, string? Words = null) : IRequest<Guid?>;

internal sealed class StopAskingValidator : AbstractValidator<StopAsking>
{
    public StopAskingValidator() => RuleFor(r => r.Words).MaximumLength(DayAnswer.LongestWords).WithMessage("Say it in at most 500 letters");
}

internal sealed class StopAskingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<StopAsking, Guid?>
{
    public async Task<Guid?> Handle(StopAsking request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var signpost = await db.Signposts.VisibleTo(viewer, db, today).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("signpost");
        var before = signpost.Stands();
        signpost.StopAsking();
        var ticket = DayAnswers.NoteQuestion(db, viewer, signpost, before, today, DayChoice.Dropped, reason: request.Reason, words: request.Words);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}

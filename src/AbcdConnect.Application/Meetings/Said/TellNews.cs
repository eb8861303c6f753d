using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>A worker brought the news back to whoever raised it.</summary>
[Requires(Permission.LogConversation)]
public sealed record TellNews(SaidSourceId Source) : IRequest;

internal sealed class TellNewsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TellNews>
{
    public async Task Handle(TellNews request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var programme = viewer.ProgrammeId;
        var said = await db.SaidAndDone.Include(s => s.Sources).SingleOrDefaultAsync(s => s.ProgrammeId == programme && s.Sources.Any(o => o.Id == request.Source), cancellationToken)
            ?? throw new NotFoundException("news to bring back");
        var source = said.Sources.Single(s => s.Id == request.Source);
        var theirs = source.ConversationId is { } talk
            ? await db.Conversations.VisibleTo(viewer, db, today).AnyAsync(c => c.Id == talk, cancellationToken)
            : source.SignpostId is { } signpost && await db.Signposts.VisibleTo(viewer, db, today).AnyAsync(s => s.Id == signpost, cancellationToken);
        if (!theirs)
        {
            throw new NotFoundException("news to bring back");
        }

        said.Told(request.Source, today, viewer.UserId);
        db.Touch(said);
        await db.SaveChangesAsync(cancellationToken);
    }
}

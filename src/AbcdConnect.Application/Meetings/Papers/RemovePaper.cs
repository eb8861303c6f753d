using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>Takes a paper away again.</summary>
[Requires(Permission.RunMeetings)]
public sealed record RemovePaper(MeetingId Meeting, MeetingPaperId Paper) : IRequest;

internal sealed class RemovePaperHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<RemovePaper>
{
    public async Task Handle(RemovePaper request, CancellationToken cancellationToken)
    {
        var meetings = db.Meetings.VisibleTo(current.Required(), db);
        var paper = await db.MeetingPapers.SingleOrDefaultAsync(p => p.Id == request.Paper && p.MeetingId == request.Meeting && meetings.Any(m => m.Id == p.MeetingId), cancellationToken)
            ?? throw new NotFoundException("paper");
        db.MeetingPapers.Remove(paper);
        await db.SaveChangesAsync(cancellationToken);
    }
}

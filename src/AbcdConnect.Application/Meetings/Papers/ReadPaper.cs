using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>One paper, for those who may see its meeting.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ReadPaper(MeetingId Meeting, MeetingPaperId Paper) : IRequest<PaperContent>;

public sealed record PaperContent(string Name, string MediaType, byte[] Content);

internal sealed class ReadPaperHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ReadPaper, PaperContent>
{
    public async Task<PaperContent> Handle(ReadPaper request, CancellationToken cancellationToken)
    {
        var meetings = db.Meetings.VisibleTo(current.Required(), db);
        return await db.MeetingPapers
            .Where(p => p.Id == request.Paper && p.MeetingId == request.Meeting && meetings.Any(m => m.Id == p.MeetingId))
            .Select(p => new PaperContent(p.Name, p.MediaType, p.Content))
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("paper");
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>The papers of a meeting, in the order they were added.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ListPapers(MeetingId Meeting) : IRequest<PapersSeen>;

/// <param name="WhyNotInPack">Why the pack lists the papers and does not hold them, where that is so; for those who may change it.</param>
public sealed record PapersSeen(MeetingId Meeting, string Title, DateOnly HeldOn, IReadOnlyList<PaperRow> Papers, bool MayChange, string? WhyNotInPack);

public sealed record PaperRow(MeetingPaperId Id, string Name, string MediaType, int Size);

internal sealed class ListPapersHandler(IAbcdDbContext db, ICurrentViewer current, IPackBinder binder) : IRequestHandler<ListPapers, PapersSeen>
{
    public async Task<PapersSeen> Handle(ListPapers request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting).Select(m => new { m.Title, m.HeldOn }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var may = viewer.May(Permission.RunMeetings);
        return new PapersSeen(request.Meeting, meeting.Title, meeting.HeldOn, await db.Papers(request.Meeting, cancellationToken), may, may ? binder.WhyNot : null);
    }
}

internal static class PaperRows
{
    public static async Task<IReadOnlyList<PaperRow>> Papers(this IAbcdDbContext db, MeetingId meeting, CancellationToken token) =>
        await db.MeetingPapers.Where(p => p.MeetingId == meeting).OrderBy(p => p.Id).Select(p => new PaperRow(p.Id, p.Name, p.MediaType, p.Size)).ToListAsync(token);
}

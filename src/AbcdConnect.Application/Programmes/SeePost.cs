using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>One post, or none yet, and who could hold it.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record SeePost(StaffingId? Id) : IRequest<PostView>;

public sealed record PostView(PostRow? Post, IReadOnlyList<WorkerChoice> Workers);

public sealed record WorkerChoice(UserId Id, string Name);

internal sealed class SeePostHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeePost, PostView>
{
    public async Task<PostView> Handle(SeePost request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        PostRow? post = null;
        if (request.Id is { } id)
        {
            post = await db.Staffing.VisibleTo(viewer).Where(s => s.Id == id)
                .Join(db.Members, s => s.WorkerId, m => m.Id, (s, m) => new PostRow(s.Id, s.WorkerId, m.Name, s.Fte, s.From, s.To, s.Version))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("post");
        }

        var workers = await db.Members
            .Where(m => m.ProgrammeId == viewer.ProgrammeId && (m.Role == Role.Worker || m.Role == Role.Coordinator) && m.LeftOn == null)
            .OrderBy(m => m.Name)
            .Select(m => new WorkerChoice(m.Id, m.Name))
            .ToListAsync(cancellationToken);
        return new PostView(post, workers);
    }
}

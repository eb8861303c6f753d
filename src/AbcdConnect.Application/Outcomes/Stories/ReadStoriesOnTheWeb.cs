using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>What anybody may read: the stories whose tellers agreed to the web, where the programme shares openly. Nothing of it is kept,
/// so that whoever withdraws is gone from here at once.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ReadStoriesOnTheWeb : IRequest<StoriesOnTheWeb>;

public sealed record StoriesOnTheWeb(string Programme, IReadOnlyList<StoryToPublish> Stories);

internal sealed class ReadStoriesOnTheWebHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReadStoriesOnTheWeb, StoriesOnTheWeb>
{
    private const int Most = 30;

    public async Task<StoriesOnTheWeb> Handle(ReadStoriesOnTheWeb request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var name = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId && p.SharesOpenly).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("page");
        return new StoriesOnTheWeb(name, await StoriesToPublish.Read(db, viewer.ProgrammeId, null, DateOnly.MinValue, today, today, StoryOutlet.Web, Most, cancellationToken));
    }
}

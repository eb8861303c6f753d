using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>A picture that anybody may see, beside a story that anybody may read.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ReadPictureOnTheWeb(StoryId Id) : IRequest<StoryPictureFile>;

internal sealed class ReadPictureOnTheWebHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReadPictureOnTheWeb, StoryPictureFile>
{
    public async Task<StoryPictureFile> Handle(ReadPictureOnTheWeb request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var stories = db.Stories.Where(s => s.ProgrammeId == programme && s.MayGoOnWeb && db.Programmes.Any(p => p.Id == s.ProgrammeId && p.SharesOpenly)).UsableOn(clock.Today(), db);
        return await db.PictureOf(stories, request.Id, cancellationToken) ?? throw new NotFoundException("picture");
    }
}

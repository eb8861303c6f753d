using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>A picture that a report shows, as long as its teller lets us: afterwards it is gone from reports published before, too.</summary>
[Requires(Permission.SeeReports)]
public sealed record SeePictureInReport(StoryId Id) : IRequest<StoryPictureFile>;

internal sealed class SeePictureInReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeePictureInReport, StoryPictureFile>
{
    public async Task<StoryPictureFile> Handle(SeePictureInReport request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var stories = db.Stories.Where(s => s.ProgrammeId == viewer.ProgrammeId && !s.StaysOutOfReports).UsableOn(clock.Today(), db);
        // Before it is published, those who see the draft.
        if (!viewer.May(Permission.SeeFigures))
        {
            stories = stories.Where(s => db.StoryTrails.Any(t => t.StoryId == s.Id && t.Place.StartsWith(ReportStories.InAReport) && t.Place.EndsWith(ReportStories.WithPicture)));
        }

        return await db.PictureOf(stories, request.Id, cancellationToken) ?? throw new NotFoundException("picture");
    }
}

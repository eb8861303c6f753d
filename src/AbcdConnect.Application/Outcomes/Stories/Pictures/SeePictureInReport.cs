using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Reports;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>A picture that a published edition shows, the very one that was published, as long as its teller lets us: afterwards it is gone from
/// reports published before, too.</summary>
[Requires(Permission.SeeReports)]
public sealed record SeePictureInReport(ReportPeriod Period, int Edition, StoryId Id) : IRequest<StoryPictureFile>;

internal sealed class SeePictureInReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeePictureInReport, StoryPictureFile>
{
    public async Task<StoryPictureFile> Handle(SeePictureInReport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        // The frozen figures hold its hash: one that was put beside the story since is in no report yet.
        var edition = await db.Published(programme, request.Period, request.Edition, cancellationToken);
        var told = edition.Sheet.Figures.Stories.Where(s => s.Picture?.Story == request.Id.Value);
        return (await ReportStories.Pictures(db, programme, told, clock.Today(), cancellationToken)).Values.FirstOrDefault() ?? throw new NotFoundException("picture");
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Series;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Series;

[Needs(Permission.RunMeetings)]
[Route("meetings/series/{id:long}")]
public sealed class SeriesController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => View("Series", await Send(new SeeSeries(new MeetingSeriesId(id))));

    [HttpPost("ahead")]
    public Task<IActionResult> Ahead(long id) => Submit(
        () => Send(new PlanAhead(new MeetingSeriesId(id))),
        more =>
        {
            Saved(more == 1 ? "One more is planned." : $"{more} more are planned.");
            return Redirect($"/meetings/series/{id}");
        },
        () => Show(id));

    [HttpPost("end")]
    public async Task<IActionResult> End(long id)
    {
        var cancelled = await Send(new EndSeries(new MeetingSeriesId(id)));
        Saved(cancelled == 0 ? "The series has ended." : $"The series has ended. {cancelled} {(cancelled == 1 ? "meeting is" : "meetings are")} cancelled, and those invited are told.");
        return Redirect($"/meetings/series/{id}");
    }
}

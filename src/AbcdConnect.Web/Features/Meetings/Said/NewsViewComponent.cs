using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Said;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Said;

/// <summary>"Tell them": what came of what somebody raised, for the worker's start and the person's page. Nothing where there is none.</summary>
public sealed class NewsViewComponent(IMediator mediator, ICurrentViewer current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(long? person = null, int most = 3)
    {
        var news = current.Viewer?.May(Permission.LogConversation) == true
            ? await mediator.Send(new ListNews(person is { } about ? new PersonId(about) : null, most))
            : [];
        return news.Count == 0 ? Content("") : View("/Features/Meetings/Said/_News.cshtml", news);
    }
}

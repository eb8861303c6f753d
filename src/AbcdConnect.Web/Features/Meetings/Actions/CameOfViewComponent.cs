using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Actions;

/// <summary>On the page of something that an action made: where it came from. Nothing for those who may not see meetings.</summary>
public sealed class CameOfViewComponent(IMediator mediator, ICurrentViewer current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(MadeKind kind, long id)
    {
        var action = current.Viewer?.May(Permission.SeeMeetings) == true ? await mediator.Send(new FindWhatItCameOf(kind, id)) : null;
        return action is null ? Content("") : View("/Features/Meetings/Actions/_CameOf.cshtml", action);
    }
}

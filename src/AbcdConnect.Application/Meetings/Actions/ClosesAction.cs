using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>A request that makes what an action may have been agreed for: made, it closes that action.</summary>
public interface IClosesAction
{
    /// <summary>The action it was opened from; set by the edge. Null where it came from nowhere in particular.</summary>
    ActionId? ForAction { get; set; }

    /// <summary>What the request makes.</summary>
    MadeKind Makes { get; }
}

/// <summary>Making and closing stand or fall together. An action that is closed already stays as it is: what was made is no less welcome.</summary>
internal sealed class ClosesActionBehaviour<TRequest, TResponse>(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ISentOnce<TResponse>, IClosesAction
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        request.ForAction is not { } id
            ? next()
            : db.AllOrNothing(
                async () =>
                {
                    var viewer = current.Required();
                    var answer = await next();
                    if (request.NumberOf(answer) is { } number)
                    {
                        var action = await db.ActionToDo(viewer, id, cancellationToken);
                        if (action is { IsOpen: true, Made: null })
                        {
                            action.Makes(request.Makes, number, clock.Today(), viewer.UserId, clock.GetUtcNow());
                            await db.SaveChangesAsync(cancellationToken);
                        }
                    }

                    return answer;
                },
                cancellationToken);
}

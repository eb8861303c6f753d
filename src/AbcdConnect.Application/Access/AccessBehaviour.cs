using System.Reflection;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Lets a request through where the viewer may send it. The one place that decides.</summary>
internal sealed class AccessBehaviour<TRequest, TResponse>(ICurrentViewer current) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    // A request without either attribute is refused for everybody; an architecture test finds it before that.
    private static readonly Permission? Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission;
    private static readonly bool Anybody = typeof(TRequest).GetCustomAttribute<OpenToAnybodyAttribute>() is not null;
    private static readonly bool Open = typeof(TRequest).GetCustomAttribute<OpenToAllAttribute>() is not null;

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (Anybody)
        {
            return next();
        }

        if (current.Viewer is not { } viewer || !(Open || (Needed is { } needed && viewer.May(needed))))
        {
            throw new NotAllowedException("Your role does not include this. A coordinator or administrator can tell you who may do it.");
        }

        return next();
    }
}

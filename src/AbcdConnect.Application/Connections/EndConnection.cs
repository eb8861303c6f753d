using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>Notes that a tie is there no longer.</summary>
[Requires(Permission.ChangeConnections)]
public sealed record EndConnection(ConnectionId Id, DateOnly On) : IRequest;

internal sealed class EndConnectionValidator : AbstractValidator<EndConnection>
{
    public EndConnectionValidator(TimeProvider clock) =>
        RuleFor(r => r.On).LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day it ended");
}

internal sealed class EndConnectionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<EndConnection>
{
    public async Task Handle(EndConnection request, CancellationToken cancellationToken)
    {
        var connection = await db.Connections.VisibleTo(current.Required()).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("connection");
        connection.End(request.On);
        await db.SaveChangesAsync(cancellationToken);
    }
}

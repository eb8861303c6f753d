using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>Changes what is said of a tie. Its ends stay: another end is another tie.</summary>
/// <param name="Version">The version that was on the screen while typing.</param>
[Requires(Permission.ChangeConnections)]
public sealed record ChangeConnection(ConnectionId Id, long Version, ConnectionOrigin Origin, string? Tie, DateOnly BeganOn, DateOnly? EndedOn) : IRequest;

internal sealed class ChangeConnectionValidator : AbstractValidator<ChangeConnection>
{
    public ChangeConnectionValidator(TimeProvider clock)
    {
        RuleFor(r => r.Tie).MaximumLength(Words.LongestLine).WithMessage("Say what the tie is in at most 200 letters");
        RuleFor(r => r.BeganOn).LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day it began");
        RuleFor(r => r.EndedOn)
            .Must(ended => ended is null || ended <= clock.Today()).WithMessage("The date has not come yet. Leave it empty while the connection holds")
            .Must((r, ended) => ended is null || ended >= r.BeganOn).WithMessage("It would end before it began");
    }
}

internal sealed class ChangeConnectionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeConnection>
{
    public async Task Handle(ChangeConnection request, CancellationToken cancellationToken)
    {
        var connection = await db.Connections.VisibleTo(current.Required()).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("connection");
        connection.MustStillBe(request.Version);
        connection.Change(request.Origin, request.Tie, request.BeganOn, request.EndedOn);
        await db.SaveChangesAsync(cancellationToken);
    }
}

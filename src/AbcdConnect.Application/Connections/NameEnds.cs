using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using MediatR;

namespace AbcdConnect.Application.Connections;

/// <summary>What the chosen ends of a tie are called.</summary>
[Requires(Permission.ChangeConnections)]
public sealed record NameEnds(ConnectionEnd? From, ConnectionEnd? To) : IRequest<EndsNamed>;

public sealed record EndsNamed(TieEnd? From, TieEnd? To);

internal sealed class NameEndsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<NameEnds, EndsNamed>
{
    public async Task<EndsNamed> Handle(NameEnds request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        return new EndsNamed(
            request.From is { } from ? (await ConnectionParts.Find(db, viewer, clock.Today(), from, cancellationToken)).End : null,
            request.To is { } to ? (await ConnectionParts.Find(db, viewer, clock.Today(), to, cancellationToken)).End : null);
    }
}

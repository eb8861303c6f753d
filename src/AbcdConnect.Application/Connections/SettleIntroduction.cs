using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>Says what came of an introduction: a connection, of origin <see cref="ConnectionOrigin.Introduced"/>, or nothing.</summary>
/// <param name="Connected">True where the two are connected now; false where one of them would rather not.</param>
/// <param name="On">Since when they are connected.</param>
/// <param name="Tie">What the tie is, in a word or two.</param>
[Requires(Permission.ChangeConnections)]
public sealed record SettleIntroduction(IntroductionId Id, bool Connected, DateOnly On, string? Tie = null) : IRequest<ConnectionId?>;

internal sealed class SettleIntroductionValidator : AbstractValidator<SettleIntroduction>
{
    public SettleIntroductionValidator(TimeProvider clock)
    {
        RuleFor(r => r.On).LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day it began");
        RuleFor(r => r.Tie).MaximumLength(Words.LongestLine).WithMessage("Say what the tie is in at most 200 letters");
    }
}

internal sealed class SettleIntroductionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SettleIntroduction, ConnectionId?>
{
    public async Task<ConnectionId?> Handle(SettleIntroduction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var introduction = await db.Introductions.VisibleTo(viewer).SingleOrDefaultAsync(i => i.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("introduction");
        if (!request.Connected)
        {
            introduction.Declined();
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        if (introduction.ConnectionId is { } known)
        {
            // Tapped twice: they are connected once.
            return known;
        }

        if (request.On < introduction.On)
        {
            throw new DomainRuleException($"They were introduced on {introduction.On:d MMMM yyyy}, so the connection began on that day or later.");
        }

        var to = introduction.ToPersonId is { } person ? ConnectionEnd.Of(person) : ConnectionEnd.Of(introduction.ToAssetId!.Value);
        var connection = Connection.Make(introduction.ProgrammeId, introduction.NeighbourhoodId, viewer.UserId, ConnectionEnd.Of(introduction.PersonId), to, ConnectionOrigin.Introduced, request.Tie, request.On, null);
        return await db.AllOrNothing<ConnectionId?>(
            async () =>
            {
                db.Connections.Add(connection);
                // The connection gets its number here.
                await db.SaveChangesAsync(cancellationToken);
                introduction.Connected(connection.Id);
                await db.SaveChangesAsync(cancellationToken);
                return connection.Id;
            },
            cancellationToken);
    }
}

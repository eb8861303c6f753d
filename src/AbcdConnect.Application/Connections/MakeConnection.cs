using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Connections;

/// <summary>Notes a tie between two people, a person and an asset, or two assets.</summary>
[Requires(Permission.ChangeConnections)]
public sealed record MakeConnection(ConnectionEnd? From, ConnectionEnd? To, ConnectionOrigin Origin, string? Tie, DateOnly BeganOn, DateOnly? EndedOn = null) : IMakes<ConnectionId>, Meetings.Actions.IClosesAction
{
    public Guid? SubmissionId { get; set; }

    public Domain.Meetings.ActionId? ForAction { get; set; }

    Domain.Meetings.MadeKind Meetings.Actions.IClosesAction.Makes => Domain.Meetings.MadeKind.Connection;
}

internal sealed class MakeConnectionValidator : AbstractValidator<MakeConnection>
{
    public MakeConnectionValidator(TimeProvider clock)
    {
        RuleFor(r => r.From).NotNull().WithMessage("Choose who or what is connected");
        RuleFor(r => r.To).NotNull().WithMessage("Choose who or what they are connected with");
        RuleFor(r => r.Tie).MaximumLength(Words.LongestLine).WithMessage("Say what the tie is in at most 200 letters");
        RuleFor(r => r.BeganOn).LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day it began");
        RuleFor(r => r.EndedOn)
            .Must(ended => ended is null || ended <= clock.Today()).WithMessage("The date has not come yet. Leave it empty while the connection holds")
            .Must((r, ended) => ended is null || ended >= r.BeganOn).WithMessage("It would end before it began");
    }
}

internal sealed class MakeConnectionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MakeConnection, ConnectionId>
{
    public async Task<ConnectionId> Handle(MakeConnection request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var (_, fromIn) = await ConnectionParts.Find(db, viewer, today, request.From!, cancellationToken);
        var (_, toIn) = await ConnectionParts.Find(db, viewer, today, request.To!, cancellationToken);
        var connection = Connection.Make(viewer.ProgrammeId, ConnectionParts.Where(viewer, fromIn, toIn), viewer.UserId, request.From!, request.To!, request.Origin, request.Tie, request.BeganOn, request.EndedOn);
        db.Connections.Add(connection);
        await db.SaveChangesAsync(cancellationToken);
        return connection.Id;
    }
}

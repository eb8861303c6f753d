using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>What the pages about people offer to choose from: the viewer's neighbourhoods, and the agencies a person may agree to share with.</summary>
[Requires(Permission.SeePeople)]
public sealed record ListChoicesForPeople : IRequest<ChoicesForPeople>;

public sealed record ChoicesForPeople(IReadOnlyList<NeighbourhoodChoice> Neighbourhoods, IReadOnlyList<AgencyChoice> Agencies);

public sealed record NeighbourhoodChoice(NeighbourhoodId Id, string Name);

public sealed record AgencyChoice(AgencyId Id, string Name);

internal sealed class ListChoicesForPeopleHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListChoicesForPeople, ChoicesForPeople>
{
    public Task<ChoicesForPeople> Handle(ListChoicesForPeople request, CancellationToken cancellationToken) => db.ChoicesForPeople(current.Required(), cancellationToken);
}

internal static class PeopleChoices
{
    public static async Task<ChoicesForPeople> ChoicesForPeople(this IAbcdDbContext db, Viewer viewer, CancellationToken token)
    {
        var places = db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId);
        if (viewer.Role == Role.Worker)
        {
            var own = viewer.Neighbourhoods.ToList();
            places = places.Where(n => own.Contains(n.Id));
        }

        return new ChoicesForPeople(
            await places.OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(token),
            await db.Agencies.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.LeftOn == null).OrderBy(a => a.Name).Select(a => new AgencyChoice(a.Id, a.Name)).ToListAsync(token));
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>What several changes to people check alike.</summary>
internal static class PeopleRules
{
    /// <summary>A person is put in a neighbourhood of the programme; a worker puts them in their own, or leaves them where they are.</summary>
    public static async Task MustKnowPlace(this IAbcdDbContext db, Viewer viewer, NeighbourhoodId? place, NeighbourhoodId? now, CancellationToken token)
    {
        if (place is not { } wanted || wanted == now)
        {
            return;
        }

        var known = await db.Neighbourhoods.AnyAsync(n => n.Id == wanted && n.ProgrammeId == viewer.ProgrammeId, token);
        if (!known || (viewer.Role == Role.Worker && !viewer.IsSystem && !viewer.Neighbourhoods.Contains(wanted)))
        {
            throw new ValidationException([new ValidationFailure("Details.NeighbourhoodId", "Choose one of your neighbourhoods, or leave it empty")]);
        }
    }

    /// <summary>The person, to be changed with their parts, if the viewer may know of them.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this viewer.</exception>
    public static async Task MustSee(this IAbcdDbContext db, Viewer viewer, DateOnly today, PersonId id, CancellationToken token)
    {
        if (!await db.People.VisibleTo(viewer, db, today).AnyAsync(p => p.Id == id, token))
        {
            throw new NotFoundException("person");
        }
    }
}

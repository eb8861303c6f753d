using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;

namespace AbcdConnect.Application.Outcomes;

/// <summary>Before a story is written: whose it would be, and whether they have said that it may be used.</summary>
[Requires(Permission.ChangePeople)]
public sealed record BeginStory(PersonId Person) : IRequest<StoryBeginning>;

/// <param name="Until">The last day the consent holds, or null where no end was agreed.</param>
public sealed record StoryBeginning(PersonId Person, string FirstName, bool MayUse, DateOnly? Until);

internal sealed class BeginStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<BeginStory, StoryBeginning>
{
    public async Task<StoryBeginning> Handle(BeginStory request, CancellationToken cancellationToken)
    {
        var teller = await db.StoryTeller(current.Required(), request.Person, clock.Today(), cancellationToken) ?? throw new NotFoundException("person");
        return new StoryBeginning(teller.Id, teller.FirstName, teller.MayUse, teller.Until);
    }
}

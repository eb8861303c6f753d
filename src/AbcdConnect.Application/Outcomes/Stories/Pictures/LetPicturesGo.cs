using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>Lets go of the pictures whose time has run out: the end that was agreed for the story, or of the teller's consent. Answers how many.</summary>
[Requires(Permission.ChangePeople)]
public sealed record LetPicturesGo : IRequest<int>;

internal sealed class LetPicturesGoHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<LetPicturesGo, int>
{
    public async Task<int> Handle(LetPicturesGo request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var usable = db.Stories.UsableOn(today, db);
        // Pictures are few, and stories are found by theirs.
        var let = await db.LetPicturesGo(
            db.Stories.VisibleTo(viewer, db, today).Where(s => db.StoryPictures.Any(p => p.StoryId == s.Id) && !usable.Any(u => u.Id == s.Id)),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return let;
    }
}

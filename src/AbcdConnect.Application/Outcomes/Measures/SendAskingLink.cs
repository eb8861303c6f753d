using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Makes a private link on which somebody answers for themselves. The token is in the answer and nowhere else.</summary>
[Requires(Permission.ChangePeople)]
public sealed record SendAskingLink(AskingId Id) : IRequest<MadeAskingLink>;

public sealed record MadeAskingLink(AskingId Id, string FirstName, string Programme, string Token, DateTimeOffset ExpiresAt);

internal sealed class SendAskingLinkHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SendAskingLink, MadeAskingLink>
{
    public async Task<MadeAskingLink> Handle(SendAskingLink request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asking = await db.Askings.VisibleTo(viewer, db, clock.Today()).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("set of questions");
        var (link, token) = AskingLink.Make(asking, viewer.UserId, clock.GetUtcNow());
        db.AskingLinks.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        var name = await db.People.Where(p => p.Id == asking.PersonId).Select(p => p.KnownAs ?? p.FirstName).SingleAsync(cancellationToken);
        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        return new MadeAskingLink(asking.Id, name, programme, token, link.ExpiresAt);
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What somebody is asked by their private link: the questions and nothing about them. Looking changes nothing. Null for a link
/// that was guessed, was used or is too old.</summary>
/// <param name="Wordings">Which words stood on the page that is answered, by measure; the newest where nothing is said.</param>
[OpenToAnybody]
public sealed record OpenAskingLink(string Token, IReadOnlyDictionary<string, int>? Wordings = null) : IRequest<LinkedQuestions?>;

public sealed record LinkedQuestions(string Programme, IReadOnlyList<MeasureDefinition> Asked, DateTimeOffset ExpiresAt);

internal sealed class OpenAskingLinkHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<OpenAskingLink, LinkedQuestions?>
{
    public async Task<LinkedQuestions?> Handle(OpenAskingLink request, CancellationToken cancellationToken)
    {
        if (await AskingLinks.Find(db, request.Token, clock.GetUtcNow(), cancellationToken) is not var (link, asking))
        {
            return null;
        }

        var programme = await db.Programmes.Where(p => p.Id == link.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        return new LinkedQuestions(programme, AskedWordings.Of(asking, await MeasureShelf.Read(db, link.ProgrammeId, cancellationToken), request.Wordings), link.ExpiresAt);
    }
}

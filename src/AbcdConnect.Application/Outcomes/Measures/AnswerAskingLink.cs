using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Somebody answers for themselves, or says that they would rather not. Either uses their link up.</summary>
/// <param name="Answers">Null where they would rather not.</param>
/// <param name="Wordings">Which words they answered, by measure.</param>
/// <returns>False for a link that was guessed, was used or is too old.</returns>
[OpenToAnybody]
public sealed record AnswerAskingLink(string Token, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? Answers, IReadOnlyDictionary<string, int>? Wordings = null) : IRequest<bool>;

internal sealed class AnswerAskingLinkHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<AnswerAskingLink, bool>
{
    public async Task<bool> Handle(AnswerAskingLink request, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        if (await AskingLinks.Find(db, request.Token, now, cancellationToken) is not var (link, asking))
        {
            return false;
        }

        if (request.Answers is { } answers)
        {
            await KeptAnswers.Keep(db, asking, request.Wordings, answers, today, AskingHow.Online, null, false, cancellationToken);
        }
        else
        {
            asking.Close(AskingEnd.Declined, today);
        }

        link.Use(now);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

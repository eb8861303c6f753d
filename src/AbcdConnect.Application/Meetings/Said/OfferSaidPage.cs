using System.Security.Cryptography;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>Gives a neighbourhood's "you said, we did" an address at which anybody may read it, or takes it away. Answers with the code; null where it has none any more.</summary>
[Requires(Permission.RunMeetings)]
public sealed record OfferSaidPage(NeighbourhoodId Place, bool On) : IRequest<string?>;

internal sealed class OfferSaidPageHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OfferSaidPage, string?>
{
    // Read aloud and typed from paper: no letter that looks or sounds like another.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    // Looked up and written in one turn: a second tap gives no second address.
    public Task<string?> Handle(OfferSaidPage request, CancellationToken cancellationToken) => db.AllOrNothing(() => Offer(request, cancellationToken), cancellationToken);

    private async Task<string?> Offer(OfferSaidPage request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        if (!await db.Neighbourhoods.AnyAsync(n => n.Id == request.Place && n.ProgrammeId == programme, cancellationToken))
        {
            throw new NotFoundException("neighbourhood");
        }

        var page = await db.SaidPages.SingleOrDefaultAsync(p => p.NeighbourhoodId == request.Place, cancellationToken);
        if (request.On && page is null)
        {
            page = new SaidPage { NeighbourhoodId = request.Place, ProgrammeId = programme, Code = RandomNumberGenerator.GetString(Letters, SaidPage.CodeLength) };
            db.SaidPages.Add(page);
        }
        else if (!request.On && page is not null)
        {
            db.SaidPages.Remove(page);
        }

        await db.SaveChangesAsync(cancellationToken);
        return request.On ? page?.Code : null;
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>What a form for signposting needs to show: what those chosen are called, and whom a typed name fits.</summary>
[Requires(Permission.Signpost)]
public sealed record PrepareSignpost(PersonId? Person, AssetId? Asset, ActivityId? Activity, ConversationId? Conversation = null, string? PersonName = null) : IRequest<SignpostPrepared>;

/// <param name="InIt">The people of the conversation it comes from: one of them, most likely.</param>
public sealed record SignpostPrepared(SuggestedPerson? Person, SuggestedTarget? Target, NameTyped? Typed, IReadOnlyList<SuggestedPerson> InIt);

internal sealed class PrepareSignpostHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PrepareSignpost, SignpostPrepared>
{
    public async Task<SignpostPrepared> Handle(PrepareSignpost request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = Domain.Common.UkTime.Today(clock);
        var person = request.Person is { } id && await NamesTyped.Chosen(db, viewer, today, [id], cancellationToken) is [var found] ? found : null;
        SuggestedTarget? target = null;
        if (request.Asset is not null || request.Activity is not null)
        {
            var place = await SignpostTargets.Find(db, viewer, request.Asset, request.Activity, cancellationToken);
            target = new SuggestedTarget(place.Asset, place.Activity, place.Name, place.ClosedOn);
        }

        var typed = string.IsNullOrWhiteSpace(request.PersonName) ? null : await NamesTyped.Find(db, viewer, today, request.PersonName, cancellationToken);
        IReadOnlyList<SuggestedPerson> inIt = [];
        if (request.Conversation is { } conversation && await db.Conversations.VisibleTo(viewer, db, today).AnyAsync(c => c.Id == conversation, cancellationToken))
        {
            var people = (await ConversationPeopleNamed.Read(db, [conversation], cancellationToken))[conversation].Select(p => p.Id).ToList();
            inIt = people.Count == 0 ? [] : await NamesTyped.Chosen(db, viewer, today, people, cancellationToken);
        }

        return new SignpostPrepared(person, target, typed, inIt);
    }
}

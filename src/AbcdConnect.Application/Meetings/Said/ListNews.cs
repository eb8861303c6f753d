using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>The news to bring back: to whom of those who raised something its outcome is still to be told. Only to people who agreed to
/// be kept in touch with, and whom the viewer may see.</summary>
/// <param name="About">Only what is for this person.</param>
[Requires(Permission.LogConversation)]
public sealed record ListNews(PersonId? About = null, int Most = 50) : IRequest<IReadOnlyList<NewsForPerson>>;

/// <param name="Source">What they raised it in: telling them settles it.</param>
public sealed record NewsForPerson(SaidSourceId Source, ActionId Action, NamedPerson Person, string YouSaid, string WeDid, DateOnly PublishedOn);

internal sealed class ListNewsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListNews, IReadOnlyList<NewsForPerson>>
{
    /// <summary>News older than half a year is none.</summary>
    private const int FreshDays = 183;

    public async Task<IReadOnlyList<NewsForPerson>> Handle(ListNews request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var (programme, since) = (viewer.ProgrammeId, today.AddDays(-FreshDays));
        // A few dozen as a rule, by index; most days there are none, and nothing else is asked.
        var open = await (
            from said in db.SaidAndDone
            where said.ProgrammeId == programme && said.PublishedOn >= since && said.WeDid != null
            from source in said.Sources
            where source.ToldOn == null && (source.ConversationId != null || source.SignpostId != null)
            orderby said.PublishedOn descending, source.Id
            select new { source.Id, source.ConversationId, source.SignpostId, said.ActionId, said.YouSaid, WeDid = said.WeDid!, On = said.PublishedOn!.Value }).Take(400).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return [];
        }

        var talks = open.Select(o => o.ConversationId).OfType<ConversationId>().Distinct().ToList();
        var signposts = open.Select(o => o.SignpostId).OfType<SignpostId>().Distinct().ToList();
        var people = db.People.VisibleTo(viewer, db, today).Where(p => p.AnonymisedOn == null);
        if (request.About is { } one)
        {
            people = people.Where(p => p.Id == one);
        }

        var agreed = db.Consents.LiveOn(today).Where(c => c.Use == ConsentUse.KeepInTouch);
        var willing = people.Where(p => agreed.Any(a => a.PersonId == p.Id));
        var heard = await db.ConversationPeople.Where(c => EF.Parameter(talks).Contains(c.ConversationId))
            .Join(willing, c => c.PersonId, p => p.Id, (c, p) => new { c.ConversationId, p.Id, p.FirstName, p.KnownAs, p.LastName })
            .ToListAsync(cancellationToken);
        var told = await db.Signposts.Where(s => EF.Parameter(signposts).Contains(s.Id))
            .Join(willing, s => s.PersonId, p => p.Id, (s, p) => new { SignpostId = s.Id, p.Id, p.FirstName, p.KnownAs, p.LastName })
            .ToListAsync(cancellationToken);
        return
        [
            .. open.SelectMany(o =>
                    heard.Where(h => h.ConversationId == o.ConversationId).Select(h => new NamedPerson(h.Id, h.FirstName, h.KnownAs, h.LastName))
                        .Concat(told.Where(t => t.SignpostId == o.SignpostId).Select(t => new NamedPerson(t.Id, t.FirstName, t.KnownAs, t.LastName)))
                        .Select(p => new NewsForPerson(o.Id, o.ActionId, p, o.YouSaid, o.WeDid, o.On)))
                .DistinctBy(n => (n.Action, n.Person.Id))
                .Take(request.Most),
        ];
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>A worker's day: what was promised, whom to ask after, who might like to meet, and how the month stands.</summary>
[Requires(Permission.LogConversation)]
public sealed record ShowMyDay : IRequest<MyDay>;

/// <param name="Waiting">How many promises and questions are due in all, counted up to <see cref="MostCounted"/>.</param>
public sealed record MyDay(
    string Name,
    IReadOnlyList<string> Neighbourhoods,
    IReadOnlyList<Promise> Promises,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Match> Matches,
    int Waiting,
    MyMonth Month)
{
    public const int MostCounted = 99;
}

/// <summary>A next step that is due.</summary>
public sealed record Promise(ConversationId Conversation, string Step, DateOnly Due, string With, DateOnly HeldOn);

/// <summary>A signpost to ask after.</summary>
/// <param name="Went">They are known to have gone: the question is whether they still do.</param>
public sealed record Question(SignpostId Signpost, NamedPerson Person, string Target, DateOnly GivenOn, DateOnly Due, bool Went);

/// <summary>Somebody who asked for something, and a neighbour who brings it. Both have agreed to be introduced.</summary>
public sealed record Match(NamedPerson Asks, string Ask, NamedPerson Brings, string Gift, string Term, string Neighbourhood);

/// <summary>The worker's own figures, counted as they stand at this moment.</summary>
/// <param name="PromisedConversations">What was promised for this worker's hours; null where nothing was.</param>
/// <param name="PromisedSignposted">Likewise for the programme's year.</param>
public sealed record MyMonth(YearMonth Month, int NewConversations, decimal? PromisedConversations, DateOnly YearBegan, int PeopleSignposted, decimal? PromisedSignposted);

internal sealed class ShowMyDayHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ShowMyDay, MyDay>
{
    private const int Most = 5;
    private const int MostMatches = 3;

    // Asks are tried from the newest until enough have met their gift; this many at most.
    private const int MostAsksTried = 8;
    private const int MostAsksLookedAt = 200;

    public async Task<MyDay> Handle(ShowMyDay request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var me = viewer.UserId;
        var promised = db.Conversations.VisibleTo(viewer, db, today).Where(c => c.WorkerId == me && c.NextStepDoneOn == null && c.NextStepDue <= today);
        var asked = db.Signposts.VisibleTo(viewer, db, today).Where(s => s.WorkerId == me && s.FollowUpDue <= today && s.PersonId != null);
        var places = viewer.Neighbourhoods.ToList();
        var promises = await Promises(promised, cancellationToken);
        var questions = await Questions(asked, cancellationToken);
        return new MyDay(
            viewer.Name,
            await db.Neighbourhoods.Where(n => places.Contains(n.Id)).OrderBy(n => n.Name).Select(n => n.Name).ToListAsync(cancellationToken),
            promises,
            questions,
            await Matches(viewer, today, cancellationToken),
            (promises.Count < Most ? promises.Count : await promised.Take(MyDay.MostCounted).CountAsync(cancellationToken))
                + (questions.Count < Most ? questions.Count : await asked.Take(MyDay.MostCounted).CountAsync(cancellationToken)),
            await Month(viewer, today, cancellationToken));
    }

    private async Task<List<Promise>> Promises(IQueryable<Conversation> due, CancellationToken token)
    {
        var found = await due
            .OrderBy(c => c.NextStepDue).ThenBy(c => c.Id)
            .Take(Most)
            .Select(c => new { c.Id, c.NextStep, c.NextStepDue, c.GroupName, c.HeldOn })
            .ToListAsync(token);
        var people = await ConversationPeopleNamed.Read(db, found.ConvertAll(c => c.Id), token);
        return found.ConvertAll(c => new Promise(
            c.Id,
            c.NextStep!,
            c.NextStepDue!.Value,
            people[c.Id].Any() ? string.Join(", ", people[c.Id].Select(p => p.Name)) : c.GroupName ?? "somebody who gave no name",
            c.HeldOn));
    }

    private async Task<List<Question>> Questions(IQueryable<Signpost> due, CancellationToken token)
    {
        var found = await due
            .OrderBy(s => s.FollowUpDue).ThenBy(s => s.Id)
            .Take(Most)
            .Select(s => new
            {
                s.Id,
                Person = s.PersonId == null ? null : new NamedPerson(
                    s.PersonId.Value,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.LastName).FirstOrDefault()),
                Target = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                s.GivenOn,
                s.FollowUpDue,
                s.AttendedOn,
            })
            .ToListAsync(token);
        return [.. found.Where(s => s.Person is not null).Select(s => new Question(s.Id, s.Person!, s.Target, s.GivenOn, s.FollowUpDue!.Value, s.AttendedOn is not null))];
    }

    private async Task<List<Match>> Matches(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var programme = viewer.ProgrammeId;
        var people = db.People.VisibleTo(viewer, db, today).Where(p => p.NeighbourhoodId != null && p.AnonymisedOn == null);
        var willing = db.Consents
            .Where(c => c.Use == ConsentUse.IntroduceMe && c.GivenOn <= today && (c.ExpiresOn == null || c.ExpiresOn >= today) && (c.WithdrawnOn == null || c.WithdrawnOn > today));
        var asks = await db.Gifts
            .Where(g => g.ProgrammeId == programme && g.Direction == GiftDirection.Ask)
            .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
            .Take(MostAsksLookedAt)
            .Where(g => g.TermId != null && willing.Any(c => c.PersonId == g.PersonId))
            .Join(people, g => g.PersonId, p => (PersonId?)p.Id, (g, p) => new { Ask = g, Person = p })
            .OrderByDescending(a => a.Ask.HeardOn).ThenByDescending(a => a.Ask.Id)
            .Take(MostAsksTried)
            .Select(a => new { a.Ask.TermId, a.Ask.Words, a.Person.NeighbourhoodId, Named = new NamedPerson(a.Person.Id, a.Person.FirstName, a.Person.KnownAs, a.Person.LastName) })
            .ToListAsync(token);
        List<Match> matches = [];
        foreach (var ask in asks)
        {
            if (matches.Count == MostMatches)
            {
                break;
            }

            if (matches.Exists(m => m.Asks.Id == ask.Named.Id))
            {
                continue;
            }

            var (term, place, who) = (ask.TermId, ask.NeighbourhoodId, ask.Named.Id);
            var found = await db.Gifts
                .Where(g => g.TermId == term && g.Direction == GiftDirection.Gift && g.PersonId != who && willing.Any(c => c.PersonId == g.PersonId))
                .Where(g => !db.Introductions.Any(i => (i.PersonId == who && i.ToPersonId == g.PersonId) || (i.PersonId == g.PersonId && i.ToPersonId == who)))
                .Where(g => !db.Connections.Any(c => (c.FromPersonId == who && c.ToPersonId == g.PersonId) || (c.FromPersonId == g.PersonId && c.ToPersonId == who)))
                .Join(people.Where(p => p.NeighbourhoodId == place), g => g.PersonId, p => (PersonId?)p.Id, (g, p) => new { Gift = g, Person = p })
                .OrderByDescending(g => g.Gift.HeardOn).ThenByDescending(g => g.Gift.Id)
                .Take(1)
                .Select(g => new
                {
                    g.Gift.Words,
                    Named = new NamedPerson(g.Person.Id, g.Person.FirstName, g.Person.KnownAs, g.Person.LastName),
                    Term = db.GiftTerms.Where(t => t.Id == g.Gift.TermId).Select(t => t.Name).FirstOrDefault(),
                    Neighbourhood = db.Neighbourhoods.Where(n => n.Id == g.Person.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                })
                .ToListAsync(token);
            matches.AddRange(found.Select(g => new Match(ask.Named, ask.Words, g.Named, g.Words, g.Term ?? "", g.Neighbourhood ?? "")));
        }

        return matches;
    }

    // A worker's own month is a few dozen rows by index: counted as it stands, so that what was just saved shows at once.
    private async Task<MyMonth> Month(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var me = viewer.UserId;
        var month = YearMonth.Containing(today);
        var (first, last) = (month.First, month.Last);
        var conversations = await db.Conversations.CountAsync(
            c => c.WorkerId == me && c.HeldOn >= first && c.HeldOn <= last && c.Kind == ConversationKind.Learning
                && (!db.ConversationPeople.Any(p => p.ConversationId == c.Id)
                    || db.ConversationPeople.Any(p => p.ConversationId == c.Id && !db.ConversationPeople.Any(e => e.PersonId == p.PersonId && e.HeldOn < p.HeldOn))),
            token);
        var began = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.StartsOn).SingleAsync(token);
        var year = new DateOnly(today.Year, began.Month, 1);
        year = year > today ? year.AddYears(-1) : year;
        var told = db.Signposts.Where(s => s.WorkerId == me && s.GivenOn >= year && s.GivenOn <= today);
        var signposted = await told.Where(s => s.PersonId != null).Select(s => s.PersonId).Distinct().CountAsync(token) + await told.CountAsync(s => s.PersonId == null, token);
        var fte = await db.Staffing
            .Where(s => s.ProgrammeId == viewer.ProgrammeId && s.WorkerId == me && s.From <= month && (s.To == null || s.To >= month))
            .SumAsync(s => (decimal?)s.Fte, token) ?? 0;
        var targets = await db.Targets
            .Where(t => t.ProgrammeId == viewer.ProgrammeId && t.NeighbourhoodId == null && t.PerFte != null && t.From <= month && (t.To == null || t.To >= month)
                && (t.Metric == Metric.NewConversations || t.Metric == Metric.PeopleSignposted))
            .OrderBy(t => t.Id)
            .ToListAsync(token);
        decimal? Promised(Metric metric, int months) => fte > 0 && targets.FindLast(t => t.Metric == metric) is { PerFte: { } per } target
            ? Math.Round(target.Amount * (target.Per == TargetPeriod.Month ? months : months / 12m) * fte / per, 0)
            : null;
        return new MyMonth(month, conversations, Promised(Metric.NewConversations, 1), year, signposted, Promised(Metric.PeopleSignposted, 12));
    }
}

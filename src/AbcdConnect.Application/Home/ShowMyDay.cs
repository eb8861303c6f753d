using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>A worker's day: what was promised, whom to ask after, whom to say hello to, who might like to meet, and how the month
/// stands. What stands on the list, and in which order, <see cref="DaysList"/> decides.</summary>
[Requires(Permission.LogConversation)]
public sealed record ShowMyDay : IRequest<MyDay>;

/// <param name="Waiting">How many things are due and will have their turn on another day.</param>
/// <param name="Old">How many promises and questions have waited too long for the list, counted up to <see cref="MostCounted"/> of each.</param>
/// <param name="Answered">What was answered today, the latest first.</param>
public sealed record MyDay(
    string Name,
    IReadOnlyList<string> Neighbourhoods,
    IReadOnlyList<MyLine> Lines,
    int Waiting,
    OldCount Old,
    IReadOnlyList<AnsweredToday> Answered,
    MyMonth Month)
{
    public const int MostCounted = 100;

    /// <summary>What stands in the way of those who did not go, to be tapped.</summary>
    public WhatStops Stops { get; init; } = WhatStops.NotLearnt;
}

public sealed record OldCount(int Promises, int Questions)
{
    public int All => Promises + Questions;

    /// <summary>There are more than were counted.</summary>
    public bool AndMore => Promises >= MyDay.MostCounted || Questions >= MyDay.MostCounted;
}

/// <summary>One line of the list: what leads it, and what else there is about the same people.</summary>
public sealed record MyLine(IReadOnlyList<MyThing> Things);

public abstract record MyThing;

/// <summary>A next step that is due.</summary>
public sealed record Promise(ConversationId Conversation, string Step, DateOnly Due, string With, DateOnly HeldOn) : MyThing;

/// <summary>A signpost to ask after.</summary>
/// <param name="Went">They are known to have gone: the question is whether they still do.</param>
public sealed record Question(SignpostId Signpost, NamedPerson Person, string Target, DateOnly GivenOn, DateOnly Due, bool Went) : MyThing;

/// <summary>Somebody who asked to be kept in touch with.</summary>
public sealed record Hello(NamedPerson Person, DateOnly LastSpokenOn) : MyThing;

/// <summary>Somebody who asked for something, and a neighbour who brings it. Both have agreed to be introduced.</summary>
/// <param name="Reason">Why the two, in a sentence.</param>
/// <param name="HeardOn">When the later of the two was heard.</param>
public sealed record Match(NamedPerson Asks, string Ask, NamedPerson Brings, string Gift, string Reason, DateOnly HeardOn) : MyThing;

/// <summary>Somebody to ask how things are, so many months after the first time.</summary>
public sealed record HowThingsAre(AskingId Asking, NamedPerson Person, int Months, DateOnly Due) : MyThing;

/// <param name="What">The promise's words, or the place or activity.</param>
/// <param name="Count">How many were answered at once.</param>
public sealed record AnsweredToday(Guid Ticket, DayKind Kind, DayChoice Choice, DateOnly? Until, string? What, NamedPerson? Person, NamedPerson? Other, int Count);

/// <summary>The worker's own figures, counted as they stand at this moment.</summary>
/// <param name="PromisedConversations">What was promised for this worker's hours; null where nothing was.</param>
/// <param name="PromisedSignposted">Likewise for the programme's year.</param>
public sealed record MyMonth(YearMonth Month, int NewConversations, decimal? PromisedConversations, DateOnly YearBegan, int PeopleSignposted, decimal? PromisedSignposted);

internal sealed class ShowMyDayHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, GiftTermCache terms, IPlaceFinder finder, WhatStopsLearner learner) : IRequestHandler<ShowMyDay, MyDay>
{
    // What is looked at to choose from; a day shows few of them. The freshest of each kind, and a few of those that have waited longest.
    private const int MostFresh = 60;
    private const int MostLongWaiting = 10;
    private const int MostHellos = 12;
    private const int MostAskings = 2;

    // Somebody not spoken to for a year is found on the list of people, not here.
    private const int DaysOfHellos = 364;

    // So many of the newest asks, and of the newest gifts, are matched.
    private const int MostMatches = 3;
    private const int MostAsksTried = 8;
    private const int MostGiftsTried = 4;
    private const int MostLookedAt = 200;

    public async Task<MyDay> Handle(ShowMyDay request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var places = viewer.Neighbourhoods.ToList();
        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId)
            .Select(p => new ProgrammesDays(p.StartsOn, p.DaysListLength ?? DaysList.UsualLength, p.KeepInTouchWeeks ?? Programme.UsualKeepInTouchWeeks))
            .SingleAsync(cancellationToken);
        var (answered, used) = await Answered(viewer, today, cancellationToken);
        List<DueItem> due =
        [
            .. await Promises(viewer, today, cancellationToken),
            .. await Questions(viewer, today, cancellationToken),
            .. await Hellos(viewer, today, programme.KeepInTouchWeeks, cancellationToken),
            .. await Matches(viewer, today, cancellationToken),
            .. await Askings(viewer, today, cancellationToken),
        ];
        var drawn = DaysList.Draw(due, used, today, programme.ListLength);
        return new MyDay(
            viewer.Name,
            await db.Neighbourhoods.Where(n => places.Contains(n.Id)).OrderBy(n => n.Name).Select(n => n.Name).ToListAsync(cancellationToken),
            await Lines(drawn, cancellationToken),
            drawn.Waiting,
            await Old(viewer, today, cancellationToken),
            answered,
            await Month(viewer, today, programme.StartsOn, cancellationToken))
        {
            Stops = await learner.Of(db, viewer.ProgrammeId, cancellationToken),
        };
    }

    private async Task<(IReadOnlyList<AnsweredToday> Shown, IReadOnlyList<AnsweredItem> Used)> Answered(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var found = await db.DayAnswers.Of(viewer).Where(a => a.On == today)
            .OrderByDescending(a => a.Id)
            .Take(SettleOld.Most)
            .Select(a => new { a.Ticket, a.Kind, a.Choice, a.Until, a.PersonId, a.OtherPersonId, a.ConversationId, a.SignpostId, a.IsOneOfMany })
            .ToListAsync(token);
        if (found.Count == 0)
        {
            return ([], []);
        }

        var tickets = found.GroupBy(a => a.Ticket).Select(g => (First: g.First(), Count: g.Count())).Take(30).ToList();
        var people = tickets.SelectMany(t => new[] { t.First.PersonId, t.First.OtherPersonId }).OfType<PersonId>().Distinct().ToList();
        var conversations = tickets.Select(t => t.First.ConversationId).OfType<ConversationId>().ToList();
        var signposts = tickets.Select(t => t.First.SignpostId).OfType<SignpostId>().ToList();
        var names = people.Count == 0 ? [] : await db.People.Where(p => EF.Parameter(people).Contains(p.Id))
            .Select(p => new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName)).ToDictionaryAsync(p => p.Id, token);
        var steps = conversations.Count == 0 ? [] : await db.Conversations.Where(c => EF.Parameter(conversations).Contains(c.Id))
            .Select(c => new { c.Id, c.NextStep }).ToDictionaryAsync(c => c.Id, c => c.NextStep, token);
        var targets = signposts.Count == 0 ? [] : await db.Signposts.Where(s => EF.Parameter(signposts).Contains(s.Id))
            .Select(s => new { s.Id, Name = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() })
            .ToDictionaryAsync(s => s.Id, s => s.Name, token);
        NamedPerson? Named(PersonId? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return (
            [.. tickets.Select(t => new AnsweredToday(
                t.First.Ticket,
                t.First.Kind,
                t.First.Choice,
                t.First.Until,
                t.First.ConversationId is { } conversation ? steps.GetValueOrDefault(conversation) : t.First.SignpostId is { } signpost ? targets.GetValueOrDefault(signpost) : null,
                Named(t.First.PersonId),
                Named(t.First.OtherPersonId),
                t.Count))],
            [.. found.Where(a => !a.IsOneOfMany).Select(a => new AnsweredItem(a.Kind, [.. new[] { a.PersonId, a.OtherPersonId }.OfType<PersonId>()]))]);
    }

    private async Task<List<PromiseDue>> Promises(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var oldest = DaysList.OldBefore(today);
        var waiting = DueNow.Promises(db, viewer, today).Where(c => c.NextStepDue >= oldest).Select(c => new { c.Id, Due = c.NextStepDue!.Value });
        var found = await waiting.OrderByDescending(c => c.Due).ThenByDescending(c => c.Id).Take(MostFresh).ToListAsync(token);
        if (found.Count == MostFresh)
        {
            found = [.. found.Union(await waiting.OrderBy(c => c.Due).ThenBy(c => c.Id).Take(MostLongWaiting).ToListAsync(token))];
        }

        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.ConvertAll(c => c.Id);
        var people = (await db.ConversationPeople.Where(p => EF.Parameter(ids).Contains(p.ConversationId)).Select(p => new { p.ConversationId, p.PersonId }).ToListAsync(token))
            .ToLookup(p => p.ConversationId, p => p.PersonId);
        return found.ConvertAll(c => new PromiseDue(c.Id, [.. people[c.Id]], c.Due));
    }

    private async Task<List<QuestionDue>> Questions(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var oldest = DaysList.OldBefore(today);
        var waiting = DueNow.Questions(db, viewer, today).Where(s => s.FollowUpDue >= oldest).Select(s => new { s.Id, Person = s.PersonId!.Value, Due = s.FollowUpDue!.Value });
        var found = await waiting.OrderByDescending(s => s.Due).ThenByDescending(s => s.Id).Take(MostFresh).ToListAsync(token);
        if (found.Count == MostFresh)
        {
            found = [.. found.Union(await waiting.OrderBy(s => s.Due).ThenBy(s => s.Id).Take(MostLongWaiting).ToListAsync(token))];
        }

        return found.ConvertAll(s => new QuestionDue(s.Id, [s.Person], s.Due));
    }

    // Those whom this worker was the last to speak with, from the end of the quiet weeks backwards: each is met at their last
    // conversation, and a few looks by key tell whether there was a later one and whether they agree.
    private async Task<List<HelloDue>> Hellos(Viewer viewer, DateOnly today, int weeks, CancellationToken token)
    {
        var me = viewer.UserId;
        var (quiet, earliest) = (today.AddDays(-7 * weeks), today.AddDays(-DaysOfHellos));
        var agreed = db.Consents.LiveOn(today).Where(c => c.Use == ConsentUse.KeepInTouch);
        // What was moved or done stays away until its day; what was dropped, until there has been another conversation.
        var answered = db.DayAnswers.Where(a => a.Kind == DayKind.KeepInTouch);
        var people = db.People.VisibleTo(viewer, db, today);
        var found = await db.Conversations
            .Where(c => c.WorkerId == me && c.HeldOn <= quiet && c.HeldOn >= earliest)
            .OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id)
            .Join(db.ConversationPeople, c => c.Id, p => p.ConversationId, (c, p) => new { c.HeldOn, c.Id, p.PersonId })
            .Where(c => agreed.Any(a => a.PersonId == c.PersonId) && !db.ConversationPeople.Any(l => l.PersonId == c.PersonId && l.HeldOn >= c.HeldOn && l.ConversationId != c.Id))
            // Not "is null": SQLite would begin with everybody in the index of those who have a number of their own.
            .Join(people.Where(p => (p.KeepInTouchWeeks ?? 0) == 0), c => c.PersonId, p => p.Id, (c, p) => new { c.HeldOn, c.Id, Person = p })
            .Where(c => !answered.Any(a => a.PersonId == c.Person.Id && (a.Until > today || (a.Until == null && a.On >= c.HeldOn))))
            .OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id)
            .Take(MostHellos)
            .Select(c => new { c.HeldOn, Named = new NamedPerson(c.Person.Id, c.Person.FirstName, c.Person.KnownAs, c.Person.LastName) })
            .ToListAsync(token);
        var own = await people
            .Where(p => p.KeepInTouchWeeks > 0 && agreed.Any(a => a.PersonId == p.Id) && !answered.Any(a => a.PersonId == p.Id && (a.Until > today || (a.Until == null && !db.ConversationPeople.Any(c => c.PersonId == p.Id && c.HeldOn > a.On)))))
            .OrderBy(p => p.KeepInTouchWeeks).ThenBy(p => p.NeighbourhoodId)
            .Take(MostFresh)
            .Select(p => new
            {
                p.KeepInTouchWeeks,
                Last = db.ConversationPeople.Where(c => c.PersonId == p.Id).OrderByDescending(c => c.HeldOn).Select(c => (DateOnly?)c.HeldOn).FirstOrDefault(),
                Mine = db.ConversationPeople.Where(c => c.PersonId == p.Id).OrderByDescending(c => c.HeldOn).Select(c => db.Conversations.Where(h => h.Id == c.ConversationId).Select(h => h.WorkerId).FirstOrDefault()).FirstOrDefault(),
                Named = new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName),
            })
            .ToListAsync(token);
        return
        [
            .. found.Select(c => new HelloDue(c.Named, c.HeldOn, c.HeldOn.AddDays(7 * weeks))),
            .. own.Where(p => p.Last is not null && p.Mine == me).Select(p => new HelloDue(p.Named, p.Last!.Value, p.Last.Value.AddDays(7 * p.KeepInTouchWeeks!.Value))),
        ];
    }

    // The newest asks are looked at for a neighbour who answers them, and the newest gifts for a neighbour's ask, by the same matching
    // as after a conversation. Only people who have agreed to be introduced, and only what stands under an entry that somebody chose.
    private async Task<List<MatchDue>> Matches(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var kin = TermKinship.Of(await terms.All(db, token));
        List<Newest> newest = [.. await NewestOf(viewer, today, GiftDirection.Ask, token), .. await NewestOf(viewer, today, GiftDirection.Gift, token)];
        var seekers = newest
            .Where(n => kin.Find(n.TermId) is not null && (n.Direction == GiftDirection.Ask || Said.MeaningOf(n.Direction, n.Kind) == Meaning.Brings))
            .GroupBy(n => n.Named.Id)
            .Select(own => new Seeker(own.Key, own.First().Named.Name, null, own.First().NeighbourhoodId, [.. own.Select(n => new Said(Said.MeaningOf(n.Direction, n.Kind), kin.Find(n.TermId), n.Words, n.HeardOn))]))
            .ToList();
        if (seekers.Count == 0)
        {
            return [];
        }

        List<(MatchDue Due, bool Asked)> found = [];
        foreach (var from in await Standpoint.OfNeighbours(db, viewer, finder, seekers, token))
        {
            if (found.Count >= MostMatches)
            {
                break;
            }

            foreach (var pair in await PeopleNearby.FindAnswers(db, viewer, today, from, kin, token))
            {
                var (mine, theirs) = (pair.Bond.Mine, pair.Bond.Theirs);
                var (me, them) = (newest.Find(n => n.Named.Id == pair.Person.For)!.Named, pair.Named);
                var asked = mine.Meaning == Meaning.Wants;
                found.Add((
                    new MatchDue(asked
                        ? new Match(me, mine.Words, them, theirs.Words, pair.Person.Reason, Later(mine, theirs))
                        : new Match(them, theirs.Words, me, mine.Words, pair.Person.Reason, Later(mine, theirs))),
                    asked));
            }
        }

        // Nobody is in two of them; the newest first, and of one day those that fit best.
        List<MatchDue> chosen = [];
        foreach (var (match, _) in found.OrderByDescending(m => m.Due.Due).ThenByDescending(m => m.Asked))
        {
            if (chosen.Count < MostMatches && !chosen.Exists(c => c.People.Intersect(match.People).Any()))
            {
                chosen.Add(match);
            }
        }

        return chosen;
    }

    // Few at a time, and only for some weeks: then it lets itself be. What is not answered is unknown, and that is no fault.
    private async Task<List<AskingDue>> Askings(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var since = today.AddDays(-Asking.ListedDays);
        return (await db.Askings.VisibleTo(viewer, db, today)
            .Where(a => a.AnsweredOn == null && a.ClosedOn == null && a.ShownFrom <= today && a.ShownFrom >= since && a.Months > 0)
            .OrderBy(a => a.ShownFrom).ThenBy(a => a.Id)
            .Take(MostAskings)
            .Select(a => new
            {
                a.Id,
                a.Months,
                a.ShownFrom,
                Named = db.People.Where(p => p.Id == a.PersonId).Select(p => new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName)).FirstOrDefault()!,
            })
            .ToListAsync(token))
            .ConvertAll(a => new AskingDue(new HowThingsAre(a.Id, a.Named, a.Months, a.ShownFrom)));
    }

    private static DateOnly Later(Said one, Said other) => one.On > other.On ? one.On : other.On;

    private async Task<List<Newest>> NewestOf(Viewer viewer, DateOnly today, GiftDirection direction, CancellationToken token)
    {
        var programme = viewer.ProgrammeId;
        var people = db.People.VisibleTo(viewer, db, today).Where(p => p.NeighbourhoodId != null && p.AnonymisedOn == null);
        var willing = db.Consents.LiveOn(today).Where(c => c.Use == ConsentUse.IntroduceMe);
        return await db.Gifts
            .Where(g => g.ProgrammeId == programme && g.Direction == direction)
            .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
            .Take(MostLookedAt)
            .Where(g => g.TermId != null && willing.Any(c => c.PersonId == g.PersonId))
            .Join(people, g => g.PersonId, p => (PersonId?)p.Id, (g, p) => new { Gift = g, Person = p })
            .OrderByDescending(a => a.Gift.HeardOn).ThenByDescending(a => a.Gift.Id)
            .Take(direction == GiftDirection.Ask ? MostAsksTried : MostGiftsTried)
            .Select(a => new Newest(a.Gift.Direction, a.Gift.Kind, a.Gift.TermId, a.Gift.Words, a.Gift.HeardOn, a.Person.NeighbourhoodId, new NamedPerson(a.Person.Id, a.Person.FirstName, a.Person.KnownAs, a.Person.LastName)))
            .ToListAsync(token);
    }

    private async Task<IReadOnlyList<MyLine>> Lines(DrawnDay drawn, CancellationToken token)
    {
        var items = drawn.Cards.SelectMany(c => c.Items).ToList();
        var promises = await Told(items.OfType<PromiseDue>().Select(p => p.Id).ToList(), token);
        var questions = await Asked(items.OfType<QuestionDue>().Select(q => q.Id).ToList(), token);
        return
        [
            .. drawn.Cards
                .Select(c => new MyLine([.. c.Items.Select(i => i switch
                {
                    PromiseDue promise => promises.GetValueOrDefault(promise.Id),
                    QuestionDue question => (MyThing?)questions.GetValueOrDefault(question.Id),
                    HelloDue hello => new Hello(hello.Person, hello.LastSpokenOn),
                    MatchDue match => match.Match,
                    AskingDue asking => asking.Asking,
                    _ => null,
                }).OfType<MyThing>()]))
                .Where(l => l.Things.Count > 0),
        ];
    }

    private async Task<Dictionary<ConversationId, Promise>> Told(List<ConversationId> ids, CancellationToken token)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await db.Conversations.Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new { c.Id, c.NextStep, c.NextStepDue, c.GroupName, c.HeldOn }).ToListAsync(token);
        var people = await ConversationPeopleNamed.Read(db, ids, token);
        return found.ToDictionary(c => c.Id, c => new Promise(c.Id, c.NextStep!, c.NextStepDue!.Value, DueNow.With(people[c.Id], c.GroupName), c.HeldOn));
    }

    private async Task<Dictionary<SignpostId, Question>> Asked(List<SignpostId> ids, CancellationToken token) => ids.Count == 0
        ? []
        : await db.Signposts.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new Question(
                s.Id,
                new NamedPerson(
                    s.PersonId!.Value,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.LastName).FirstOrDefault()),
                db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                s.GivenOn,
                s.FollowUpDue!.Value,
                s.AttendedOn != null))
            .ToDictionaryAsync(q => q.Signpost, token);

    private async Task<OldCount> Old(Viewer viewer, DateOnly today, CancellationToken token)
    {
        var before = DaysList.OldBefore(today);
        return new OldCount(
            await DueNow.Promises(db, viewer, today).Where(c => c.NextStepDue < before).Take(MyDay.MostCounted).CountAsync(token),
            await DueNow.Questions(db, viewer, today).Where(s => s.FollowUpDue < before).Take(MyDay.MostCounted).CountAsync(token));
    }

    // A worker's own month is a few dozen rows by index: counted as it stands, so that what was just saved shows at once.
    private async Task<MyMonth> Month(Viewer viewer, DateOnly today, DateOnly began, CancellationToken token)
    {
        var me = viewer.UserId;
        var month = YearMonth.Containing(today);
        var (first, last) = (month.First, month.Last);
        var conversations = await db.Conversations.CountAsync(
            c => c.WorkerId == me && c.HeldOn >= first && c.HeldOn <= last && c.Kind == ConversationKind.Learning
                && (!db.ConversationPeople.Any(p => p.ConversationId == c.Id)
                    || db.ConversationPeople.Any(p => p.ConversationId == c.Id && !db.ConversationPeople.Any(e => e.PersonId == p.PersonId && e.HeldOn < p.HeldOn))),
            token);
        var year = new DateOnly(today.Year, began.Month, 1);
        year = year > today ? year.AddYears(-1) : year;
        var told = db.Signposts.Where(s => s.WorkerId == me && s.PassedOnBy == null && s.GivenOn >= year && s.GivenOn <= today);
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

    private sealed record ProgrammesDays(DateOnly StartsOn, int ListLength, int KeepInTouchWeeks);

    private sealed record PromiseDue(ConversationId Id, IReadOnlyList<PersonId> People, DateOnly Due) : DueItem(DayKind.Promise, People, Due);

    private sealed record QuestionDue(SignpostId Id, IReadOnlyList<PersonId> People, DateOnly Due) : DueItem(DayKind.Question, People, Due);

    private sealed record HelloDue(NamedPerson Person, DateOnly LastSpokenOn, DateOnly Due) : DueItem(DayKind.KeepInTouch, [Person.Id], Due);

    private sealed record Newest(GiftDirection Direction, GiftKind Kind, GiftTermId? TermId, string Words, DateOnly HeardOn, NeighbourhoodId? NeighbourhoodId, NamedPerson Named);

    private sealed record AskingDue(HowThingsAre Asking) : DueItem(DayKind.Asking, [Asking.Person.Id], Asking.Due);

    private sealed record MatchDue(Match Match) : DueItem(DayKind.Match, [Match.Asks.Id, Match.Brings.Id], Match.HeardOn);
}

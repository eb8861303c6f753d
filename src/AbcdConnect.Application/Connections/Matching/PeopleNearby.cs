using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Finds the people worth introducing. Every look is by index and bounded; the deciding is <see cref="PeopleFit"/>'s.</summary>
internal static class PeopleNearby
{
    /// <summary>How many entries of the taxonomy are looked up, the most promising first.</summary>
    private const int MostLooks = 16;

    // Of those on a day's list, for each neighbourhood.
    private const int FewLooks = 8;

    /// <summary>How many of the newest gifts under an entry are looked at. A neighbourhood rarely holds as many.</summary>
    private const int Newest = 250;

    private const int MostOfOneLook = 20;

    private static readonly Looking Every = new((_, _) => true, MostLooks, OnlyAgreed: false, AmongThemselves: false);

    // One asks, the other brings. A day's list has few places: the nearest few entries do.
    private static readonly Looking Answers = new((one, other) => (one, other) is (Meaning.Wants, Meaning.Brings) or (Meaning.Brings, Meaning.Wants), FewLooks, OnlyAgreed: true, AmongThemselves: true);

    private const int MostTies = 500;

    /// <summary>Everybody worth introducing to somebody of <paramref name="from"/>, the best first; then, where a place is known, a
    /// connector or two who share nothing with them but know many.</summary>
    public static async Task<IReadOnlyList<MatchedPerson>> Find(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, TermKinship kin, int most, CancellationToken token)
    {
        var known = await KnownTo(db, from, token);
        known.UnionWith(await PairsDropped.For(db, from.Ids, token));
        var fitting = Ranked(await Matched(db, viewer, today, from, kin, Every, await Candidates(db, viewer, today, from, kin, Every, token), known, token)).Take(most).Select(m => m.Person).ToList();
        return [.. fitting, .. await Connectors.Find(db, viewer, today, from, known, [.. fitting.Select(f => f.Id)], token)];
    }

    /// <summary>For a day's list: asks that a neighbour's gift answers, where both have agreed to be introduced, the best for each of
    /// <paramref name="from"/> first. Pairs that were dropped are left out, and those that were moved until their day.</summary>
    public static async Task<IReadOnlyList<MatchedPair>> FindAnswers(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, TermKinship kin, CancellationToken token)
    {
        var found = await Candidates(db, viewer, today, from, kin, Answers, token);
        if (found.Count == 0)
        {
            return [];
        }

        var known = await KnownTo(db, from, token);
        known.UnionWith(await PairsDropped.For(db, from.Ids, token, orMovedBeyond: today));
        return [.. Ranked((await Matched(db, viewer, today, from, kin, Answers, found, known, token)).Where(m => m.Person is { Mine: ConsentStanding.Agreed, Theirs: ConsentStanding.Agreed }))];
    }

    private static async Task<List<MatchedPair>> Matched(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, TermKinship kin, Looking looking, List<(PersonId Person, Said Said)> found, HashSet<(PersonId Seeker, PersonId Other)> known, CancellationToken token)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.Select(f => f.Person).Distinct().ToList();
        var people = await db.People.VisibleTo(viewer, db, today).Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, p.Language, p.IsConnector, p.NeighbourhoodId })
            .ToListAsync(token);
        var said = found.ToLookup(f => f.Person, f => f.Said);
        var consents = await Consents(db, today, [.. ids, .. from.Ids], token);
        var lately = await IntroducedLately(db, today, ids, token);

        var matched = new List<MatchedPair>();
        foreach (var person in people)
        {
            var (often, theirs) = (lately.GetValueOrDefault(person.Id), consents[person.Id]);
            if (theirs == ConsentStanding.SaidNo || often >= PeopleFit.MostLately)
            {
                continue;
            }

            (Seeker Seeker, Fit Fit, Circumstances Around, double Score)? best = null;
            foreach (var seeker in from.Seekers.Where(s => s.Id != person.Id && (s.Id is not { } id || !known.Contains((id, person.Id)))))
            {
                var mine = seeker.Id is { } own ? consents[own] : ConsentStanding.NotAsked;
                if (mine == ConsentStanding.SaidNo)
                {
                    continue;
                }

                var fit = PeopleFit.Between(seeker.Said, [.. said[person.Id]], kin, today, looking.For);
                var around = new Circumstances(
                    from.MetresTo(person.NeighbourhoodId),
                    SharedLanguage(seeker.Language, person.Language),
                    person.IsConnector,
                    often,
                    mine == ConsentStanding.Agreed && theirs == ConsentStanding.Agreed);
                var score = PeopleFit.Score(fit.Strength, around);
                if (fit.Strength >= PeopleFit.Least && (best is null || score > best.Value.Score))
                {
                    best = (seeker, fit, around, score);
                }
            }

            if (best is { } chosen)
            {
                var name = new NamedPerson(person.Id, person.FirstName, person.KnownAs, person.LastName);
                var where = Where(from, person.NeighbourhoodId, chosen.Around.Metres);
                var spoken = Person.NameOf(person.FirstName, person.KnownAs, null);
                matched.Add(new MatchedPair(
                    new MatchedPerson(
                        person.Id,
                        name.Name,
                        chosen.Seeker.Id,
                        chosen.Seeker.Id is null ? null : chosen.Seeker.Name,
                        Sentences.People(chosen.Seeker.Name, spoken, where, chosen.Fit.Bonds[0]),
                        Also(chosen.Seeker, spoken, person.Language, chosen.Fit, chosen.Around),
                        chosen.Seeker.Id is { } asked ? consents[asked] : ConsentStanding.NotAsked,
                        theirs,
                        chosen.Around.Metres),
                    name,
                    chosen.Fit.Bonds[0],
                    chosen.Score));
            }
        }

        return matched;
    }

    /// <summary>The better score first; then the nearer; then the one known longer, so that the order never depends on chance.</summary>
    public static IEnumerable<MatchedPair> Ranked(IEnumerable<MatchedPair> matched) =>
        matched.OrderByDescending(m => Math.Round(m.Score, 9)).ThenBy(m => m.Person.Metres ?? double.MaxValue).ThenBy(m => m.Person.Id.Value);

    /// <summary>A language that both like to speak and that not everybody here does.</summary>
    public static bool SharedLanguage(string? one, string? other) =>
        one is not null && !string.Equals(one, "English", StringComparison.OrdinalIgnoreCase) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public static string? Where(Standpoint from, NeighbourhoodId? neighbourhood, double? metres)
    {
        if (neighbourhood is not { } there || !from.Names.TryGetValue(there, out var name))
        {
            return null;
        }

        return neighbourhood == from.Home ? $"in {name} too" : metres is { } far ? $"about {Reach.InWords(far)} in {name}" : $"in {name}";
    }

    private static List<string> Also(Seeker seeker, string name, string? language, Fit fit, Circumstances around)
    {
        // The same things said a second way are no second reason.
        var more = fit.Bonds.Skip(1)
            .Where(b => b.Theirs.Term?.Id != fit.Bonds[0].Theirs.Term?.Id || b.Mine.Term?.Id != fit.Bonds[0].Mine.Term?.Id)
            .Take(2).Select(b => Sentences.People(seeker.Name, name, null, b)).ToList();
        if (around.SharedLanguage)
        {
            more.Add($"Both speak {language}.");
        }

        if (around.Connector)
        {
            more.Add($"{name} knows a lot of people round here.");
        }

        if (around.IntroducedLately > 0)
        {
            more.Add($"{name} was introduced to {(around.IntroducedLately == 1 ? "somebody" : "two people")} this month already.");
        }

        return more;
    }

    private static async Task<List<(PersonId Person, Said Said)>> Candidates(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, TermKinship kin, Looking looking, CancellationToken token)
    {
        var looks = new Dictionary<(GiftTermId Term, GiftDirection Direction), (CachedTerm Term, double Promise)>();
        foreach (var said in from.Seekers.SelectMany(s => s.Said).Where(s => s.Term is not null))
        {
            foreach (var (term, _) in kin.KinOf(said.Term!, alike: true))
            {
                foreach (var direction in (GiftDirection[])[GiftDirection.Gift, GiftDirection.Ask])
                {
                    var theirs = Said.MeaningOf(direction, term.Kind);
                    if (!looking.For(said.Meaning, theirs))
                    {
                        continue;
                    }

                    var promise = PeopleFit.Weight(said.Meaning, theirs) * kin.Between(said.Term, term, PeopleFit.Alike(said.Meaning, theirs)) * said.Certain * PeopleFit.Freshness(said, today);
                    if (promise >= PeopleFit.Least && (!looks.TryGetValue((term.Id, direction), out var known) || promise > known.Promise))
                    {
                        looks[(term.Id, direction)] = (term, promise);
                    }
                }
            }
        }

        var seekers = from.Ids.ToHashSet();
        var within = from.Within.ToList();
        var people = db.People.VisibleTo(viewer, db, today);
        if (within.Count > 0)
        {
            people = people.Where(p => p.NeighbourhoodId != null && within.Contains(p.NeighbourhoodId.Value));
        }

        if (looking.OnlyAgreed)
        {
            var live = db.Consents.LiveOn(today);
            people = people.Where(p => live.Any(c => c.PersonId == p.Id && c.Use == ConsentUse.IntroduceMe));
        }

        // Who and when stand in the index; the words are read of those found alone.
        var found = new List<(GiftId Gift, PersonId Person, DateOnly HeardOn, Meaning Meaning, CachedTerm Term)>();
        foreach (var ((id, direction), (term, _)) in looks.OrderByDescending(l => l.Value.Promise).ThenBy(l => l.Key.Term.Value).ThenBy(l => l.Key.Direction).Take(looking.Most))
        {
            var rows = await db.Gifts
                .Where(g => g.ProgrammeId == viewer.ProgrammeId && g.TermId == id && g.Direction == direction)
                .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
                .Select(g => new { g.Id, g.HeardOn, g.PersonId })
                .Take(Newest)
                .Where(g => people.Any(p => p.Id == g.PersonId))
                .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
                .Take(MostOfOneLook)
                .ToListAsync(token);
            found.AddRange(rows.Where(r => looking.AmongThemselves || !seekers.Contains(r.PersonId!.Value)).Select(r => (r.Id, r.PersonId!.Value, r.HeardOn, Said.MeaningOf(direction, term.Kind), term)));
        }

        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.ConvertAll(f => f.Gift);
        var words = await db.Gifts.Where(g => EF.Parameter(ids).Contains(g.Id)).Select(g => new { g.Id, g.Words }).ToDictionaryAsync(g => g.Id, g => g.Words, token);
        return [.. found.Where(f => words.ContainsKey(f.Gift)).Select(f => (f.Person, new Said(f.Meaning, f.Term, words[f.Gift], f.HeardOn)))];
    }

    /// <summary>Who knows whom already, was introduced before, or said no to it: whatever came of it, nobody is asked twice.</summary>
    private static async Task<HashSet<(PersonId Seeker, PersonId Other)>> KnownTo(IAbcdDbContext db, Standpoint from, CancellationToken token)
    {
        var ids = from.Ids.ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var nullable = ids.ConvertAll(i => (PersonId?)i);
        var most = MostTies * ids.Count;
        // One statement: from either end, by a connection or by an introduction.
        var ties = await db.Connections.Where(c => EF.Parameter(nullable).Contains(c.FromPersonId) && c.ToPersonId != null).Select(c => new { Seeker = c.FromPersonId, Other = c.ToPersonId }).Take(most)
            .Concat(db.Connections.Where(c => EF.Parameter(nullable).Contains(c.ToPersonId) && c.FromPersonId != null).Select(c => new { Seeker = c.ToPersonId, Other = c.FromPersonId }).Take(most))
            .Concat(db.Introductions.Where(i => EF.Parameter(ids).Contains(i.PersonId) && i.ToPersonId != null).Select(i => new { Seeker = (PersonId?)i.PersonId, Other = i.ToPersonId }).Take(most))
            .Concat(db.Introductions.Where(i => EF.Parameter(nullable).Contains(i.ToPersonId)).Select(i => new { Seeker = i.ToPersonId, Other = (PersonId?)i.PersonId }).Take(most))
            .ToListAsync(token);
        return [.. ties.Select(t => (t.Seeker!.Value, t.Other!.Value))];
    }

    public static async Task<Dictionary<PersonId, ConsentStanding>> Consents(IAbcdDbContext db, DateOnly today, List<PersonId> ids, CancellationToken token)
    {
        var given = await db.Consents.Where(c => EF.Parameter(ids).Contains(c.PersonId) && c.Use == ConsentUse.IntroduceMe)
            .Select(c => new { c.PersonId, c.GivenOn, c.ExpiresOn, c.WithdrawnOn }).ToListAsync(token);
        var byPerson = given.ToLookup(c => c.PersonId, c => ConsentStates.On(today, c.GivenOn, c.ExpiresOn, c.WithdrawnOn));
        return ids.Distinct().ToDictionary(
            id => id,
            id => byPerson[id].Contains(ConsentState.Live) ? ConsentStanding.Agreed : byPerson[id].Contains(ConsentState.Withdrawn) ? ConsentStanding.SaidNo : ConsentStanding.NotAsked);
    }

    public static async Task<Dictionary<PersonId, int>> IntroducedLately(IAbcdDbContext db, DateOnly today, List<PersonId> ids, CancellationToken token)
    {
        var since = today.AddDays(-PeopleFit.LatelyDays);
        var nullable = ids.ConvertAll(i => (PersonId?)i);
        var both = await db.Introductions.Where(i => EF.Parameter(ids).Contains(i.PersonId) && i.On > since).Select(i => (PersonId?)i.PersonId)
            .Concat(db.Introductions.Where(i => EF.Parameter(nullable).Contains(i.ToPersonId) && i.On > since).Select(i => i.ToPersonId))
            .ToListAsync(token);
        return both.CountBy(i => i!.Value).ToDictionary(c => c.Key, c => c.Value);
    }

    /// <param name="For">Whether what was said is looked for with what else is said.</param>
    /// <param name="Most">How many entries of the taxonomy are looked up.</param>
    /// <param name="OnlyAgreed">Only those who have agreed to be introduced.</param>
    /// <param name="AmongThemselves">Those who look may be found too: they did not talk with one another.</param>
    private sealed record Looking(Func<Meaning, Meaning, bool> For, int Most, bool OnlyAgreed, bool AmongThemselves);
}

/// <summary>Somebody worth introducing, by which bond, and how well it is likely to go.</summary>
internal sealed record MatchedPair(MatchedPerson Person, NamedPerson Named, Bond Bond, double Score);

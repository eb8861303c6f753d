using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>What people hope for, ask about and care about since the last meeting, where two agencies or more can move it.</summary>
internal static class DraftedThemes
{
    public const string Prefix = "theme-";

    private const int Most = 4;
    private const int Looked = 40;
    private const int MostWords = 3;

    /// <summary>What a suggestion is about; null where it is of another kind.</summary>
    public static GiftTermId? TermOf(string? key) =>
        key?.StartsWith(Prefix, StringComparison.Ordinal) == true && long.TryParse(key.AsSpan(Prefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var term) ? new GiftTermId(term) : null;

    public static async Task<IEnumerable<Suggested>> Of(IAbcdDbContext db, DraftScope scope, GiftTermCache cache, CancellationToken token)
    {
        // By (programme, heard on), whole in the index: two months of gifts at the most, however many there were before.
        var heard = Heard(db, scope);
        var fewest = scope.Policy.Fewest;
        var counted = await heard
            .GroupBy(g => g.TermId)
            .Select(g => new { Term = g.Key, People = g.Select(x => x.PersonId).Distinct().Count() })
            // Fewer people would point at somebody.
            .Where(g => g.People >= fewest)
            .OrderByDescending(g => g.People).ThenBy(g => g.Term)
            .Take(Looked)
            .ToListAsync(token);
        if (counted.Count == 0)
        {
            return [];
        }

        var table = await db.Agencies.Where(a => a.ProgrammeId == scope.Programme && a.LeftOn == null).GroupBy(a => a.Sector).Select(g => new { Sector = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Sector, g => g.Count, token);
        var terms = (await cache.All(db, token)).ToDictionary(t => t.Id);
        var themes = new List<Suggested>();
        foreach (var theme in counted)
        {
            if (!terms.TryGetValue(theme.Term!.Value, out var term))
            {
                continue;
            }

            var movers = WhoCanMove.Shipped.Of(term).Where(table.ContainsKey).ToList();
            if (movers.Sum(s => table[s]) < 2)
            {
                continue;
            }

            themes.Add(new(
                Prefix + theme.Term,
                term.Name.StartsWith("Cares about ", StringComparison.Ordinal) ? Domain.Common.Words.Capital(term.Name["Cares about ".Length..]) : term.Name,
                $"{theme.People} people spoke of it since {scope.SinceWords}. {Domain.Common.Words.Capital(DraftScope.List(movers.ConvertAll(SectorWords)))} can move it together.",
                $"/gifts?term={theme.Term}{(scope.Place is { } place ? $"&neighbourhood={place}" : "")}",
                15));
            if (themes.Count == Most)
            {
                break;
            }
        }

        return themes;
    }

    /// <summary>People's own words on a theme, of those alone who agree today to share with each of the agencies. Never kept with the
    /// agenda: who withdraws before the meeting is not quoted at it.</summary>
    public static async Task<IReadOnlyList<string>> Words(IAbcdDbContext db, DraftScope scope, GiftTermId term, IReadOnlyList<AgencyId> agencies, DateOnly today, CancellationToken token)
    {
        var sharing = db.People.SharingWithAll(db, agencies, today);
        var heard = await Heard(db, scope).Where(g => g.TermId == term && sharing.Any(p => p.Id == g.PersonId))
            .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
            .Take(MostWords * 4)
            .Select(g => g.Words)
            .ToListAsync(token);
        return [.. heard.Distinct(StringComparer.CurrentCultureIgnoreCase).Take(MostWords)];
    }

    /// <summary>The conversations in which people spoke of it, the newest first.</summary>
    public static async Task<List<ConversationId>> HeardIn(IAbcdDbContext db, DraftScope scope, GiftTermId term, int most, CancellationToken token)
    {
        var heard = await Heard(db, scope).Where(g => g.TermId == term && g.ConversationId != null).GroupBy(g => g.ConversationId!.Value)
            .Select(g => new { g.Key, On = g.Max(x => x.HeardOn) }).OrderByDescending(g => g.On).ThenByDescending(g => g.Key).Take(most).ToListAsync(token);
        return heard.ConvertAll(h => h.Key);
    }

    private static IQueryable<Gift> Heard(IAbcdDbContext db, DraftScope scope)
    {
        var gifts = db.Gifts.Where(g => g.ProgrammeId == scope.Programme && g.HeardOn >= scope.Since && g.HeardOn <= scope.Until && g.TermId != null && g.PersonId != null
            && (g.Direction == GiftDirection.Ask || g.Kind == GiftKind.Hope || g.Kind == GiftKind.Idea || g.Kind == GiftKind.Heart));
        return scope.Place is { } place ? gifts.Where(g => db.People.Any(p => p.Id == g.PersonId && p.NeighbourhoodId == place)) : gifts;
    }

    private static string SectorWords(Sector sector) => sector switch
    {
        Sector.Nhs => "the NHS",
        Sector.Council => "the council",
        Sector.Police => "the police",
        Sector.Fire => "the fire service",
        Sector.Housing => "housing",
        Sector.School => "schools",
        Sector.Vcse => "voluntary groups",
        Sector.Faith => "faith groups",
        Sector.Business => "businesses",
        _ => "others",
    };
}

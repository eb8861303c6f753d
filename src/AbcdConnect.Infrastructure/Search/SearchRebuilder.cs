using System.Linq.Expressions;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Search;

/// <summary>Makes the index again, batch by batch, each in a transaction with the mark of how far it has come.</summary>
internal sealed class SearchRebuilder(AbcdDbContext db) : ISearchRebuilder
{
    // Who and where first: it is what a worker needs at the door. What was said comes late, the newest first.
    private static readonly SearchKind[] Order = [SearchKind.Person, SearchKind.Asset, SearchKind.Activity, SearchKind.Agency, SearchKind.Meeting, SearchKind.Conversation, SearchKind.Decision];

    // The third version only added the decisions, which come last: whoever has the second makes those and nothing else.
    private const int LacksDecisions = 2;

    public Task<SearchRebuilt> Next(int most, bool fromTheStart, CancellationToken token) => db.AllOrNothing(
        async () =>
        {
            var keeper = new SearchKeeper(db);
            // Others who rebuild wait here, then go on from where this one comes to.
            await keeper.Lock(token);
            var state = await db.SearchIndexStates.AsNoTracking().SingleAsync(token);
            if (!fromTheStart && state.Version == Tokens.Version)
            {
                return new SearchRebuilt(Done: true, 0);
            }

            if (!fromTheStart && state.Version == LacksDecisions)
            {
                (state.Version, state.Making, state.Kind, state.Below) = (0, Tokens.Version, SearchKind.Decision, long.MaxValue);
            }
            else if (fromTheStart || state.Making != Tokens.Version)
            {
                (state.Version, state.Making, state.Kind, state.Below) = (0, Tokens.Version, Order[0], long.MaxValue);
                // Another version may have made other keys of the same words.
                await db.SearchKeys.ExecuteDeleteAsync(token);
            }

            var records = await Read(state.Kind, state.Below, most, token);
            var added = await keeper.Keep(records.ConvertAll(r => new SearchChange(r, IsNew: false, IsGone: false)), token);
            await db.SaveOnlyAsync(token);
            foreach (var programme in records.GroupBy(r => r.ProgrammeId))
            {
                added = await keeper.KeepKeys(programme.Key, programme.SelectMany(r => Tokens.OfRecord(r).Keys), token);
            }

            await db.SaveOnlyAsync(token);
            foreach (var row in added)
            {
                db.Entry(row).State = EntityState.Detached;
            }

            Advance(state, records, most);
            await db.SearchIndexStates.ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Version, state.Version).SetProperty(s => s.Making, state.Making).SetProperty(s => s.Kind, state.Kind).SetProperty(s => s.Below, state.Below),
                token);
            return new SearchRebuilt(state.Version == Tokens.Version, records.Count);
        },
        token);

    private static void Advance(SearchIndexState state, List<ISearchable> records, int most)
    {
        if (records.Count == most)
        {
            state.Below = records[^1].SearchId;
            return;
        }

        var next = Array.IndexOf(Order, state.Kind) + 1;
        if (next == Order.Length)
        {
            state.Version = Tokens.Version;
            return;
        }

        (state.Kind, state.Below) = (Order[next], long.MaxValue);
    }

    private Task<List<ISearchable>> Read(SearchKind kind, long below, int most, CancellationToken token) => kind switch
    {
        SearchKind.Person => Read(db.People, p => (long)(object)p.Id, p => (long)(object)p.Id < below, most, token),
        SearchKind.Asset => Read(db.Assets, a => (long)(object)a.Id, a => (long)(object)a.Id < below, most, token),
        SearchKind.Activity => Read(db.Activities, a => (long)(object)a.Id, a => (long)(object)a.Id < below, most, token),
        SearchKind.Agency => Read(db.Agencies, a => (long)(object)a.Id, a => (long)(object)a.Id < below, most, token),
        SearchKind.Meeting => Read(db.Meetings, m => (long)(object)m.Id, m => (long)(object)m.Id < below, most, token),
        SearchKind.Decision => Read(db.Decisions, d => (long)(object)d.Id, d => (long)(object)d.Id < below, most, token),
        _ => Read(db.Conversations, c => (long)(object)c.Id, c => (long)(object)c.Id < below, most, token),
    };

    private static async Task<List<ISearchable>> Read<T>(IQueryable<T> all, Expression<Func<T, long>> id, Expression<Func<T, bool>> below, int most, CancellationToken token)
        where T : class, ISearchable =>
        [.. await all.AsNoTracking().Where(below).OrderByDescending(id).Take(most).ToListAsync(token)];
}

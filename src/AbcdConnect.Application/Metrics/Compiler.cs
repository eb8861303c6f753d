using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>Compiles months and keeps what came out: only figures that moved are written.</summary>
internal sealed class Compiler(IAbcdDbContext db, TimeProvider clock, Programme programme)
{
    private static readonly Metric[] Everything = Enum.GetValues<Metric>();
    private static readonly Metric[] OnlyNewConversations = [Metric.NewConversations];

    /// <summary>The first month that has figures.</summary>
    public YearMonth FirstMonth { get; } = YearMonth.Containing(programme.StartsOn);

    /// <summary>The month that is running.</summary>
    public YearMonth ThisMonth { get; } = YearMonth.Containing(clock.Today());

    /// <summary>Compiles these months, oldest first, each stored as one.</summary>
    /// <param name="done">Told after each month how many figures moved in it.</param>
    /// <returns>How many figures moved.</returns>
    public async Task<int> Compile(IEnumerable<YearMonth> months, IReadOnlySet<YearMonth> newConversationsOnly, Func<YearMonth, Task> done, CancellationToken token)
    {
        var moved = 0;
        foreach (var year in months.Order().GroupBy(m => (Start: ProgrammeYear.StartOf(m, programme.StartsOn), Partly: newConversationsOnly.Contains(m))))
        {
            var metrics = year.Key.Partly ? OnlyNewConversations : Everything;
            List<YearMonth> wanted = [.. year];
            var seen = await Marks(wanted, token);
            var figures = (await new Figures(db, programme.Id, FirstMonth, year.Key.Start, wanted).Compile(metrics, token)).ToLookup(f => f.Key.Month);
            foreach (var month in wanted)
            {
                moved += await Store(month, metrics, figures[month], token);
                if (!year.Key.Partly && seen.TryGetValue(month, out var at))
                {
                    // Only the mark that was there before: what changed meanwhile is compiled next time.
                    await db.ChangedMonths.Where(c => c.ProgrammeId == programme.Id && c.Month == month && c.ChangedAt == at).ExecuteDeleteAsync(token);
                }

                await done(month);
            }
        }

        return moved;
    }

    /// <summary>The months whose figures a change may have moved.</summary>
    /// <param name="NewConversationsOnly">Of these, the ones where only "not met before" can have moved: somebody met earlier than was known.</param>
    public sealed record Work(IReadOnlyList<YearMonth> Months, IReadOnlySet<YearMonth> NewConversationsOnly);

    /// <summary>Every month from the first to this one.</summary>
    public Work All() => new([.. FirstMonth.Through(ThisMonth)], new HashSet<YearMonth>());

    /// <summary>
    /// The changed months; those after them in the same programme year or quarter, whose figures hold them; and, for "not met before",
    /// all later months. Marks on months to come stay until their time: an activity has a say six months on.
    /// </summary>
    public async Task<Work> Changed(CancellationToken token)
    {
        var marked = await db.ChangedMonths.Where(c => c.ProgrammeId == programme.Id && c.Month <= ThisMonth).Select(c => c.Month).ToListAsync(token);
        if (marked.Count == 0)
        {
            return new Work([], new HashSet<YearMonth>());
        }

        var whole = marked.Where(m => m >= FirstMonth)
            .SelectMany(m => m.Through(Earlier(Later(ProgrammeYear.EndOf(m, programme.StartsOn), CalendarQuarter.EndOf(m)), ThisMonth)))
            .ToHashSet();
        var first = marked.Min();
        List<YearMonth> months = [.. (first > FirstMonth ? first : FirstMonth).Through(ThisMonth)];
        return new Work(months, months.Where(m => !whole.Contains(m)).ToHashSet());
    }

    /// <summary>Forgets marks on months before the programme, which have no figures of their own.</summary>
    public Task<int> ForgetMarksBefore(DateTimeOffset seen, CancellationToken token)
    {
        var first = FirstMonth;
        return db.ChangedMonths.Where(c => c.ProgrammeId == programme.Id && c.Month < first && c.ChangedAt <= seen).ExecuteDeleteAsync(token);
    }

    private static YearMonth Earlier(YearMonth one, YearMonth other) => one < other ? one : other;

    private static YearMonth Later(YearMonth one, YearMonth other) => one > other ? one : other;

    private Task<Dictionary<YearMonth, DateTimeOffset>> Marks(List<YearMonth> months, CancellationToken token)
    {
        var (first, last) = (months.Min(), months.Max());
        return db.ChangedMonths.AsNoTracking()
            .Where(c => c.ProgrammeId == programme.Id && c.Month >= first && c.Month <= last)
            .ToDictionaryAsync(c => c.Month, c => c.ChangedAt, token);
    }

    private async Task<int> Store(YearMonth month, Metric[] metrics, IEnumerable<KeyValuePair<FigureKey, int>> figures, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var stored = await db.MonthlyMetrics.AsNoTracking()
            .Where(m => m.ProgrammeId == programme.Id && m.Month == month)
            .ToListAsync(token);
        var old = stored.Where(m => metrics.Contains(m.Metric))
            .ToDictionary(m => new FigureKey(m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part));
        var moved = 0;
        foreach (var (key, value) in figures)
        {
            if (!old.Remove(key, out var known))
            {
                moved++;
                db.MonthlyMetrics.Add(new MonthlyMetric
                {
                    ProgrammeId = programme.Id,
                    Month = key.Month,
                    Period = key.Period,
                    Metric = key.Metric,
                    Part = key.Part,
                    Scope = key.Scope,
                    ScopeId = key.ScopeId,
                    Value = value,
                    CompiledAt = now,
                });
            }
            else
            {
                Change(known, value);
            }
        }

        // What is not counted any more is nought, and stays to say so.
        foreach (var gone in old.Values)
        {
            Change(gone, 0);
        }

        if (moved > 0)
        {
            await db.SaveChangesAsync(token);
            db.Forget();
        }

        return moved;

        void Change(MonthlyMetric known, int value)
        {
            if (known.Value != value)
            {
                moved++;
                db.MonthlyMetrics.Attach(known);
                known.Value = value;
                known.CompiledAt = now;
            }
        }
    }
}

using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>Which figure: the key that a compiled value is kept under.</summary>
internal readonly record struct FigureKey(YearMonth Month, MetricPeriod Period, MetricScope Scope, long ScopeId, Metric Metric, string Part);

/// <summary>
/// Works out the figures of some months of one programme year, with one grouped query a metric over the index range of dates.
/// Things (a conversation, an asset, a tie) lie in exactly one month, one neighbourhood and one worker's hands, so cells of these are
/// counted and added up. People are counted once in each period and scope, so those are asked for one by one.
/// </summary>
/// <param name="begun">The programme's first month: a quarter that it began in is counted from there.</param>
internal sealed class Figures(IAbcdDbContext db, ProgrammeId programme, YearMonth begun, YearMonth yearStart, IReadOnlyList<YearMonth> months)
{
    private readonly Dictionary<FigureKey, int> values = [];
    // A quarter may reach back into the programme year before.
    private readonly DateOnly from = EarliestOf(begun, yearStart, months).First;
    private readonly DateOnly to = months.Max().Last;

    /// <summary>Every figure that is not nought, and every programme-wide one.</summary>
    public async Task<Dictionary<FigureKey, int>> Compile(IReadOnlyCollection<Metric> metrics, CancellationToken token)
    {
        foreach (var metric in metrics)
        {
            foreach (var month in months)
            {
                foreach (var part in MetricPart.Of(metric))
                {
                    values[new FigureKey(month, MetricPeriod.Month, MetricScope.Programme, 0, metric, part)] = 0;
                    values[new FigureKey(month, MetricPeriod.YearToDate, MetricScope.Programme, 0, metric, part)] = 0;
                    if (CalendarQuarter.EndsWith(month))
                    {
                        values[new FigureKey(month, MetricPeriod.Quarter, MetricScope.Programme, 0, metric, part)] = 0;
                    }
                }
            }

            await (metric switch
            {
                Metric.NewConversations => NewConversations(token),
                Metric.ContactsAdded => ContactsAdded(token),
                Metric.ActivitiesStarted => ActivitiesStarted(token),
                Metric.PeopleSignposted => PeopleSignposted(token),
                Metric.MultiAgencyMeetings => MultiAgencyMeetings(token),
                Metric.ConnectionsMade => ConnectionsMade(token),
                Metric.SignpostsLanded => SignpostsLanded(token),
                Metric.SelfSustainingActivities => SelfSustaining(token),
                _ => throw new InvalidOperationException($"{metric} has no definition."),
            });
        }

        return values;
    }

    private async Task NewConversations(CancellationToken token)
    {
        var cells = await db.NewConversations(programme, from, to)
            .GroupBy(c => new { c.HeldOn.Year, c.HeldOn.Month, c.NeighbourhoodId, c.WorkerId })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        cells.ForEach(c => Add(new YearMonth(c.Key.Year, c.Key.Month), c.Key.NeighbourhoodId?.Value, c.Key.WorkerId?.Value, Metric.NewConversations, MetricPart.Whole, c.Count));
    }

    private async Task ContactsAdded(CancellationToken token)
    {
        var cells = await db.ContactsAdded(programme, from, to)
            .GroupBy(a => new { a.AddedOn.Year, a.AddedOn.Month, a.NeighbourhoodId, a.AddedBy })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        cells.ForEach(c => Add(new YearMonth(c.Key.Year, c.Key.Month), c.Key.NeighbourhoodId?.Value, c.Key.AddedBy?.Value, Metric.ContactsAdded, MetricPart.Whole, c.Count));
    }

    private async Task ActivitiesStarted(CancellationToken token)
    {
        var cells = await db.ActivitiesStarted(programme, from, to)
            .GroupBy(a => new { a.FirstSessionOn!.Value.Year, a.FirstSessionOn!.Value.Month, a.NeighbourhoodId, a.AddedBy })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        cells.ForEach(c => Add(new YearMonth(c.Key.Year, c.Key.Month), c.Key.NeighbourhoodId?.Value, c.Key.AddedBy?.Value, Metric.ActivitiesStarted, MetricPart.Whole, c.Count));
    }

    private async Task MultiAgencyMeetings(CancellationToken token)
    {
        // A handful a month, and nobody's in particular.
        var meetings = await db.MultiAgencyMeetings(programme, from, to).Select(m => new { m.HeldOn, m.NeighbourhoodId }).ToListAsync(token);
        meetings.ForEach(m => Add(YearMonth.Containing(m.HeldOn), m.NeighbourhoodId?.Value, null, Metric.MultiAgencyMeetings, MetricPart.Whole, 1));
    }

    private async Task ConnectionsMade(CancellationToken token)
    {
        var cells = await db.ConnectionsMade(programme, from, to)
            .GroupBy(c => new { c.BeganOn.Year, c.BeganOn.Month, c.NeighbourhoodId, c.RecordedBy, c.Kind, c.Origin })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        foreach (var cell in cells)
        {
            string[] parts = [MetricPart.Whole, PartOf(cell.Key.Kind), PartOf(cell.Key.Origin)];
            foreach (var part in parts)
            {
                Add(new YearMonth(cell.Key.Year, cell.Key.Month), cell.Key.NeighbourhoodId?.Value, cell.Key.RecordedBy?.Value, Metric.ConnectionsMade, part, cell.Count);
            }
        }
    }

    private async Task SignpostsLanded(CancellationToken token)
    {
        const int Landed = 1;
        const int DidNotGo = 2;
        const int NotYetKnown = 3;
        var cells = await db.SignpostsGiven(programme, from, to)
            .Select(s => new
            {
                s.GivenOn,
                s.NeighbourhoodId,
                s.WorkerId,
                Became = s.AttendedOn != null && s.AttendedOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays) ? Landed
                    : s.DidNotGoOn != null && s.DidNotGoOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays) ? DidNotGo
                    : NotYetKnown,
            })
            .GroupBy(s => new { s.GivenOn.Year, s.GivenOn.Month, s.NeighbourhoodId, s.WorkerId, s.Became })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        foreach (var cell in cells)
        {
            var became = cell.Key.Became switch { Landed => MetricPart.Whole, DidNotGo => MetricPart.DidNotGo, _ => MetricPart.NotYetKnown };
            string[] parts = [MetricPart.Given, became];
            foreach (var part in parts)
            {
                Add(new YearMonth(cell.Key.Year, cell.Key.Month), cell.Key.NeighbourhoodId?.Value, cell.Key.WorkerId?.Value, Metric.SignpostsLanded, part, cell.Count);
            }
        }
    }

    private async Task PeopleSignposted(CancellationToken token)
    {
        var unnamed = await db.SignpostsGiven(programme, from, to)
            .Where(s => s.PersonId == null)
            .GroupBy(s => new { s.GivenOn.Year, s.GivenOn.Month, s.NeighbourhoodId, s.WorkerId })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        unnamed.ForEach(c => Add(new YearMonth(c.Key.Year, c.Key.Month), c.Key.NeighbourhoodId?.Value, c.Key.WorkerId?.Value, Metric.PeopleSignposted, MetricPart.Whole, c.Count));
        foreach (var month in months)
        {
            await DifferentPeople(month, MetricPeriod.Month, month.First, token);
            await DifferentPeople(month, MetricPeriod.YearToDate, yearStart.First, token);
            if (CalendarQuarter.EndsWith(month))
            {
                await DifferentPeople(month, MetricPeriod.Quarter, QuarterFrom(month, begun).First, token);
            }
        }
    }

    private async Task DifferentPeople(YearMonth month, MetricPeriod period, DateOnly first, CancellationToken token)
    {
        var named = db.SignpostsGiven(programme, first, month.Last).Where(s => s.PersonId != null);
        Put(MetricScope.Programme, 0, await named.Select(s => s.PersonId).Distinct().CountAsync(token));
        var places = await named.Select(s => new { s.NeighbourhoodId, s.PersonId }).Distinct()
            .GroupBy(s => s.NeighbourhoodId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
        places.ForEach(p => Put(MetricScope.Neighbourhood, p.Key?.Value ?? 0, p.Count));
        var workers = await named.Where(s => s.WorkerId != null).Select(s => new { s.WorkerId, s.PersonId }).Distinct()
            .GroupBy(s => s.WorkerId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
        workers.ForEach(w => Put(MetricScope.Worker, w.Key!.Value.Value, w.Count));

        void Put(MetricScope scope, long id, int count) => Raise(new FigureKey(month, period, scope, id, Metric.PeopleSignposted, MetricPart.Whole), count);
    }

    private async Task SelfSustaining(CancellationToken token)
    {
        // Whichever reach six or twelve months of age in the period: at most a year's beginnings, twice.
        var first = EarliestOf(begun, yearStart, months);
        var (earliest, latest) = (first.AddMonths(-12).First, months.Max().AddMonths(-6).Last);
        var started = await db.ActivitiesStarted(programme, earliest, latest)
            .Select(a => new
            {
                First = a.FirstSessionOn!.Value,
                a.NeighbourhoodId,
                a.AddedBy,
                History = db.ActivityStatusChanges.Where(h => h.ActivityId == a.Id).ToList(),
            })
            .ToListAsync(token);
        foreach (var activity in started)
        {
            var (neighbourhood, worker) = (activity.NeighbourhoodId?.Value, activity.AddedBy?.Value);
            Age(6, MetricPart.Reached6, MetricPart.Running6, MetricPart.ResidentLed6);
            Age(12, MetricPart.Reached12, MetricPart.Running12, MetricPart.ResidentLed12);

            void Age(int age, string reached, string running, string residentLed)
            {
                var day = activity.First.AddMonths(age);
                var month = YearMonth.Containing(day);
                if (month < first)
                {
                    return;
                }

                var then = activity.History.On(day);
                Add(month, neighbourhood, worker, Metric.SelfSustainingActivities, reached, 1);
                if (!then.Running)
                {
                    return;
                }

                Add(month, neighbourhood, worker, Metric.SelfSustainingActivities, running, 1);
                // Six and twelve months fall into one year at most once each, and never into one month; the whole counts each.
                Add(month, neighbourhood, worker, Metric.SelfSustainingActivities, MetricPart.Whole, 1);
                if (then.ResidentLed)
                {
                    Add(month, neighbourhood, worker, Metric.SelfSustainingActivities, residentLed, 1);
                }
            }
        }
    }

    private void Add(YearMonth on, long? neighbourhood, long? worker, Metric metric, string part, int count)
    {
        foreach (var month in months)
        {
            if (on > month)
            {
                continue;
            }

            if (on >= yearStart)
            {
                AddTo(MetricPeriod.YearToDate);
            }

            if (CalendarQuarter.EndsWith(month) && on >= QuarterFrom(month, begun))
            {
                AddTo(MetricPeriod.Quarter);
            }

            if (on == month)
            {
                AddTo(MetricPeriod.Month);
            }

            void AddTo(MetricPeriod period)
            {
                Raise(new FigureKey(month, period, MetricScope.Programme, 0, metric, part), count);
                Raise(new FigureKey(month, period, MetricScope.Neighbourhood, neighbourhood ?? 0, metric, part), count);
                if (worker is { } known)
                {
                    Raise(new FigureKey(month, period, MetricScope.Worker, known, metric, part), count);
                }
            }
        }
    }

    private static YearMonth EarliestOf(YearMonth begun, YearMonth yearStart, IReadOnlyList<YearMonth> months) =>
        months.Where(CalendarQuarter.EndsWith).Select(m => QuarterFrom(m, begun)).Append(yearStart).Min();

    private static YearMonth QuarterFrom(YearMonth month, YearMonth begun) =>
        CalendarQuarter.StartOf(month) is var start && start > begun ? start : begun;

    private void Raise(FigureKey key, int by) => values[key] = values.GetValueOrDefault(key) + by;

    private static string PartOf(ConnectionKind kind) => kind switch
    {
        ConnectionKind.PersonPerson => MetricPart.PersonPerson,
        ConnectionKind.PersonAsset => MetricPart.PersonAsset,
        _ => MetricPart.AssetAsset,
    };

    private static string PartOf(ConnectionOrigin origin) => origin switch
    {
        ConnectionOrigin.Introduced => MetricPart.Introduced,
        ConnectionOrigin.Activity => MetricPart.MetAtActivity,
        _ => MetricPart.Existing,
    };
}

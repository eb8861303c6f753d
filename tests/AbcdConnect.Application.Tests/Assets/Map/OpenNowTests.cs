using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Assets.Map;

/// <summary>Open now is by the clock on the wall. The database's answer is held against the session's own, at moments taken from all
/// through a year and thickly around midnight and the nights when the clocks change.</summary>
public sealed class OpenNowTests
{
    // 2026: forward on 29 March at 1am, back on 25 October at 2am.
    private static readonly DateTimeOffset[] ClockChanges = [new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero)];

    [Fact]
    public async Task What_is_open_is_what_the_clock_on_the_wall_says_over_clock_changes_and_past_midnight()
    {
        var dice = new Random(20261122);
        await using var database = await TestDatabase.Create();
        var sessions = Enumerable.Range(0, 40).Select(i =>
        {
            var opens = new TimeOnly(dice.Next(24), 15 * dice.Next(4));
            // Half are in the small hours or cross midnight.
            return new OpenSession(i % 4 == 0 ? DayOfWeek.Sunday : (DayOfWeek)dice.Next(7), opens, opens.AddMinutes(15 * (1 + dice.Next(95))));
        }).ToList();
        sessions.Count(s => s.PastMidnight).ShouldBeGreaterThan(8);
        await database.Add([.. sessions.Select((s, i) => Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Place, $"Place {i:00}", Hours: [s])))]);

        var moments = ClockChanges.SelectMany(change => Enumerable.Range(-9, 19).Select(quarter => change.AddMinutes(15 * quarter)))
            .Concat(Enumerable.Range(0, 30).Select(_ => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(dice.Next(365 * 24 * 60))))
            .Append(new DateTimeOffset(2026, 7, 4, 23, 0, 0, TimeSpan.Zero))
            .Append(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.Zero));
        var ever = 0;
        foreach (var moment in moments)
        {
            database.Clock.Now = moment;
            var wall = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
            var open = sessions.Select((s, i) => (s, i)).Where(s => Covers(s.s, wall.DayOfWeek, wall.Hour * 60 + wall.Minute)).Select(s => $"Place {s.i:00}").ToList();

            (await Named(new AssetFilters(OpenNow: true))).ShouldBe(open, $"at {moment:u}");
            ever += open.Count;
        }

        ever.ShouldBeGreaterThan(100);

        async Task<List<string>> Named(AssetFilters filters) => [.. (await database.Send(new ListAssets(new ListRequest { All = true }, filters))).Items.Select(a => a.Name)];
    }

    [Fact]
    public async Task A_day_and_a_time_find_what_is_open_then_and_a_time_alone_on_any_day()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(
            Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Place, "Late bar", Hours: [new(DayOfWeek.Friday, new(20, 0), new(2, 0))])),
            Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Place, "Morning café", Hours: [new(DayOfWeek.Friday, new(9, 0), new(12, 0))])));

        (await Named(new AssetFilters(OpenOn: DayOfWeek.Saturday, OpenAt: new(1, 0)))).ShouldBe(["Late bar"]);
        (await Named(new AssetFilters(OpenOn: DayOfWeek.Friday, OpenAt: new(1, 0)))).ShouldBeEmpty();
        (await Named(new AssetFilters(OpenAt: new(1, 0)))).ShouldBe(["Late bar"]);
        (await Named(new AssetFilters(OpenAt: new(9, 0)))).ShouldBe(["Morning café"]);
        (await Named(new AssetFilters(OpenOn: DayOfWeek.Friday, OpenAt: new(12, 0)))).ShouldBeEmpty();

        async Task<List<string>> Named(AssetFilters filters) => [.. (await database.Send(new ListAssets(new ListRequest(), filters))).Items.Select(a => a.Name)];
    }

    // Minutes of the week, reckoned apart from the code under test.
    private static bool Covers(OpenSession session, DayOfWeek day, int minute)
    {
        const int week = 7 * 24 * 60;
        var from = ((int)session.Day * 24 * 60) + (session.Opens.Hour * 60) + session.Opens.Minute;
        var lasts = ((session.Closes.Hour * 60) + session.Closes.Minute - (session.Opens.Hour * 60) - session.Opens.Minute + (24 * 60)) % (24 * 60);
        var now = ((int)day * 24 * 60) + minute;
        return (now - from + week) % week < lasts;
    }
}

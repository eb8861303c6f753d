using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Series;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings.Series;

/// <summary>Series that plan themselves.</summary>
public sealed class SeriesTests
{
    [Fact]
    public async Task The_next_three_months_are_there_whatever_the_clocks_do_and_nothing_is_planned_twice_or_after_the_end()
    {
        await using var database = await TestDatabase.Create();
        var sam = await database.AddPractitioner("Sam Reed", database.Housing);
        await database.PlanMeeting(-1, sam);
        var monthly = await Begin(database, "Monthly table", new DateOnly(2026, 12, 10), SeriesRhythm.Monthly);
        var quarterly = await Begin(database, "Quarterly table", new DateOnly(2026, 12, 15), SeriesRhythm.Quarterly);
        var ended = await Begin(database, "Ended table", new DateOnly(2026, 12, 17), SeriesRhythm.Weekly);
        await database.Send(new EndSeries(ended), database.Coordinator);

        // Each night of half a year, over both changes of the clocks, at half past four, and once more by a second server.
        for (var night = new DateOnly(2026, 11, 23); night < new DateOnly(2027, 11, 5); night = night.AddDays(5))
        {
            database.Clock.Now = new DateTimeOffset(night, new TimeOnly(4, 30), TimeSpan.Zero);
            await Night(database);
            (await Night(database)).ShouldBe(0);
        }

        var planned = await database.Db(db => db.Meetings.Where(m => m.SeriesId == monthly).OrderBy(m => m.HeldOn).Select(m => new { m.HeldOn, m.StartsAt, People = m.Attendance.Count }).ToListAsync());
        planned.Select(m => m.HeldOn).ShouldBe([new(2026, 12, 10), new(2027, 1, 14), new(2027, 2, 11), new(2027, 3, 11), new(2027, 4, 8), new(2027, 5, 13), new(2027, 6, 10), new(2027, 7, 8), new(2027, 8, 12), new(2027, 9, 9), new(2027, 10, 14), new(2027, 11, 11), new(2027, 12, 9), new(2028, 1, 13)]);
        planned.ShouldAllBe(m => m.StartsAt == new TimeOnly(10, 0) && m.People == 1);
        (await Days(database, quarterly)).ShouldBe([new(2026, 12, 15), new(2027, 3, 16), new(2027, 6, 15), new(2027, 9, 21), new(2027, 12, 21)]);
        (await Days(database, ended)).ShouldBe([new(2026, 12, 17)]);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_either_way_or_cancelled_stands_for_its_day_and_none_is_planned_in_its_place()
    {
        await using var database = await TestDatabase.Create();
        var series = await Begin(database, "Quarterly table", new DateOnly(2026, 12, 15), SeriesRhythm.Quarterly);

        // Forward: it is held before its day, and its day is still to come.
        await Move(database, series, new DateOnly(2026, 12, 15), new DateOnly(2026, 12, 9));
        (await NightOf(database, new DateOnly(2026, 11, 24))).ShouldBe(0);
        (await NightOf(database, new DateOnly(2026, 12, 12))).ShouldBe(0);
        (await NightOf(database, new DateOnly(2026, 12, 16))).ShouldBe(1);
        (await Days(database, series)).ShouldBe([new(2026, 12, 9), new(2027, 3, 16)]);

        // Backward, beyond the day after it, which is planned all the same.
        await Move(database, series, new DateOnly(2027, 3, 16), new DateOnly(2027, 6, 17));
        (await NightOf(database, new DateOnly(2027, 3, 10))).ShouldBe(0);
        (await NightOf(database, new DateOnly(2027, 3, 20))).ShouldBe(1);
        (await Days(database, series)).ShouldBe([new(2026, 12, 9), new(2027, 6, 15), new(2027, 6, 17)]);

        // Cancelled; and more are planned by hand after moving the last.
        await database.Send(new SettleMeeting(await On(database, series, new DateOnly(2027, 6, 15)), MeetingSettlement.Cancelled), database.Coordinator);
        (await NightOf(database, new DateOnly(2027, 3, 21))).ShouldBe(0);
        (await database.Send(new PlanAhead(series, 1), database.Coordinator)).ShouldBe(1);
        await Move(database, series, new DateOnly(2027, 9, 21), new DateOnly(2027, 9, 14));
        (await database.Send(new PlanAhead(series, 1), database.Coordinator)).ShouldBe(1);
        (await Days(database, series)).ShouldBe([new(2026, 12, 9), new(2027, 6, 15), new(2027, 6, 17), new(2027, 9, 14), new(2027, 12, 21)]);
    }

    [Fact]
    public async Task What_went_by_unplanned_stays_so()
    {
        await using var database = await TestDatabase.Create();
        var series = await Begin(database, "Weekly table", new DateOnly(2026, 11, 26), SeriesRhythm.Fortnightly);
        await Night(database);
        var meetings = await database.Db(db => db.Meetings.Where(m => m.SeriesId == series).OrderBy(m => m.HeldOn).Select(m => m.Id).ToListAsync());
        await database.Send(new SettleMeeting(meetings[^1], MeetingSettlement.Cancelled), database.Coordinator);
        (await Night(database)).ShouldBe(0);

        // Nothing ran for a year.
        database.Clock.Now = database.Clock.Now.AddYears(1);
        await Night(database);

        var days = await Days(database, series);
        days.Where(d => d > new DateOnly(2027, 3, 1)).ShouldAllBe(d => d > database.Clock.Today && d.DayOfWeek == DayOfWeek.Thursday);
        days.Count(d => d > database.Clock.Today).ShouldBe(6);
        (await database.Send(new PlanAhead(series, 1), database.Coordinator)).ShouldBe(1);
    }

    private static async Task Move(TestDatabase database, MeetingSeriesId series, DateOnly from, DateOnly to)
    {
        var seen = await database.See(await On(database, series, from));
        await database.Send(new ChangeMeeting(seen.Id, new MeetingDetails(seen.Title, to, seen.StartsAt, seen.LastsMinutes, null, database.Fernhill), seen.Version), database.Coordinator);
    }

    private static Task<MeetingId> On(TestDatabase database, MeetingSeriesId series, DateOnly day) => database.Db(db => db.Meetings.Where(m => m.SeriesId == series && m.HeldOn == day).Select(m => m.Id).SingleAsync());

    private static Task<int> NightOf(TestDatabase database, DateOnly day)
    {
        database.Clock.Now = new DateTimeOffset(day, new TimeOnly(4, 30), TimeSpan.Zero);
        return Night(database);
    }

    private static async Task<MeetingSeriesId> Begin(TestDatabase database, string title, DateOnly first, SeriesRhythm rhythm)
    {
        var details = new MeetingDetails(title, first, new TimeOnly(10, 0), 90, null, database.Fernhill);
        return (await database.See(await database.Send(new PlanSeries(details, rhythm, 1), database.Coordinator))).SeriesId!.Value;
    }

    private static Task<int> Night(TestDatabase database) => database.Send(new KeepSeriesPlanned(), Viewer.System(database.Programme));

    private static Task<List<DateOnly>> Days(TestDatabase database, MeetingSeriesId series) => database.Db(db => db.Meetings.Where(m => m.SeriesId == series).OrderBy(m => m.HeldOn).Select(m => m.HeldOn).ToListAsync());
}

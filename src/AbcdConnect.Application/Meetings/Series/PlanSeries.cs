using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Series;

/// <summary>Plans a table's meetings for some time ahead: the same weekday, place and people each time. Gives the first.</summary>
/// <param name="Times">How many to plan now; more can be planned later.</param>
[Requires(Permission.RunMeetings)]
public sealed record PlanSeries(MeetingDetails Details, SeriesRhythm Rhythm, int Times, bool InviteSamePeople = true) : IMakes<MeetingId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class PlanSeriesValidator : AbstractValidator<PlanSeries>
{
    public PlanSeriesValidator()
    {
        RuleFor(r => r.Details).SetValidator(new MeetingDetailsValidator());
        RuleFor(r => r.Times).InclusiveBetween(1, MeetingSeries.Most).WithMessage($"Plan between 1 and {MeetingSeries.Most} meetings at a time");
        RuleFor(r => r.Rhythm).IsInEnum().WithMessage("Choose how often it happens").OverridePropertyName("Again");
    }
}

internal sealed class PlanSeriesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<PlanSeries, MeetingId>
{
    public async Task<MeetingId> Handle(PlanSeries request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var details = request.Details;
        await db.MustBeOurs(viewer, details, cancellationToken);
        var series = MeetingSeries.Begin(viewer.ProgrammeId, details.Title, details.HeldOn!.Value, request.Rhythm, details.StartsAt, details.PlaceId, details.NeighbourhoodId, details.LastsMinutes);
        // The series needs its number before its meetings do.
        return await db.AllOrNothing(
            async () =>
            {
                db.MeetingSeries.Add(series);
                await db.SaveChangesAsync(cancellationToken);
                var people = request.InviteSamePeople ? await SeriesMeetings.PeopleOfLast(db, series, cancellationToken) : [];
                var planned = await SeriesMeetings.Plan(db, series, null, request.Times, people, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return planned.Count > 0 ? planned[0].Id : throw new DomainRuleException("All of these are planned already. Open them from the list of meetings.");
            },
            cancellationToken);
    }
}

internal static class SeriesMeetings
{
    /// <summary>Up to which day nothing is left to plan: the last one that a meeting of the series stands for, wherever that was moved and whatever
    /// became of it. What nobody planned while nothing ran has gone by.</summary>
    public static async Task<DateOnly> PlannedUpTo(IAbcdDbContext db, MeetingSeries series, DateOnly today, CancellationToken token)
    {
        // By (series, its day), backwards.
        var last = await db.Meetings.Where(m => m.SeriesId == series.Id).OrderByDescending(m => m.SeriesDay).Select(m => m.SeriesDay).FirstOrDefaultAsync(token);
        return last > today ? last.Value : today;
    }

    /// <summary>Adds the next meetings of a series; a day for which one stands, or on which the table meets already, is left as it is.</summary>
    public static async Task<List<Meeting>> Plan(IAbcdDbContext db, MeetingSeries series, DateOnly? after, int times, IReadOnlyList<(PractitionerId Person, AgencyId Agency)> people, CancellationToken token)
    {
        var days = series.After(after).Take(times).ToList();
        var (first, last) = (days[0], days[^1]);
        var there = (await db.Meetings.Where(m => m.SeriesId == series.Id && m.SeriesDay >= first && m.SeriesDay <= last).Select(m => m.SeriesDay!.Value).ToListAsync(token)).ToHashSet();
        there.UnionWith(await db.Meetings
            .Where(m => m.ProgrammeId == series.ProgrammeId && m.NeighbourhoodId == series.NeighbourhoodId && m.HeldOn >= first && m.HeldOn <= last && m.Title == series.Title && m.Status != MeetingStatus.Cancelled)
            .Select(m => m.HeldOn).ToListAsync(token));
        var planned = new List<Meeting>();
        foreach (var day in days.Where(d => !there.Contains(d)))
        {
            var meeting = Meeting.Plan(series.ProgrammeId, series.Title, day, series.StartsAt, series.PlaceId, series.NeighbourhoodId, series.LastsMinutes);
            meeting.StandsFor(day, series);
            foreach (var (person, agency) in people)
            {
                meeting.Answer(person, agency, AttendanceStatus.Invited);
            }

            planned.Add(meeting);
        }

        db.Meetings.AddRange(planned);
        return planned;
    }

    /// <summary>Who was on the list of the table's latest meeting, less those who have moved on or whose agency has left.</summary>
    public static async Task<IReadOnlyList<(PractitionerId Person, AgencyId Agency)>> PeopleOfLast(IAbcdDbContext db, MeetingSeries series, CancellationToken token)
    {
        var last = await db.Meetings.Where(m => m.ProgrammeId == series.ProgrammeId && m.NeighbourhoodId == series.NeighbourhoodId && m.Status != MeetingStatus.Cancelled)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Select(m => (MeetingId?)m.Id).FirstOrDefaultAsync(token);
        var people = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on p.AgencyId equals g.Id
            where a.MeetingId == last && p.LeftOn == null && g.LeftOn == null
            select new { p.Id, p.AgencyId }).ToListAsync(token);
        return people.ConvertAll(p => (p.Id, p.AgencyId));
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Plans a table's next meeting: the same people are invited as to its last one, and what is still open comes first.</summary>
/// <param name="InviteSamePeople">Copies the last meeting's list, less those who have moved on or whose agency has left.</param>
[Requires(Permission.RunMeetings)]
public sealed record PlanMeeting(MeetingDetails Details, bool InviteSamePeople = true) : IMakes<MeetingId>
{
    public Guid? SubmissionId { get; set; }
}

/// <param name="NeighbourhoodId">Whose table it is, or null for the whole programme's.</param>
/// <param name="LastsMinutes">How long there is for the agenda.</param>
public sealed record MeetingDetails(string Title, DateOnly? HeldOn, TimeOnly? StartsAt = null, int? LastsMinutes = null, AssetId? PlaceId = null, NeighbourhoodId? NeighbourhoodId = null);

internal sealed class PlanMeetingValidator : AbstractValidator<PlanMeeting>
{
    public PlanMeetingValidator() => RuleFor(r => r.Details).SetValidator(new MeetingDetailsValidator());
}

internal sealed class MeetingDetailsValidator : AbstractValidator<MeetingDetails>
{
    public MeetingDetailsValidator()
    {
        RuleFor(d => d.Title)
            .NotEmpty().WithMessage("Enter a title, such as Fernhill round table")
            .MaximumLength(Words.LongestLine).WithMessage("A title has at most 200 letters");
        RuleFor(d => d.HeldOn)
            .NotNull().WithMessage("Enter the day it takes place")
            .Must(on => on is null || on.Value.Year is >= 2000 and <= 2100).WithMessage("Enter a day between 2000 and 2100");
        RuleFor(d => d.LastsMinutes).InclusiveBetween(5, 1440).WithMessage("Enter how long it may take in minutes, such as 90");
    }
}

internal sealed class PlanMeetingHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<PlanMeeting, MeetingId>
{
    public const int MinutesForWhatIsLeft = 15;
    public const int MinutesForTheLast = 5;

    public async Task<MeetingId> Handle(PlanMeeting request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var details = request.Details;
        await db.MustBeOurs(viewer, details, cancellationToken);
        var (on, title) = (details.HeldOn!.Value, Words.Tidy(details.Title));
        if (await db.Meetings.AnyAsync(m => m.ProgrammeId == viewer.ProgrammeId && m.NeighbourhoodId == details.NeighbourhoodId && m.HeldOn == on && m.Title == title && m.Status != MeetingStatus.Cancelled, cancellationToken))
        {
            throw new DomainRuleException($"“{title}” on {on:d MMMM yyyy} is planned already. Open it from the list of meetings.");
        }

        var meeting = Meeting.Plan(viewer.ProgrammeId, details.Title, on, details.StartsAt, details.PlaceId, details.NeighbourhoodId, details.LastsMinutes);
        var before = db.Meetings.Before(viewer.ProgrammeId, details.NeighbourhoodId, on);
        var last = await before.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Select(m => new { m.Id, m.HeldOn, WasHeld = m.Status == MeetingStatus.Held }).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && request.InviteSamePeople)
        {
            await Invite(meeting, last.Id, cancellationToken);
        }

        if (last is not null && await db.MeetingActions.AnyAsync(a => a.ProgrammeId == viewer.ProgrammeId && a.DoneOn == null && a.DroppedOn == null && before.Any(m => m.Id == a.MeetingId), cancellationToken))
        {
            meeting.Keep(new Suggested(Agenda.DraftedWork.Left, $"Actions left from {last.HeldOn:MMMM}", $"Not everything that was agreed by {last.HeldOn:d MMMM} is done.", "/actions", MinutesForWhatIsLeft));
        }

        if (last is { WasHeld: true } && !await db.AgreedMinutes.AnyAsync(m => m.MeetingId == last.Id, cancellationToken))
        {
            meeting.AddMinutesItem(await db.Meetings.SingleAsync(m => m.Id == last.Id, cancellationToken), MinutesForTheLast);
        }

        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(cancellationToken);
        return meeting.Id;
    }

    private async Task Invite(Meeting meeting, MeetingId last, CancellationToken token)
    {
        var people = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on p.AgencyId equals g.Id
            where a.MeetingId == last && p.LeftOn == null && g.LeftOn == null
            select new { p.Id, p.AgencyId }).ToListAsync(token);
        foreach (var person in people)
        {
            meeting.Answer(person.Id, person.AgencyId, AttendanceStatus.Invited);
        }
    }
}

internal static class MeetingRules
{
    /// <summary>A place or neighbourhood of somebody else's programme is none.</summary>
    public static async Task MustBeOurs(this IAbcdDbContext db, Viewer viewer, MeetingDetails details, CancellationToken token)
    {
        if (details.NeighbourhoodId is { } neighbourhood && !await db.Neighbourhoods.AnyAsync(n => n.Id == neighbourhood && n.ProgrammeId == viewer.ProgrammeId, token))
        {
            throw new NotFoundException("neighbourhood");
        }

        if (details.PlaceId is { } place && !await db.Assets.AnyAsync(a => a.Id == place && a.ProgrammeId == viewer.ProgrammeId, token))
        {
            throw new NotFoundException("place");
        }
    }
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Mail;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Invitations;

/// <summary>Who is invited, whether it arrived, and what they said.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SeeInvitations(MeetingId Meeting) : IRequest<InvitationsSeen>;

/// <param name="ToSend">How many addresses have not been told how the meeting stands.</param>
public sealed record InvitationsSeen(MeetingId Id, string Title, DateOnly HeldOn, TimeOnly? StartsAt, MeetingStatus Status, bool IsToCome, IReadOnlyList<InvitationRow> Rows, int ToSend, MailReadiness Mail);

/// <param name="Address">Null where none is known: they can only be told otherwise.</param>
/// <param name="SentAt">When the latest invitation was written; null where none was.</param>
/// <param name="Letter">What became of it.</param>
/// <param name="Why">Why it came back or waits, in the mail server's words.</param>
public sealed record InvitationRow(PractitionerId Practitioner, string Name, string Agency, string? Address, DateTimeOffset? SentAt, LetterState? Letter, string? Why, InvitationAnswer? Answer, DateTimeOffset? AnsweredAt, AttendanceStatus Status, bool IsToldAll);

internal sealed class SeeInvitationsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IMailCarrier carrier) : IRequestHandler<SeeInvitations, InvitationsSeen>
{
    public async Task<InvitationsSeen> Handle(SeeInvitations request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting)
            .Select(m => new { m.Id, m.Title, m.HeldOn, m.StartsAt, m.Status, m.CalendarVersion })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var people = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on a.AgencyId equals g.Id
            where a.MeetingId == request.Meeting
            orderby g.Name, p.Name
            select new { p.Id, p.Name, Agency = g.Name, p.Email, a.Status }).ToListAsync(cancellationToken);
        var invitations = (await db.Invitations.AsNoTracking().Where(i => i.MeetingId == request.Meeting).ToListAsync(cancellationToken)).ToDictionary(i => i.AddressKey);
        var about = invitations.Values.Select(i => (string?)i.About).ToList();
        var letters = (await db.Letters.Where(l => l.ProgrammeId == viewer.ProgrammeId && EF.Parameter(about).Contains(l.About)).Select(l => new { l.About, l.Id, l.State, l.Why }).ToListAsync(cancellationToken))
            .GroupBy(l => l.About!).ToDictionary(g => g.Key, g => g.MaxBy(l => l.Id.Value)!);
        var rows = people.ConvertAll(p =>
        {
            var known = p.Email is null ? null : invitations.GetValueOrDefault(Invitation.KeyOf(p.Email));
            var letter = known is null ? null : letters.GetValueOrDefault(known.About);
            return new InvitationRow(
                p.Id, p.Name, p.Agency, p.Email, known?.SentAt, letter?.State, letter?.Why, known?.Answer, known?.AnsweredAt, p.Status,
                known is { CancelledAt: null } && known.Told == meeting.CalendarVersion);
        });
        var isToCome = meeting.Status == MeetingStatus.Planned && meeting.HeldOn >= clock.Today();
        return new InvitationsSeen(
            meeting.Id, meeting.Title, meeting.HeldOn, meeting.StartsAt, meeting.Status, isToCome, rows,
            isToCome ? rows.Where(r => r.Address is not null && !r.IsToldAll && r.Letter != LetterState.Bounced).Select(r => Invitation.KeyOf(r.Address!)).Distinct().Count() : 0,
            carrier.Readiness);
    }
}

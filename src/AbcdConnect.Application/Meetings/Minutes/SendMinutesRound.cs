using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>Tells everybody who was asked to the meeting that its minutes are there to read, once each. Answers how many letters went.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SendMinutesRound(MeetingId Meeting) : IRequest<int>;

internal sealed class SendMinutesRoundHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SendMinutesRound, int>
{
    public async Task<int> Handle(SendMinutesRound request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting).Select(m => new { m.Title, m.HeldOn, m.Status }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        if (meeting.Status != MeetingStatus.Held)
        {
            throw new DomainRuleException("Say first that the meeting was held.");
        }

        // Looked up and written in one turn: pressed twice, nobody is told twice.
        return await db.AllOrNothing(() => Write(viewer.ProgrammeId, request.Meeting, meeting.Title, meeting.HeldOn, cancellationToken), cancellationToken);
    }

    private async Task<int> Write(ProgrammeId programme, MeetingId meeting, string title, DateOnly heldOn, CancellationToken cancellationToken)
    {
        var about = $"minutes-{meeting}";
        var told = (await db.Letters.Where(l => l.ProgrammeId == programme && l.About == about).Select(l => l.Address).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var people = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            where a.MeetingId == meeting && p.Email != null && p.LeftOn == null && !db.Agencies.Any(g => g.Id == a.AgencyId && g.LeftOn != null)
            orderby p.Id
            select new { p.Name, Email = p.Email! }).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var person in people.Where(p => told.Add(p.Email)))
        {
            db.Letters.Add(Letter.To(
                programme,
                person.Email,
                person.Name,
                $"Minutes: {title}, {heldOn.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}",
                $"Dear {person.Name},\n\nThe minutes of {title} are ready to read, with what was decided and who does what:\n\n{Letter.Site}/meetings/{meeting}/minutes/read\n\nThey are a draft until the next meeting agrees them. If something is wrong, please say so before then.\n",
                about));
            sent++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return sent;
    }
}

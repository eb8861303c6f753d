using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Invitations;

/// <summary>What somebody sees by the link of their invitation: when, where, and what it is about. Nothing is changed by looking. Null
/// for a link that was guessed, or whose meeting is over: which of them, nobody is told.</summary>
[OpenToAnybody]
public sealed record OpenInvitation(string Token) : IRequest<InvitationView?>;

/// <param name="IsCancelled">The meeting does not take place, or they are not expected any more.</param>
public sealed record InvitationView(
    string Programme,
    string? Name,
    string Title,
    DateOnly HeldOn,
    TimeOnly? StartsAt,
    int? LastsMinutes,
    string? Place,
    string? PlaceAddress,
    bool IsCancelled,
    InvitationAnswer? Answer,
    IReadOnlyList<InvitationItem> Agenda);

public sealed record InvitationItem(string Title, int Minutes, string? Presenter);

internal sealed class OpenInvitationHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<OpenInvitation, InvitationView?>
{
    public async Task<InvitationView?> Handle(OpenInvitation request, CancellationToken cancellationToken)
    {
        if (await InvitationLinks.Find(db, request.Token, clock.Today(), cancellationToken) is not { } invitation)
        {
            return null;
        }

        var meeting = await db.Meetings.Where(m => m.Id == invitation.MeetingId)
            .Select(m => new
            {
                m.Title,
                m.HeldOn,
                m.StartsAt,
                m.LastsMinutes,
                m.Status,
                Programme = db.Programmes.Where(p => p.Id == m.ProgrammeId).Select(p => p.Name).First(),
                Place = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault(),
                Address = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Address).FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        // Whoever is not expected any more reads no further what the table talks about.
        IReadOnlyList<InvitationItem> agenda = invitation.CancelledAt is not null ? [] : await db.Meetings.Where(m => m.Id == invitation.MeetingId).SelectMany(m => m.Agenda).OrderBy(a => a.Position)
            .Select(a => new InvitationItem(a.Title, a.Minutes, a.Presenter)).ToListAsync(cancellationToken);
        return new InvitationView(
            meeting.Programme, invitation.Name, meeting.Title, meeting.HeldOn, meeting.StartsAt, meeting.LastsMinutes, meeting.Place, meeting.Address,
            meeting.Status == MeetingStatus.Cancelled || invitation.CancelledAt is not null, invitation.Answer, agenda);
    }
}

internal static class InvitationLinks
{
    /// <summary>The invitation of an open link, tracked, or nothing. A link may be followed again and answered anew until the meeting's day is over.</summary>
    public static async Task<Invitation?> Find(IAbcdDbContext db, string token, DateOnly today, CancellationToken cancel)
    {
        if (token.Length is 0 or > PrivateToken.Longest)
        {
            return null;
        }

        var hash = PrivateToken.HashOf(token);
        var id = await db.InvitationLinks.Where(l => l.TokenHash == hash).Select(l => (InvitationId?)l.InvitationId).SingleOrDefaultAsync(cancel);
        return id is null ? null : await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && db.Meetings.Any(m => m.Id == i.MeetingId && m.HeldOn >= today && m.Status != MeetingStatus.Held), cancel);
    }
}

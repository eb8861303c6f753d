using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Whether a person may be talked about before these agencies: the one place that decides.</summary>
internal static class DiscussionGate
{
    /// <summary>Who may know which people were talked about: those who run the programme's meetings.</summary>
    public static IQueryable<Discussion> VisibleTo(this IQueryable<Discussion> discussions, Viewer viewer) =>
        viewer.IsSystem || viewer.Role == Role.Coordinator ? discussions.Where(d => d.ProgrammeId == viewer.ProgrammeId) : discussions.Where(d => false);

    /// <summary>Holds the person's consents against every agency that is in the room, or that is expected before the meeting.</summary>
    /// <param name="expected">Everybody who was invited and has not sent apologies, too: for naming a person on the agenda.</param>
    /// <param name="on">The day on which it is to be allowed.</param>
    public static async Task<Allowed> MayHear(this IAbcdDbContext db, MeetingId meeting, PersonId person, bool expected, DateOnly on, DateTimeOffset at, CancellationToken token)
    {
        var there = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            where a.MeetingId == meeting && ((a.Status == AttendanceStatus.Present && a.LeftAt == null) || (expected && a.Status == AttendanceStatus.Invited))
            select new Listener(a.PractitionerId, p.Name, a.AgencyId, p.UserId, p.Email)).ToListAsync(token);
        // Somebody who comes for two agencies hears it for both, however their one address is spelt.
        var (users, emails) = (there.Where(t => t.User is not null).Select(t => t.User!.Value).ToList(), there.Select(t => t.Email).OfType<string>().Select(Invitation.KeyOf).ToList());
        var alsoFor = await (
            from p in db.Practitioners
            join a in db.Agencies on p.AgencyId equals a.Id
            where p.LeftOn == null && a.LeftOn == null
                && ((p.UserId != null && EF.Parameter(users).Contains(p.UserId.Value)) || (p.Email != null && EF.Parameter(emails).Contains(p.Email.ToLower())))
                && db.Meetings.Any(m => m.Id == meeting && m.ProgrammeId == a.ProgrammeId)
            select new { p.UserId, p.Email, p.AgencyId }).ToListAsync(token);
        var pairs = there.SelectMany(t => alsoFor
                .Where(o => (o.UserId is not null && o.UserId == t.User) || (o.Email is not null && t.Email is not null && Invitation.KeyOf(o.Email) == Invitation.KeyOf(t.Email)))
                .Select(o => (t.Practitioner, t.Name, Agency: o.AgencyId))
                .Prepend((t.Practitioner, t.Name, t.Agency)))
            .Distinct().ToList();
        var agencies = pairs.Select(p => p.Agency).Distinct().ToList();
        var names = await db.Agencies.Where(a => EF.Parameter(agencies).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, token);
        var consents = (await db.Consents.AsNoTracking().Where(c => c.PersonId == person && c.Use == ConsentUse.ShareWithAgency && c.AgencyId != null).ToListAsync(token))
            .Where(c => c.HoldsOn(on))
            .GroupBy(c => c.AgencyId!.Value)
            .ToDictionary(c => c.Key, c => c.OrderByDescending(one => one.GivenOn).ThenByDescending(one => one.Id.Value).First().Id);
        var guests = expected ? [] : await db.Sittings.Where(s => s.MeetingId == meeting).SelectMany(s => s.Guests).Where(g => g.LeftAt == null).OrderBy(g => g.Id).Select(g => g.Name).ToListAsync(token);
        return new Allowed(
            [.. agencies.Where(a => !consents.ContainsKey(a)).Select(a => new MissingAgency(a, names[a], [.. pairs.Where(p => p.Agency == a).Select(p => p.Name)])).OrderBy(m => m.Name, StringComparer.CurrentCulture)],
            guests,
            [.. pairs.Where(p => consents.ContainsKey(p.Agency)).Select(p => new DiscussionHearer { PractitionerId = p.Practitioner, AgencyId = p.Agency, ConsentId = consents[p.Agency], Since = at })]);
    }

    /// <summary>Somebody came or went, and that is saved: whoever is in the room now hears what is open, where everybody there may. Where somebody may not,
    /// nobody is written down as hearing more: the page says who has to be asked, or to step out, first.</summary>
    public static async Task<int> HeardByThoseHere(this IAbcdDbContext db, MeetingId meeting, DateOnly today, DateTimeOffset at, CancellationToken token)
    {
        foreach (var discussion in await db.Discussions.Include(d => d.Hearers).Where(d => d.MeetingId == meeting && d.OpenedAt != null && d.ClosedAt == null).ToListAsync(token))
        {
            if (await db.MayHear(meeting, discussion.PersonId, expected: false, today, at, token) is { Everybody: true } allowed)
            {
                discussion.Hear(allowed.Hearers);
            }
        }

        return await db.SaveChangesAsync(token);
    }

    private sealed record Listener(PractitionerId Practitioner, string Name, AgencyId Agency, UserId? User, string? Email);
}

/// <param name="Missing">Agencies that the person has not agreed to, or no longer does.</param>
/// <param name="Guests">Guests in the room, who speak for no agency that anybody could agree to.</param>
/// <param name="Hearers">Those who may hear it, each with the consent that allows it.</param>
internal sealed record Allowed(IReadOnlyList<MissingAgency> Missing, IReadOnlyList<string> Guests, IReadOnlyList<DiscussionHearer> Hearers)
{
    public bool Everybody => Missing.Count == 0 && Guests.Count == 0;
}

/// <summary>An agency that the person would have to agree to first.</summary>
/// <param name="People">Who is there for it.</param>
public sealed record MissingAgency(AgencyId Id, string Name, IReadOnlyList<string> People);

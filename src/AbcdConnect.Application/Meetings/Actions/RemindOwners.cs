using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>Reminds whoever has an action once before its day and once after it, on working days only. Answers how many letters went.</summary>
/// <remarks>What was agreed may name somebody: a letter says where it stands, and the page says the rest.</remarks>
[Requires(Permission.RunMeetings)]
public sealed record RemindOwners : IRequest<int>;

internal sealed class RemindOwnersHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<RemindOwners, int>
{
    /// <summary>So many working days ahead there is time to do something yet.</summary>
    private const int WorkingDaysAhead = 3;

    // Over Christmas and New Year three working days are at most eleven days; who was never reminded of older ones is not all at once.
    private const int MostDaysAhead = 14;
    private const int MostDaysBack = 14;

    public async Task<int> Handle(RemindOwners request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (!WorkingDays.IsWorkingDay(today))
        {
            return 0;
        }

        var programme = current.Required().ProgrammeId;
        var (earliest, latest) = (today.AddDays(-MostDaysBack), today.AddDays(MostDaysAhead));
        var due = (await db.MeetingActions
                .Where(a => a.ProgrammeId == programme && a.DoneOn == null && a.DroppedOn == null && a.DueOn >= earliest && a.DueOn <= latest)
                .OrderBy(a => a.DueOn).ThenBy(a => a.Id)
                .ToListAsync(cancellationToken))
            .Where(a => a.DueOn >= today ? WorkingDays.Before(a.DueOn!.Value, WorkingDaysAhead) <= today : WorkingDays.After(a.DueOn!.Value) <= today)
            .ToList();
        if (due.Count == 0)
        {
            return 0;
        }

        var owners = due.Select(a => a.OwnerId).OfType<PractitionerId>().Distinct().ToList();
        var agencies = due.Select(a => a.AgencyId).OfType<AgencyId>().Distinct().ToList();
        var people = await db.Practitioners
            .Where(p => p.LeftOn == null && p.Email != null && (EF.Parameter(owners).Contains(p.Id) || EF.Parameter(agencies).Contains(p.AgencyId)) && db.Agencies.Any(g => g.Id == p.AgencyId && g.LeftOn == null))
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.AgencyId, p.Name, Email = p.Email! })
            .ToListAsync(cancellationToken);
        var meetingIds = due.Select(a => a.MeetingId).Distinct().ToList();
        var meetings = await db.Meetings.Where(m => EF.Parameter(meetingIds).Contains(m.Id)).Select(m => new { m.Id, m.Title, m.HeldOn }).ToDictionaryAsync(m => m.Id, cancellationToken);

        var letters = new Dictionary<string, (string Name, List<MeetingAction> Actions)>(StringComparer.OrdinalIgnoreCase);
        foreach (var action in due)
        {
            // Nobody has it, or whoever has it has no address: everybody of the agency is asked.
            var to = people.Where(p => p.Id == action.OwnerId).ToList();
            to = to.Count > 0 ? to : [.. people.Where(p => p.AgencyId == action.AgencyId)];
            if (to.Count == 0 || !action.Remind(before: action.DueOn >= today))
            {
                continue;
            }

            foreach (var person in to)
            {
                if (!letters.TryGetValue(person.Email, out var letter))
                {
                    letters[person.Email] = letter = (person.Name, []);
                }

                // Two of an agency may share one box.
                if (!letter.Actions.Contains(action))
                {
                    letter.Actions.Add(action);
                }
            }
        }

        foreach (var (address, (name, actions)) in letters)
        {
            var late = actions.Exists(a => a.DueOn < today);
            var subject = actions.Count > 1 ? "What you took on at the table" : late ? "The day for what you took on has passed" : "What you took on at the table is due soon";
            var lines = actions.Select(a => $"- agreed at {meetings[a.MeetingId].Title} on {Day(meetings[a.MeetingId].HeldOn)}, {(a.DueOn < today ? "was due on" : "due on")} {Day(a.DueOn!.Value)}: {Letter.Site}/actions/{a.Id}");
            db.Letters.Add(Letter.To(
                programme,
                address,
                name,
                subject,
                $"Dear {name},\n\n{(actions.Count == 1 ? "This is what you, or your agency, took on:" : "These are what you, or your agency, took on:")}\n\n{string.Join('\n', lines)}\n\nThere you can say how it goes, that it is done, or ask for more time. You are reminded once before the day and once after it.\n",
                "reminder"));
        }

        await db.SaveChangesAsync(cancellationToken);
        return letters.Count;
    }

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}

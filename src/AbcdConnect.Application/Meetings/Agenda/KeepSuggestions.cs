using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>Puts suggestions on the agenda, at its end, with the reasons as they stand now. Says how many there were.</summary>
/// <param name="Keys">Those to keep; empty for all that are neither kept nor dropped.</param>
[Requires(Permission.RunMeetings)]
public sealed record KeepSuggestions(MeetingId Meeting, IReadOnlyList<string> Keys) : IRequest<int>;

internal sealed class KeepSuggestionsValidator : AbstractValidator<KeepSuggestions>
{
    public KeepSuggestionsValidator() => RuleForEach(r => r.Keys).NotEmpty().MaximumLength(Suggested.LongestKey).WithMessage("Choose from the list");
}

internal sealed class KeepSuggestionsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, GiftTermCache terms, KindsOfLate late) : IRequestHandler<KeepSuggestions, int>
{
    public async Task<int> Handle(KeepSuggestions request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Agenda, cancellationToken);
        await db.LoadDropped(meeting, cancellationToken);
        var scope = await DraftScope.Of(db, viewer, meeting.NeighbourhoodId, meeting.HeldOn, clock.Today(), cancellationToken);
        // Drafted anew: the reason is never taken from a form, and what is no longer so is not kept.
        var wanted = (await Drafting.Of(db, scope, terms, late, clock.GetUtcNow(), cancellationToken))
            .Where(s => request.Keys.Count == 0 ? meeting.Dropped.All(d => d.Key != s.Key) : request.Keys.Contains(s.Key, StringComparer.Ordinal))
            .Where(s => meeting.Agenda.All(a => a.Origin != s.Key))
            .ToList();
        foreach (var suggestion in wanted)
        {
            meeting.Keep(suggestion);
        }

        await db.SaveChangesAsync(cancellationToken);
        return wanted.Count;
    }
}

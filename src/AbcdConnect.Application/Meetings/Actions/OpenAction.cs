using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>One action: what was agreed, what became of it, what it made, what raised it.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record OpenAction(ActionId Id) : IRequest<ActionView>;

/// <param name="Decision">What it carries out.</param>
/// <param name="Made">What it made; null where it made nothing, or nothing that the viewer may see.</param>
/// <param name="Said">The two sentences for the people who raised it.</param>
/// <param name="MayTakeOn">The viewer's own agency has it, and nobody in particular.</param>
public sealed record ActionView(
    ActionRow Row,
    string? Decision,
    IReadOnlyList<ActionNoteRow> Notes,
    MadeThing? Made,
    SaidWords? Said,
    bool MayTakeOn,
    bool MayRun,
    bool MayMake);

/// <param name="By">Who said so; null where AbcdConnect did.</param>
public sealed record ActionNoteRow(ActionNoteKind Kind, string? Words, DateOnly? Day, string? By, DateTimeOffset At);

/// <param name="Name">Null for what joins people: it is not named where others read it.</param>
public sealed record MadeThing(MadeKind Kind, long Id, string? Name);

public sealed record SaidWords(string YouSaid, string? WeDid, DateOnly? PublishedOn);

internal sealed class OpenActionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OpenAction, ActionView>
{
    public async Task<ActionView> Handle(OpenAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var mine = db.MeetingActions.VisibleTo(viewer, db).Where(a => a.Id == request.Id);
        var row = await mine.Rows(viewer, db).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("action");
        var more = await mine
            .Select(a => new { Decision = db.Decisions.Where(d => d.Id == a.DecisionId).Select(d => d.Text).FirstOrDefault(), a.Made, a.MadeId })
            .SingleAsync(cancellationToken);
        var notes = await db.ActionNotes.Where(n => n.ActionId == request.Id).OrderByDescending(n => n.Id)
            .Select(n => new ActionNoteRow(n.Kind, n.Words, n.Day, db.Members.Where(m => m.Id == n.By).Select(m => m.Name).FirstOrDefault(), n.At))
            .ToListAsync(cancellationToken);
        var said = await db.SaidAndDone.Where(s => s.ActionId == request.Id).Select(s => new SaidWords(s.YouSaid, s.WeDid, s.PublishedOn)).SingleOrDefaultAsync(cancellationToken);
        var (me, agency) = (viewer.UserId, row.AgencyId);
        var mayTake = row.IsOpen && row.MayDo && row.OwnerId is null && me is not null
            && await db.Practitioners.AnyAsync(p => p.UserId == me && p.AgencyId == agency && p.LeftOn == null, cancellationToken);
        return new ActionView(
            row,
            more.Decision,
            notes,
            more.Made is { } made ? await Made(viewer, made, more.MadeId!.Value, cancellationToken) : null,
            said,
            mayTake,
            viewer.May(Permission.RunMeetings),
            viewer.May(Permission.ChangeActivities));
    }

    private async Task<MadeThing?> Made(Viewer viewer, MadeKind kind, long id, CancellationToken token)
    {
        switch (kind)
        {
            case MadeKind.Activity when viewer.May(Permission.SeeActivities):
                var activity = Domain.Activities.ActivityId.From(id);
                var name = await db.Activities.Where(a => a.Id == activity && a.ProgrammeId == viewer.ProgrammeId).Select(a => a.Name).SingleOrDefaultAsync(token);
                return name is null ? null : new MadeThing(kind, id, name);
            case MadeKind.Asset when viewer.May(Permission.SeeAssets):
                var asset = Domain.Assets.AssetId.From(id);
                var place = await db.Assets.Where(a => a.Id == asset && a.ProgrammeId == viewer.ProgrammeId).Select(a => a.Name).SingleOrDefaultAsync(token);
                return place is null ? null : new MadeThing(kind, id, place);
            case MadeKind.Connection or MadeKind.Introduction when viewer.May(Permission.SeeConnections):
                return new MadeThing(kind, id, null);
            default:
                return null;
        }
    }
}

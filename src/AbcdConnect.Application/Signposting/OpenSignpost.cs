using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>One signpost and what became of it.</summary>
[Requires(Permission.SeeSignposts)]
public sealed record OpenSignpost(SignpostId Id) : IRequest<SignpostOpened>;

/// <param name="Person">Null where nobody was named.</param>
/// <param name="CanTakeBack">It was given today by the viewer, and nothing has come of it yet.</param>
public sealed record SignpostOpened(
    SignpostId Id,
    long Version,
    DateOnly GivenOn,
    NamedPerson? Person,
    AssetId? AssetId,
    ActivityId? ActivityId,
    string Target,
    ConversationId? ConversationId,
    string? Why,
    SignpostState State,
    DateOnly? ContactedOn,
    DateOnly? AttendedOn,
    DateOnly? StillGoingOn,
    DateOnly? DidNotGoOn,
    DidNotGoReason? Reason,
    string? ReasonWords,
    DateOnly? FollowUpDue,
    string? Neighbourhood,
    string? Worker,
    bool ByAttendance,
    AssetId? PassedOnBy,
    string? PassedOnByName,
    SignpostId? PassedOnFrom,
    bool CanTakeBack)
{
    /// <summary>Where the place passed them on to.</summary>
    public IReadOnlyList<PassedOnTo> PassedOn { get; init; } = [];

    /// <summary>What could have stood in their way, to be tapped.</summary>
    public WhatStops Stops { get; init; } = WhatStops.NotLearnt;
}

public sealed record PassedOnTo(SignpostId Id, string Target, DateOnly On);

internal sealed class OpenSignpostHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, WhatStopsLearner learner) : IRequestHandler<OpenSignpost, SignpostOpened>
{
    public async Task<SignpostOpened> Handle(OpenSignpost request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var me = viewer.UserId;
        var seen = db.Conversations.VisibleTo(viewer, db, today);
        var opened = await db.Signposts.VisibleTo(viewer, db, today)
            .Where(s => s.Id == request.Id)
            .Select(s => new SignpostOpened(
                s.Id,
                s.Version,
                s.GivenOn,
                s.PersonId == null ? null : new NamedPerson(
                    s.PersonId.Value,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.LastName).FirstOrDefault()),
                s.AssetId,
                s.ActivityId,
                db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                seen.Where(c => c.Id == s.ConversationId).Select(c => (ConversationId?)c.Id).FirstOrDefault(),
                s.Why,
                s.State,
                s.ContactedOn,
                s.AttendedOn,
                s.StillGoingOn,
                s.DidNotGoOn,
                s.Reason,
                s.ReasonWords,
                s.FollowUpDue,
                db.Neighbourhoods.Where(n => n.Id == s.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                db.Members.Where(m => m.Id == s.WorkerId).Select(m => m.Name).FirstOrDefault(),
                s.ByAttendance,
                s.PassedOnBy,
                db.Assets.Where(a => a.Id == s.PassedOnBy).Select(a => a.Name).FirstOrDefault(),
                s.PassedOnFrom,
                s.WorkerId == me && s.GivenOn == today && s.State == SignpostState.Given))
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("signpost");
        var id = request.Id;
        return opened with
        {
            Stops = await learner.Of(db, viewer.ProgrammeId, cancellationToken),
            PassedOn = await db.Signposts.VisibleTo(viewer, db, today).Where(s => s.PassedOnFrom == id)
                .OrderBy(s => s.GivenOn).ThenBy(s => s.Id)
                .Take(20)
                .Select(s => new PassedOnTo(
                    s.Id,
                    db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                    s.GivenOn))
                .ToListAsync(cancellationToken),
        };
    }
}

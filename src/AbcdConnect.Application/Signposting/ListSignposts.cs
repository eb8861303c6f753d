using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using AbcdConnect.Domain.Signposting;
using MediatR;

namespace AbcdConnect.Application.Signposting;

/// <summary>The signposts somebody may know of, the newest first. Words look for the person, the place or the activity.</summary>
/// <param name="Due">Only those to be asked after now.</param>
[Requires(Permission.SeeSignposts)]
public sealed record ListSignposts(
    ListRequest List,
    SignpostState? State = null,
    NeighbourhoodId? Neighbourhood = null,
    UserId? Worker = null,
    bool Due = false,
    DateOnly? From = null,
    DateOnly? To = null,
    DidNotGoReason? Reason = null) : IRequest<Page<SignpostRow>>;

/// <param name="Person">Null where nobody was named.</param>
/// <param name="Target">The place's or the activity's name.</param>
public sealed record SignpostRow(
    SignpostId Id,
    DateOnly GivenOn,
    NamedPerson? Person,
    AssetId? AssetId,
    ActivityId? ActivityId,
    string Target,
    SignpostState State,
    DateOnly? FollowUpDue,
    DidNotGoReason? Reason,
    string? Neighbourhood,
    string? Worker);

internal sealed class ListSignpostsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListSignposts, Page<SignpostRow>>
{
    public async Task<Page<SignpostRow>> Handle(ListSignposts request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var signposts = Narrowed(db.Signposts.VisibleTo(viewer, db, today), request, today);
        signposts = Matching(signposts, viewer, request.List.Q, today);
        signposts = request.List.Sort switch
        {
            "date" => signposts.OrderBy(s => s.GivenOn).ThenBy(s => s.Id),
            "due" => signposts.Where(s => s.FollowUpDue != null).OrderBy(s => s.FollowUpDue).ThenBy(s => s.Id),
            "-due" => signposts.Where(s => s.FollowUpDue != null).OrderByDescending(s => s.FollowUpDue).ThenByDescending(s => s.Id),
            _ => signposts.OrderByDescending(s => s.GivenOn).ThenByDescending(s => s.Id),
        };
        return await signposts
            .Select(s => new SignpostRow(
                s.Id,
                s.GivenOn,
                s.PersonId == null ? null : new NamedPerson(
                    s.PersonId.Value,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.LastName).FirstOrDefault()),
                s.AssetId,
                s.ActivityId,
                db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                s.State,
                s.FollowUpDue,
                s.Reason,
                db.Neighbourhoods.Where(n => n.Id == s.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                db.Members.Where(m => m.Id == s.WorkerId).Select(m => m.Name).FirstOrDefault()))
            .PageAsync(request.List, cancellationToken);
    }

    private static IQueryable<Signpost> Narrowed(IQueryable<Signpost> signposts, ListSignposts request, DateOnly today)
    {
        if (request.State is { } state)
        {
            signposts = signposts.Where(s => s.State == state);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            signposts = signposts.Where(s => s.NeighbourhoodId == neighbourhood);
        }

        if (request.Worker is { } worker)
        {
            signposts = signposts.Where(s => s.WorkerId == worker);
        }

        if (request.Due)
        {
            signposts = signposts.Where(s => s.FollowUpDue <= today);
        }

        if (request.From is { } from)
        {
            signposts = signposts.Where(s => s.GivenOn >= from);
        }

        if (request.To is { } to)
        {
            signposts = signposts.Where(s => s.GivenOn <= to);
        }

        return request.Reason is { } reason ? signposts.Where(s => s.Reason == reason) : signposts;
    }

    // Each word belongs to the person's name, or to the place's or activity's: few of each, found by index, then their signposts.
    private IQueryable<Signpost> Matching(IQueryable<Signpost> signposts, Viewer viewer, string? q, DateOnly today)
    {
        foreach (var word in Tokens.OfText(q, 6))
        {
            var (named, placed) = (db.RecordsHolding(viewer.ProgrammeId, SearchKind.Person, word), db.RecordsHolding(viewer.ProgrammeId, SearchKind.Asset, word));
            var people = db.People.VisibleTo(viewer, db, today).Where(p => named.Contains((long)(object)p.Id)).Select(p => (PersonId?)p.Id);
            var assets = db.Assets.Where(a => placed.Contains((long)(object)a.Id)).Select(a => (AssetId?)a.Id);
            var done = db.RecordsHolding(viewer.ProgrammeId, SearchKind.Activity, word);
            var activities = db.Activities.Where(a => done.Contains((long)(object)a.Id)).Select(a => (ActivityId?)a.Id);
            signposts = signposts.Where(s => people.Contains(s.PersonId) || assets.Contains(s.AssetId) || activities.Contains(s.ActivityId));
        }

        return signposts;
    }
}

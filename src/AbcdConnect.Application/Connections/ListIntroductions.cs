using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Programmes;
using MediatR;

namespace AbcdConnect.Application.Connections;

/// <summary>The introductions somebody may know of, the newest first.</summary>
[Requires(Permission.SeeConnections)]
public sealed record ListIntroductions(ListRequest List, IntroductionOutcome? Outcome = null, NeighbourhoodId? Neighbourhood = null, DateOnly? From = null, DateOnly? To = null) : IRequest<Page<IntroductionRow>>;

public sealed record IntroductionRow(IntroductionId Id, TieEnd Person, TieEnd To, DateOnly On, IntroductionOutcome Outcome, ConnectionId? Connection, string? Why, string? Neighbourhood, string? Worker, long Version);

internal sealed class ListIntroductionsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListIntroductions, Page<IntroductionRow>>
{
    public async Task<Page<IntroductionRow>> Handle(ListIntroductions request, CancellationToken cancellationToken)
    {
        var introductions = db.Introductions.VisibleTo(current.Required());
        if (request.Outcome is { } outcome)
        {
            introductions = introductions.Where(i => i.Outcome == outcome);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            introductions = introductions.Where(i => i.NeighbourhoodId == neighbourhood);
        }

        if (request.From is { } from)
        {
            introductions = introductions.Where(i => i.On >= from);
        }

        if (request.To is { } to)
        {
            introductions = introductions.Where(i => i.On <= to);
        }

        introductions = request.List.Sort switch
        {
            "date" => introductions.OrderBy(i => i.On).ThenBy(i => i.Id),
            _ => introductions.OrderByDescending(i => i.On).ThenByDescending(i => i.Id),
        };
        var page = await IntroductionParts.Read(introductions, db).PageAsync(request.List, cancellationToken);
        return new Page<IntroductionRow>([.. page.Items.Select(i => i.ToRow())], page.Number, page.Total);
    }
}

/// <summary>How an introduction is read, in a list and by itself.</summary>
internal static class IntroductionParts
{
    public static IQueryable<Found> Read(IQueryable<Introduction> introductions, IAbcdDbContext db) => introductions.Select(i => new Found
    {
        Introduction = i,
        Person = new NamedPerson(
            i.PersonId,
            db.People.Where(p => p.Id == i.PersonId).Select(p => p.FirstName).FirstOrDefault()!,
            db.People.Where(p => p.Id == i.PersonId).Select(p => p.KnownAs).FirstOrDefault(),
            db.People.Where(p => p.Id == i.PersonId).Select(p => p.LastName).FirstOrDefault()),
        ToPerson = i.ToPersonId == null ? null : new NamedPerson(
            i.ToPersonId.Value,
            db.People.Where(p => p.Id == i.ToPersonId).Select(p => p.FirstName).FirstOrDefault()!,
            db.People.Where(p => p.Id == i.ToPersonId).Select(p => p.KnownAs).FirstOrDefault(),
            db.People.Where(p => p.Id == i.ToPersonId).Select(p => p.LastName).FirstOrDefault()),
        ToAsset = db.Assets.Where(a => a.Id == i.ToAssetId).Select(a => a.Name).FirstOrDefault(),
        Neighbourhood = db.Neighbourhoods.Where(n => n.Id == i.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
        Worker = db.Members.Where(m => m.Id == i.WorkerId).Select(m => m.Name).FirstOrDefault(),
    });

    internal sealed class Found
    {
        public required Introduction Introduction { get; init; }

        public NamedPerson? Person { get; init; }

        public NamedPerson? ToPerson { get; init; }

        public string? ToAsset { get; init; }

        public string? Neighbourhood { get; init; }

        public string? Worker { get; init; }

        public IntroductionRow ToRow() => new(
            Introduction.Id,
            new TieEnd(Introduction.PersonId, null, Person?.Name ?? ""),
            new TieEnd(Introduction.ToPersonId, Introduction.ToAssetId, ToPerson?.Name ?? ToAsset ?? ""),
            Introduction.On,
            Introduction.Outcome,
            Introduction.ConnectionId,
            Introduction.Why,
            Neighbourhood,
            Worker,
            Introduction.Version);
    }
}

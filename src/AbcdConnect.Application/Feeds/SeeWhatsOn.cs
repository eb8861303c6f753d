using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>What is on in one neighbourhood, and what there is, for anybody: no individuals, no leaders, nobody's own telephone.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record SeeWhatsOn(NeighbourhoodId Neighbourhood) : IRequest<WhatsOn>;

/// <param name="On">The day it was read.</param>
/// <param name="More">There are more places than are shown.</param>
public sealed record WhatsOn(string Programme, NeighbourhoodId Id, string Neighbourhood, DateOnly On, IReadOnlyList<OnActivity> Activities, IReadOnlyList<OnPlace> Places, bool More);

/// <param name="OnDay">The day, of what takes place once.</param>
public sealed record OnActivity(ActivityId Id, string Name, string? Words, ActivityFrequency Frequency, DayOfWeek? Day, TimeOnly? StartsAt, TimeOnly? EndsAt, DateOnly? OnDay, string? Where);

/// <param name="Code">In the address of its own public page, where it has one.</param>
/// <param name="AskFirst">Nobody has checked it lately.</param>
public sealed record OnPlace(
    AssetId Id, string Name, AssetKind Kind, string? Category, string? Words, string? Where, IReadOnlyList<OpenSession> Hours, string? OpeningTimes, string? Cost, string? Access, string? Phone, string? Email, string? Website,
    string? Code, bool AskFirst);

internal sealed class SeeWhatsOnHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeWhatsOn, WhatsOn>
{
    /// <summary>What a page and a booklet hold; in a neighbourhood with more, the map finds the rest.</summary>
    public const int MostPlaces = 300;
    private const int MostActivities = 200;

    public async Task<WhatsOn> Handle(SeeWhatsOn request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (programme, place, today) = (viewer.ProgrammeId, request.Neighbourhood, clock.Today());
        var neighbourhood = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && n.Id == place)
            .Select(n => new { n.Name, Programme = db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).First() })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("neighbourhood");
        var lately = today.AddDays(-1);
        var activities = await db.Activities.Shared(programme)
            .Where(a => a.NeighbourhoodId == place && a.Status != ActivityStatus.Ended && a.Status != ActivityStatus.Resting && (a.EndedOn == null || a.EndedOn > lately))
            .OrderBy(a => a.Name).ThenBy(a => a.Id).Take(MostActivities).AsOpen(db).ToListAsync(cancellationToken);
        var ids = await db.Assets.Shared(programme).Where(a => a.NeighbourhoodId == place && a.ClosedOn == null)
            .OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => a.Id).Take(MostPlaces + 1).ToListAsync(cancellationToken);
        var shown = ids.Take(MostPlaces).ToList();
        var assets = await db.Assets.Where(a => EF.Parameter(shown).Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).AsOpen(db).ToListAsync(cancellationToken);
        var more = await db.Assets.Where(a => EF.Parameter(shown).Contains(a.Id)).Select(a => new { a.Id, a.PublicCode, AskFirst = a.AskFirstFrom <= today }).ToDictionaryAsync(a => a.Id, cancellationToken);
        var hours = await OpenAssets.HoursOf(db, shown, cancellationToken);
        return new WhatsOn(
            neighbourhood.Programme, place, neighbourhood.Name, today,
            [
                .. activities.Where(a => a.Frequency != ActivityFrequency.Once || a.FirstOn >= today)
                    .Select(a => new OnActivity(a.Id, a.Name, a.PublicDescription, a.Frequency, a.Day, a.StartsAt, a.EndsAt, a.Frequency == ActivityFrequency.Once ? a.FirstOn : null, a.Where)),
            ],
            [
                .. assets.Select(a => new OnPlace(
                    a.Id, a.Name, a.Kind, a.Category, a.PublicDescription, string.Join(", ", new[] { a.PublicAddress, a.PublicPostcode }.OfType<string>()), [.. hours[a.Id]], a.PublicText(a.OpeningTimes), a.PublicText(a.Cost),
                    a.PublicText(a.Access), a.PublicPhone, a.PublicEmail, a.PublicWebsite, more[a.Id].PublicCode, more[a.Id].AskFirst)),
            ],
            ids.Count > MostPlaces);
    }
}

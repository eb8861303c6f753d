using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>A sheet to give to somebody who was told about a place: what, when, where, how to get there, whom to ask for. It says
/// nothing of the person, so that nothing is given away where it is left on a bus, and no worker's surname.</summary>
/// <param name="Language">Two letters; null for the person's own language, where there is a sheet in it.</param>
[Requires(Permission.Signpost)]
public sealed record MakeSheet(SignpostId Id, string? Language = null) : IRequest<Sheet>;

/// <param name="Asked">The person's language, as it was typed, where there is no sheet in it.</param>
/// <param name="Rows">In the order in which they are read.</param>
/// <param name="Boundary">GeoJSON of its neighbourhood, for a small map.</param>
public sealed record Sheet(
    SignpostId Id,
    SheetLanguage Language,
    string? Asked,
    string Title,
    string Name,
    string? Description,
    string? Warning,
    IReadOnlyList<SheetRow> Rows,
    string From,
    string? Boundary,
    double? Latitude,
    double? Longitude,
    string MapLabel)
{
    /// <summary>In the address of the place's public page, at which anybody may say that it is wrong. Null where it has none.</summary>
    public string? PublicCode { get; init; }

    /// <summary>The same words, to send: nothing in them is about the person.</summary>
    public string Text => string.Join("\n", new[] { Name, Warning }.OfType<string>().Concat(Rows.Select(r => $"{r.Heading}: {string.Join("; ", r.Lines.Select(l => l.Typed && Language.RightToLeft ? $"\u2068{l.Text}\u2069" : l.Text))}")).Append(From));
}

/// <summary>A heading with what stands under it.</summary>
public sealed record SheetRow(string Heading, IReadOnlyList<SheetLine> Lines);

/// <param name="Typed">People's own words, which stay in the language they were typed in.</param>
/// <param name="Link">tel: or the like.</param>
public sealed record SheetLine(string Text, bool Typed = false, string? Link = null);

internal sealed class MakeSheetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<MakeSheet, Sheet>
{
    public async Task<Sheet> Handle(MakeSheet request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var signpost = await db.Signposts.VisibleTo(viewer, db, today)
            .Where(s => s.Id == request.Id)
            .Select(s => new
            {
                s.AssetId,
                s.ActivityId,
                s.NeighbourhoodId,
                Language = db.People.Where(p => p.Id == s.PersonId).Select(p => p.Language).FirstOrDefault(),
                Home = db.People.Where(p => p.Id == s.PersonId).Select(p => p.NeighbourhoodId).FirstOrDefault(),
                Worker = db.Members.Where(m => m.Id == s.WorkerId).Select(m => m.Name).FirstOrDefault(),
                Programme = db.Programmes.Where(p => p.Id == s.ProgrammeId).Select(p => p.Name).FirstOrDefault() ?? "",
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("signpost");

        var activity = signpost.ActivityId is { } going ? await db.Activities.AsNoTracking().SingleAsync(a => a.Id == going, cancellationToken) : null;
        var place = (signpost.AssetId ?? activity?.PlaceId) is { } at
            ? await db.Assets.AsNoTracking().Include(a => a.Hours).SingleOrDefaultAsync(a => a.Id == at, cancellationToken)
            : null;
        var code = request.Language ?? SheetPhrases.CodeOf(signpost.Language);
        var phrases = SheetPhrases.Of(code);
        // Somebody's own home is nobody's to print.
        var individual = place?.Kind == AssetKind.Individual;
        var point = individual ? null : GeoPoint.Of(place?.Latitude, place?.Longitude) ?? await OfPostcode(place?.Postcode, cancellationToken);
        var lies = activity?.NeighbourhoodId ?? place?.NeighbourhoodId;
        var home = signpost.Home ?? signpost.NeighbourhoodId;
        var way = point is { } there && home is { } from ? await Way(viewer, phrases, from, there, cancellationToken) : null;
        var words = new SheetWords(phrases, FirstNameOf(signpost.Worker ?? viewer.Name));
        var closed = activity is null ? place?.ClosedOn : activity.EndedOn;
        return new Sheet(
            request.Id,
            phrases.Language,
            request.Language is null && code is null && Words.Tidy(signpost.Language) is { } other && !other.StartsWith("English", StringComparison.OrdinalIgnoreCase) ? other : null,
            phrases["title"],
            activity?.Name ?? place?.Name ?? "",
            activity?.Description ?? (individual ? null : place?.Description),
            words.Warning(closed, today),
            words.Rows(place, activity, individual, way),
            phrases["from", words.Worker, signpost.Programme],
            individual || lies is null ? null : await db.Neighbourhoods.Where(n => n.Id == lies).Select(n => n.Boundary).SingleOrDefaultAsync(cancellationToken),
            point?.Latitude,
            point?.Longitude,
            phrases["map"])
        {
            PublicCode = individual || activity is not null ? null : place?.PublicCode,
        };
    }

    /// <summary>A worker is known by a first name.</summary>
    public static string FirstNameOf(string name) => name.Trim().Split(' ', 2)[0];

    private async Task<GeoPoint?> OfPostcode(string? text, CancellationToken token)
    {
        if (Words.Postcode(text) is not { } code)
        {
            return null;
        }

        var found = await db.Postcodes.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, token);
        return found is null ? null : new GeoPoint(found.Latitude, found.Longitude);
    }

    // From the middle of their neighbourhood, since where they live is not known and not asked. Too far to walk says nothing.
    private async Task<string?> Way(Viewer viewer, SheetPhrases phrases, NeighbourhoodId home, GeoPoint there, CancellationToken token)
    {
        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, token);
        if (!placing.Middles().TryGetValue(home, out var middle))
        {
            return null;
        }

        var metres = new GeoPoint(middle.Latitude, middle.Longitude).MetresTo(there);
        if (metres > 2 * Reach.Metres)
        {
            return null;
        }

        var name = await db.Neighbourhoods.Where(n => n.Id == home).Select(n => n.Name).SingleAsync(token);
        var far = metres < 950
            ? string.Create(phrases.Language.Culture, $"{Math.Max(50, Math.Round(metres / 50, MidpointRounding.AwayFromZero) * 50):0} m")
            : string.Create(phrases.Language.Culture, $"{metres / 1000:0.0} km");
        return phrases["walk", Reach.Minutes(metres).ToString(phrases.Language.Culture), phrases["theMiddle", name], far];
    }
}

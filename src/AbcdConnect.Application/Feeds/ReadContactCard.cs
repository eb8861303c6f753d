using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>How to reach an organisation or a place, as a vCard (RFC 6350) for an address book. Never a person's.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ReadContactCard(AssetId Id) : IRequest<string>;

internal sealed class ReadContactCardHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ReadContactCard, string>
{
    public async Task<string> Handle(ReadContactCard request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (asset, _, postcodes) = await OpenEntry.Read(db, viewer, request.Id.Value, "entry", cancellationToken);
        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => new { p.Id, p.OpenKey }).SingleAsync(cancellationToken);
        var lines = new ContentLines();
        lines.Line("BEGIN", "VCARD").Line("VERSION", "4.0").Line("KIND", asset.Kind == AssetKind.Place ? "location" : "org")
            .Line("UID", programme.OpenKey is { } key ? $"urn:uuid:{new OpenIds(key).Of(OpenKind.Organization, asset.Id.Value)}" : $"https://{SharedProgramme.Home(programme.Id, null)}/assets/{asset.Id}")
            .Text("FN", asset.Name)
            .Text("ORG", asset.Name)
            .Instant("REV", asset.LastModified);
        if ((asset.PublicAddress ?? asset.PublicPostcode) is not null)
        {
            // Post box and second line are not kept; nor are county and country.
            lines.Line("ADR", string.Join(';', new[] { "", "", asset.PublicAddress ?? "", asset.Neighbourhood ?? "", "", asset.PublicPostcode ?? "", "" }.Select(ContentLines.Escaped)));
        }

        if (asset.PublicPhone is { } phone)
        {
            lines.Line("TEL;VALUE=uri;TYPE=work", "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+')));
        }

        lines.Text("EMAIL;TYPE=work", asset.PublicEmail);
        if (asset.PublicWebsite is { } website)
        {
            lines.Line("URL", website);
        }

        if (asset.Point(postcodes) is { } point)
        {
            lines.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"geo:{point.Latitude:0.######},{point.Longitude:0.######}"));
        }

        return lines.Text("CATEGORIES", asset.Category).Text("NOTE", asset.PublicText(asset.OpeningTimes)).Line("END", "VCARD").ToString();
    }
}

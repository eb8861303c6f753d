using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>A worker walks down a street and puts on the map what they see: a photo, what kind it is, and the rest later. Where they
/// stand is the entry's point.</summary>
/// <param name="Name">Null: it is called by what it is, where and when it was seen, until somebody names it.</param>
/// <param name="Photo">The file as it came; only the picture of it is kept.</param>
[Requires(Permission.ChangeAssets)]
public sealed record NoteOnWalk(AssetKind Kind, string? Name = null, string? Note = null, double? Latitude = null, double? Longitude = null, byte[]? Photo = null) : IMakes<AssetId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class NoteOnWalkValidator : AbstractValidator<NoteOnWalk>
{
    public NoteOnWalkValidator()
    {
        RuleFor(r => r.Kind).IsInEnum().NotEqual(AssetKind.Individual).WithMessage("On a walk you add what stands there. Somebody you met belongs in a conversation");
        RuleFor(r => r.Name).MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(r => r.Note).MaximumLength(Words.LongestText).WithMessage("Use at most 100,000 letters");
        RuleFor(r => r.Latitude).InclusiveBetween(-90, 90).WithMessage("A latitude lies between -90 and 90");
        RuleFor(r => r.Longitude).InclusiveBetween(-180, 180).WithMessage("A longitude lies between -180 and 180");
        RuleFor(r => r).Must(r => r.Photo is not null || Words.Tidy(r.Name) is not null).WithName("Name").OverridePropertyName("Name").WithMessage("Take a photo, or say what people call it");
    }
}

internal sealed class NoteOnWalkHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<NoteOnWalk, AssetId>
{
    public async Task<AssetId> Handle(NoteOnWalk request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var picture = request.Photo is { } bytes ? Picture.Read(bytes) : null;
        var (latitude, longitude) = request.Latitude is null || request.Longitude is null ? (null, null) : (request.Latitude, request.Longitude);
        var place = await Placing.Of(db, finder, viewer.ProgrammeId, null, latitude, longitude, null, cancellationToken);
        var placeName = place is null ? null : await db.Neighbourhoods.Where(n => n.Id == place).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        var today = clock.Today();
        var name = Words.Tidy(request.Name) ?? $"{Seen(request.Kind)} seen {(placeName is null ? "" : $"in {placeName} ")}on {today.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}";
        var asset = Asset.Add(viewer.ProgrammeId, viewer.UserId, today, new AssetDetails(request.Kind, name, Description: request.Note, Latitude: latitude, Longitude: longitude, NeighbourhoodId: place));
        asset.Confirm(today);
        db.Assets.Add(asset);
        return await db.AllOrNothing(
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                if (picture is not null)
                {
                    db.AssetPhotos.Add(AssetPhoto.Of(asset.Id, picture, viewer.UserId, today));
                    await db.SaveChangesAsync(cancellationToken);
                }

                return asset.Id;
            },
            cancellationToken);
    }

    private static string Seen(AssetKind kind) => kind switch
    {
        AssetKind.Association => "A club or group",
        AssetKind.Institution => "An institution",
        AssetKind.Place => "A place",
        AssetKind.Exchange => "A shop or market",
        _ => "A piece of culture",
    };
}

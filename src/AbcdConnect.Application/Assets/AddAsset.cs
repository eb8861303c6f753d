using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Puts something on the asset map. Its postcode or point places it in a neighbourhood where none is given.</summary>
/// <param name="OpenSessions">When it is open, a line or more as people type them: "Mon and Wed 10am–2pm".</param>
/// <param name="EvenIfLike">Add it although something like it is there.</param>
[Requires(Permission.ChangeAssets)]
public sealed record AddAsset(AssetDetails Details, string? OpenSessions = null, bool EvenIfLike = false) : ISentOnce<AddAssetAnswer>, Meetings.Actions.IClosesAction
{
    public Guid? SubmissionId { get; set; }

    public Domain.Meetings.ActionId? ForAction { get; set; }

    Domain.Meetings.MadeKind Meetings.Actions.IClosesAction.Makes => Domain.Meetings.MadeKind.Asset;

    long? ISentOnce<AddAssetAnswer>.NumberOf(AddAssetAnswer answer) => (answer as AssetAdded)?.Id.Value;

    AddAssetAnswer ISentOnce<AddAssetAnswer>.AnswerFor(long number) => new AssetAdded(AssetId.From(number));
}

/// <summary>Added, or something like it is there already.</summary>
public abstract record AddAssetAnswer;

public sealed record AssetAdded(AssetId Id) : AddAssetAnswer;

public sealed record LikelyThere(IReadOnlyList<LikeAsset> Like) : AddAssetAnswer;

public sealed record LikeAsset(AssetId Id, string Name, string? Address, string? Postcode);

internal sealed class AddAssetValidator : AbstractValidator<AddAsset>
{
    public AddAssetValidator()
    {
        RuleFor(r => r.Details).SetValidator(new AssetDetailsValidator());
        RuleFor(r => r.OpenSessions).OpenSessions();
    }
}

internal sealed class AssetDetailsValidator : AbstractValidator<AssetDetails>
{
    public AssetDetailsValidator()
    {
        RuleFor(d => d.Name).NotEmpty().WithMessage("Enter the name people know it by").MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.Description).MaximumLength(Words.LongestText).WithMessage("Use at most 100,000 letters");
        RuleFor(d => d.Address).MaximumLength(500).WithMessage("An address has at most 500 letters");
        RuleFor(d => d.Postcode).MaximumLength(20).WithMessage("A postcode looks like M33 4QJ");
        RuleFor(d => d.Latitude).InclusiveBetween(-90, 90).WithMessage("A latitude lies between -90 and 90");
        RuleFor(d => d.Longitude).InclusiveBetween(-180, 180).WithMessage("A longitude lies between -180 and 180");
        RuleFor(d => d.Latitude).Must((details, _) => !Swapped(details)).WithMessage("Latitude and longitude look swapped: in the United Kingdom the latitude is the one between 49 and 61");
        RuleFor(d => d.OpeningTimes).MaximumLength(Words.LongestText).WithMessage("Use at most 100,000 letters");
        RuleFor(d => d.Cost).MaximumLength(500).WithMessage("Use at most 500 letters");
        RuleFor(d => d.Languages).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.Access).MaximumLength(Words.LongestText).WithMessage("Use at most 100,000 letters");
        RuleFor(d => d.ContactName).MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.Phone).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.Email).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.Website).MaximumLength(500).WithMessage("An address of a website has at most 500 letters");
        RuleFor(d => d.LookedAfterBy).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
    }

    private static bool Swapped(AssetDetails details) => details.Latitude is { } latitude && details.Longitude is { } longitude && UkExtent.LooksSwapped(latitude, longitude);
}

internal static class OpenSessionsRule
{
    public static void OpenSessions<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((lines, context) =>
    {
        if (OpeningTimes.OfLines(lines, out var wrong).Count > 100)
        {
            context.AddFailure("Use at most 100 sessions");
        }
        else if (wrong is not null)
        {
            context.AddFailure($"\"{(wrong.Length > 60 ? wrong[..60] + "…" : wrong)}\" is not clear. Type the day and the times, such as Mon 10am–12pm or Mon 10:00–12:00");
        }
    });
}

internal sealed class AddAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<AddAsset, AddAssetAnswer>
{
    public async Task<AddAssetAnswer> Handle(AddAsset request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var details = request.Details;
        if (!request.EvenIfLike && await Like(viewer, details, cancellationToken) is { Count: > 0 } like)
        {
            return new LikelyThere(like);
        }

        details = await AssetLinks.Checked(db, finder, viewer, details, request.OpenSessions, cancellationToken);
        var asset = Asset.Add(viewer.ProgrammeId, viewer.UserId, clock.Today(), details);
        asset.Confirm(clock.Today());
        await AssetLinks.Draw(db, asset, cancellationToken);
        db.Assets.Add(asset);
        await db.SaveChangesAsync(cancellationToken);
        return new AssetAdded(asset.Id);
    }

    // The same words in the name, and the same postcode where both have one.
    private async Task<List<LikeAsset>> Like(Viewer viewer, AssetDetails details, CancellationToken token)
    {
        if (await FoundByWords.In(db, viewer, SearchKind.Asset, details.Name, clock.Today(), token) is not { Ids.Count: > 0 } found)
        {
            return [];
        }

        var ids = found.Ids.Select(AssetId.From).ToList();
        var postcode = Words.Postcode(details.Postcode);
        var near = await db.Assets.VisibleTo(viewer)
            .Where(a => EF.Parameter(ids).Contains(a.Id) && a.ClosedOn == null && (postcode == null || a.Postcode == null || a.Postcode == postcode))
            .OrderBy(a => a.Name).Take(50)
            .Select(a => new LikeAsset(a.Id, a.Name, a.Address, a.Postcode))
            .ToListAsync(token);
        var words = Search.Tokens.OfText(details.Name);
        return [.. near.Where(a => words.All(Search.Tokens.OfText(a.Name).Contains)).Take(5)];
    }
}

/// <summary>What a typed entry points to, checked and completed before it is stored.</summary>
internal static class AssetLinks
{
    /// <summary>Puts it on the drawn map by its own point or its postcode's.</summary>
    public static async Task Draw(IAbcdDbContext db, Asset asset, CancellationToken token)
    {
        var postcode = asset.Latitude is null ? (await Placing.Postcodes(db, [asset.Postcode], token)).Values.FirstOrDefault() : null;
        asset.Draw(postcode?.Latitude, postcode?.Longitude);
    }

    public static async Task<AssetDetails> Checked(IAbcdDbContext db, IPlaceFinder finder, Viewer viewer, AssetDetails details, string? openSessions, CancellationToken token)
    {
        if (details.CategoryId is { } category)
        {
            var kind = await db.AssetCategories.Where(c => c.Id == category).Select(c => (AssetKind?)c.Kind).FirstOrDefaultAsync(token);
            if (kind != details.Kind)
            {
                throw new DomainRuleException(kind is null ? "There is no such category any more. Choose another." : $"That category belongs to another kind of asset. Choose one for {Kinds.InWords(details.Kind)}, or change the kind.");
            }
        }

        if (details.NeighbourhoodId is { } neighbourhood && !await db.Neighbourhoods.AnyAsync(n => n.Id == neighbourhood && n.ProgrammeId == viewer.ProgrammeId, token))
        {
            throw new NotFoundException("neighbourhood");
        }

        var place = await Placing.Of(db, finder, viewer.ProgrammeId, details.NeighbourhoodId, details.Latitude, details.Longitude, details.Postcode, token);
        var hours = OpeningTimes.OfLines(openSessions, out _);
        return details with { NeighbourhoodId = place, Hours = hours.Count > 0 ? hours : OpeningTimes.Sure(details.OpeningTimes) ?? [] };
    }
}

internal static class Kinds
{
    public static string InWords(AssetKind kind) => kind switch
    {
        AssetKind.Individual => "an individual",
        AssetKind.Association => "an association",
        AssetKind.Institution => "an institution",
        AssetKind.Place => "a place",
        AssetKind.Exchange => "the local economy",
        _ => "culture and heritage",
    };
}

using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>What each column of an uploaded spreadsheet becomes. Another sheet, or headings in another row, are guessed anew.</summary>
/// <param name="Name">The list's name: the same list next month is known by it.</param>
/// <param name="Keep">Kept under its name for the next time.</param>
[Requires(Permission.ImportData)]
public sealed record ChooseColumns(UploadId Id, string Name, AssetKind Kind, string Category, string? Sheet, int HeadingsAt, IReadOnlyList<ColumnChoice> Columns, bool Keep) : IRequest<ColumnsChosen>;

public enum ColumnsChosen
{
    AsChosen,

    /// <summary>The sheet or the row of headings is another one: its columns were guessed, and want a look.</summary>
    GuessedAnew,
}

internal sealed class ChooseColumnsValidator : AbstractValidator<ChooseColumns>
{
    public ChooseColumnsValidator()
    {
        RuleFor(r => r.Name).NotEmpty().WithMessage("Give the list a name, so that it is known again next time").MaximumLength(80).WithMessage("Give it a name of at most 80 letters");
        RuleFor(r => r.Category).NotEmpty().WithMessage("Say what they are filed under, such as Sports club").MaximumLength(Words.LongestLine).WithMessage("That is too long for a category");
        RuleFor(r => r.Kind).IsInEnum().WithMessage("Choose what kind of asset they are");
        RuleFor(r => r.HeadingsAt).InclusiveBetween(1, 1_000).WithMessage("Say in which row the headings are, such as 1");
        RuleFor(r => r.Columns).Must(c => c.Any(x => x.Becomes == "name")).WithMessage("Say which column holds the name");
        RuleFor(r => r.Columns).Must(c => c.Any(x => x.TellsApart)).WithMessage("Tick at least one column that tells one row from every other: a number of its own, or the name and the postcode");
        RuleFor(r => r.Columns).Must(c => c.All(x => x.Becomes is null || Fields.Contains(x.Becomes))).WithMessage("Choose what each column becomes from the list");
        RuleFor(r => r.Columns).Must(c => c.Any(x => x.Becomes == AssetProfiles.Latitude) == c.Any(x => x.Becomes == AssetProfiles.Longitude)).WithMessage("A point needs both a latitude and a longitude");
        RuleFor(r => r.Columns).Must(c => Array.TrueForAll(Single, f => c.Count(x => x.Becomes == f) < 2)).WithMessage("Only one column can be the latitude, the longitude, the category, the neighbourhood, the postcode, the e-mail, the telephone or the web address");
    }

    private static readonly string[] Single = [AssetProfiles.Latitude, AssetProfiles.Longitude, AssetProfiles.Category, AssetProfiles.Neighbourhood, "postcode", "email", "phone", "website"];

    private static readonly HashSet<string> Fields = new([.. AssetProfiles.Fields.Keys, AssetProfiles.Latitude, AssetProfiles.Longitude, AssetProfiles.Category, AssetProfiles.Neighbourhood], StringComparer.Ordinal);
}

internal sealed class ChooseColumnsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IWorkbooks workbooks, IUploadedFiles files, IAssetProfiles shipped) : IRequestHandler<ChooseColumns, ColumnsChosen>
{
    public async Task<ColumnsChosen> Handle(ChooseColumns request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var upload = await db.Uploads.Seen(viewer, request.Id, cancellationToken);
        var before = AssetProfiles.Read(upload.Profile);
        if (before.Sheet != request.Sheet || before.HeadingsAt != request.HeadingsAt)
        {
            await using var file = files.Reopen(upload);
            var look = await SheetLook.At(file, workbooks, request.Sheet, before.Sheet != request.Sheet ? null : request.HeadingsAt, cancellationToken);
            var guessed = await look.Guess(db, upload.FileName, request.Sheet, cancellationToken);
            upload.ReadAs((guessed with { Name = request.Name, Title = request.Name, Kind = request.Kind, Category = request.Category }).Written());
            await db.SaveChangesAsync(cancellationToken);
            return ColumnsChosen.GuessedAnew;
        }

        var profile = SheetLook.Profile(request.Name.Trim(), request.Kind, request.Category.Trim(), request.Sheet, request.HeadingsAt, request.Columns);
        upload.ReadAs(profile.Written());
        if (request.Keep)
        {
            await Keep(profile, viewer, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ColumnsChosen.AsChosen;
    }

    private async Task Keep(AssetProfile profile, Viewer viewer, CancellationToken token)
    {
        if (shipped.All().Any(p => string.Equals(p.Name, profile.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException($"A profile that comes with AbcdConnect is called '{profile.Name}' already. Give the list another name.");
        }

        var name = profile.Name;
        var kept = await db.KeptProfiles.SingleOrDefaultAsync(p => p.ProgrammeId == viewer.ProgrammeId && p.Name == name, token);
        if (kept is null)
        {
            db.KeptProfiles.Add(new KeptProfile { ProgrammeId = viewer.ProgrammeId, Name = name, Profile = profile.Written(), KeptBy = viewer.UserId, KeptAt = clock.GetUtcNow() });
        }
        else
        {
            (kept.Profile, kept.KeptBy, kept.KeptAt) = (profile.Written(), viewer.UserId, clock.GetUtcNow());
        }
    }
}

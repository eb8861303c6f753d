using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Domain.Assets;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AbcdConnect.Web.Features.Assets.Import;

/// <summary>What the columns of an uploaded spreadsheet become.</summary>
public sealed class ColumnsForm
{
    /// <summary>The fields of the map as people choose them.</summary>
    public static readonly IReadOnlyList<(string Field, string Words)> Fields =
    [
        ("name", "Name"), ("description", "Description"), ("category", "Category"), ("address", "Address"), ("postcode", "Postcode"), ("neighbourhood", "Neighbourhood or ward"), ("latitude", "Latitude"),
        ("longitude", "Longitude"), ("openingTimes", "Opening times"), ("cost", "What it costs"), ("languages", "Languages"), ("access", "Getting in and joining"), ("contactName", "Whom to ask for"), ("phone", "Telephone"),
        ("email", "E-mail"), ("website", "Web address"), ("lookedAfterBy", "Who looks after the entry"),
    ];

    [Display(Name = "What is this list called?")]
    public string? Name { get; set; }

    [Display(Name = "What kind of asset are they?")]
    public AssetKind? Kind { get; set; }

    [Display(Name = "Filed under")]
    public string? Category { get; set; }

    [Display(Name = "Which sheet?")]
    public string? Sheet { get; set; }

    [Display(Name = "In which row are the headings?")]
    public int? HeadingsAt { get; set; }

    public List<ColumnField> Columns { get; set; } = [];

    [Display(Name = "Keep this for next time")]
    public bool Keep { get; set; }

    [BindNever]
    [ValidateNever]
    public UploadView? About { get; set; }

    public static ColumnsForm Of(UploadView upload) => new()
    {
        Name = upload.Profile.Name,
        Kind = upload.Profile.Kind,
        Category = upload.Profile.Category,
        Sheet = upload.Profile.Sheet,
        HeadingsAt = upload.Profile.HeadingsAt,
        Columns = [.. upload.Columns.Select(c => new ColumnField { Heading = c.Heading, Becomes = c.Becomes, TellsApart = c.TellsApart })],
        About = upload,
    };

    internal ChooseColumns ToRequest(UploadId id) => new(
        id, Name ?? "", Kind ?? (AssetKind)(-1), Category ?? "", string.IsNullOrEmpty(Sheet) ? null : Sheet, HeadingsAt ?? 0,
        [.. Columns.Where(c => !string.IsNullOrEmpty(c.Heading)).Select(c => new ColumnChoice(c.Heading!, string.IsNullOrEmpty(c.Becomes) ? null : c.Becomes, c.TellsApart))], Keep);
}

public sealed class ColumnField
{
    public string? Heading { get; set; }

    public string? Becomes { get; set; }

    public bool TellsApart { get; set; }
}

using System.ComponentModel.DataAnnotations;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.Patterns;

/// <summary>A form with one of every field, to look at.</summary>
public sealed class PatternsForm
{
    [Display(Name = "What do people call it?")]
    public string? Name { get; set; }

    [Display(Name = "When was it?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "What time?")]
    public TimeOnly? At { get; set; }

    [Display(Name = "What did you hear?")]
    public string? Heard { get; set; }

    [Display(Name = "What is it?")]
    public PatternKind Kind { get; set; }

    public string? Neighbourhood { get; set; }

    public string? Place { get; set; }

    public PatternKind? Sort { get; set; }

    [Display(Name = "Who leads it?")]
    public PatternKind Lead { get; set; }

    [Display(Name = "Languages spoken")]
    public List<string> Languages { get; set; } = [];

    [Display(Name = "What is right? Nothing else is kept")]
    public List<string> Gifts { get; set; } = [];

    [Display(Name = "Knows everybody round here")]
    public bool IsConnector { get; set; }

    [Display(Name = "Who with?")]
    public List<long> PersonIds { get; set; } = [];

    public string? PersonNames { get; set; }

    public List<string> NewPeople { get; set; } = [];

    public long Version { get; set; }
}

public enum PatternKind
{
    Association,

    [Display(Name = "Place people go")]
    Place,
    Institution,
}

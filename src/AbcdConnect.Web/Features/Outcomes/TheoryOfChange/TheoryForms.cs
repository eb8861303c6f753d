using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.Outcomes.TheoryOfChange;

/// <summary>One thing of the theory of change.</summary>
public sealed class NodeForm
{
    [Display(Name = "What is it?")]
    public TheoryLayer? Layer { get; set; }

    [Display(Name = "Name")]
    public string? Title { get; set; }

    [Display(Name = "In a sentence")]
    public string? Words { get; set; }

    [Display(Name = "Which figures count it?")]
    public List<string> Metrics { get; set; } = [];

    [Display(Name = "Which measures speak of it?")]
    public List<string> Measures { get; set; } = [];

    [Display(Name = "What else would tell? One a line")]
    public string? Indicators { get; set; }

    public long Version { get; set; }

    internal static NodeForm Of(TheoryNode node, long version) => new()
    {
        Layer = node.Layer,
        Title = node.Title,
        Words = node.Words,
        Metrics = [.. node.Metrics ?? []],
        Measures = [.. node.Measures ?? []],
        Indicators = string.Join('\n', node.Indicators ?? []),
        Version = version,
    };

    internal ChangeTheory ToRequest(string theory, string key) => new(
        theory,
        new PutNode(new TheoryNode(
            key,
            Layer ?? TheoryLayer.Outcomes,
            Title ?? "",
            Words,
            Metrics,
            Measures,
            [.. (Indicators ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])),
        Version);
}

/// <summary>What leads to what, and what speaks for it.</summary>
public sealed class LinkForm
{
    public string? To { get; set; }

    public EvidenceStrength Strength { get; set; }

    public string? Evidence { get; set; }

    public long Version { get; set; }
}

internal sealed record NodePage(string Theory, string TheoryTitle, string? Key, IReadOnlyList<Choice> Metrics, IReadOnlyList<Choice> Measures, NodeForm Form) : FormPage<NodeForm>(Form);

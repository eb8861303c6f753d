using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Reports.Value;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Programmes;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>A sum of money that the programme answers for.</summary>
public sealed class ValueForm
{
    [Display(Name = "What is it?")]
    public ValueKind Kind { get; init; }

    [Display(Name = "Of what, or for each of what?")]
    public Metric Metric { get; init; }

    [Display(Name = "How many pounds?")]
    public decimal? Amount { get; init; }

    [Display(Name = "From which month?")]
    public string? From { get; init; }

    [Display(Name = "To which month?")]
    public string? To { get; init; }

    [Display(Name = "Where does the sum come from?")]
    public string? Source { get; init; }

    public PutValueInput ToRequest() => new(Kind, Metric, Amount, MonthText.Read(From), MonthText.Read(To), Source ?? "");
}

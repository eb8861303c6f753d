using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

public sealed class GiftForm
{
    [Display(Name = "Is it")]
    public GiftDirection Direction { get; set; }

    /// <summary>The number of an entry of the taxonomy.</summary>
    [Display(Name = "Find a word for it")]
    public long? TermId { get; set; }

    [HiddenInput]
    public string? TermWords { get; set; }

    [Display(Name = "In their own words")]
    public string? Words { get; set; }

    [Display(Name = "Which kind is it?")]
    public GiftKind Kind { get; set; } = GiftKind.Hands;

    [Display(Name = "When did you hear it?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    public long Version { get; set; }

    // Without script what was typed to find a word is the best words there are.
    private string? Said => string.IsNullOrWhiteSpace(Words) ? TermWords : Words;

    /// <summary>A gift as it is stored now, to be put right.</summary>
    public static GiftForm Of(ShownGift gift) => new() { Direction = gift.Direction, Kind = gift.Kind, TermId = gift.TermId?.Value, Words = gift.Words, On = gift.HeardOn, Version = gift.Version };

    public AddGift ToRequest(PersonId person) => new(person, Direction, Kind, Term, Said, On);

    public ChangeGift ToRequest(GiftId gift) => new(gift, Direction, Kind, Term, Said, Version);

    private GiftTermId? Term => TermId is { } id ? new GiftTermId(id) : null;
}

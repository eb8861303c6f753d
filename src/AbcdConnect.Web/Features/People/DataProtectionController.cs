using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

/// <summary>What the law gives a person: a copy of what is held, and to be forgotten.</summary>
public sealed class DataProtectionController(IMediator mediator) : AbcdController(mediator)
{
    // It is a file for a person to read, in the letters of their language.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpGet("data-protection")]
    public async Task<IActionResult> Asked(int page = 1) => View("DataProtection", new DataProtectionPage(await Send(new ListDataProtectionRequests(new ListRequest(Page: page)))));

    [HttpGet("data-protection/person")]
    public async Task<IActionResult> Find(long? number) =>
        number is { } id ? View("DataProtectionPerson", await Send(new DescribeForDataProtection(new PersonId(id)))) : await Asked();

    [HttpGet("data-protection/{id:long}")]
    public async Task<IActionResult> Person(long id) => View("DataProtectionPerson", await Send(new DescribeForDataProtection(new PersonId(id))));

    /// <param name="format">html or json.</param>
    [HttpPost("data-protection/{id:long}/copy")]
    public async Task<IActionResult> Copy(long id, string? format)
    {
        var copy = await Send(new CopyWhatIsHeld(new PersonId(id)));
        if (format == "json")
        {
            var json = new { person = copy.Id.Value, madeOn = copy.MadeOn, programme = copy.Programme, sections = copy.Sections.Select(s => new { title = s.Title, rows = s.Rows.Select(r => r.ToDictionary(v => v.Label, v => v.Value)) }) };
            return File(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json, Readable)), "application/json", $"person-{id}.json");
        }

        Response.Headers.ContentDisposition = $"attachment; filename=\"person-{id}.html\"";
        return View("Copy", copy);
    }

    /// <param name="confirm">The person's number once more: it cannot be undone.</param>
    [HttpPost("data-protection/{id:long}/forget")]
    public Task<IActionResult> Forget(long id, string? confirm) => Submit(
        () => confirm?.Trim() == id.ToString(UkText.Culture)
            ? Send(new ForgetPerson(new PersonId(id)))
            : throw new DomainRuleException($"Type {id} to confirm. Nothing has been removed."),
        () =>
        {
            Saved("Everything that identified them has been removed. Figures stay as they were.");
            return Redirect("/data-protection");
        },
        async () => View("DataProtectionPerson", await Send(new DescribeForDataProtection(new PersonId(id)))));
}

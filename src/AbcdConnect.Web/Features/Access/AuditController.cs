using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Who changed what.</summary>
[Route("audit")]
public sealed class AuditController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(AuditFilter filter, string? sort, int page) =>
        View("Audit", new AuditView(await Send(filter.ToRequest(new ListRequest(null, sort, page))), await Send(new OfferAuditChoices()), filter.By, filter.Record, filter.RecordId, filter.From, filter.To));

    [HttpGet("/audit.csv")]
    public async Task<IActionResult> Csv(AuditFilter filter, string? sort) => CsvFile.Of(
        "audit",
        (await Send(filter.ToRequest(new ListRequest(null, sort) { All = true }))).Items,
        ("Number", a => a.Sequence),
        ("When", a => a.At),
        ("Who", a => a.By ?? "AbcdConnect"),
        ("What", a => a.What),
        ("Record", a => a.Record),
        ("Its number", a => a.RecordId),
        ("Changes", a => string.Join("; ", AuditChange.Of(a.Changes).Select(c => $"{c.Field}: {c.Before ?? "nothing"} → {c.After ?? "nothing"}"))));

    [HttpPost("verify")]
    public async Task<IActionResult> Verify()
    {
        var verdict = await Send(new VerifyAudit());
        if (verdict.Holds)
        {
            Saved(string.Create(UkText.Culture, $"The chain holds: all {verdict.Entries:N0} entries are as they were written."));
            return RedirectToAction(nameof(List));
        }

        return View("AuditBroken", verdict);
    }
}

/// <summary>Whose, of what, when.</summary>
public sealed class AuditFilter
{
    public long? By { get; set; }

    public string? Record { get; set; }

    public long? RecordId { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public ReadAudit ToRequest(ListRequest list) => new(list, By is { } by ? new UserId(by) : null, Record, RecordId, From, To);
}

public sealed record AuditView(Page<AuditRow> Rows, IReadOnlyList<NamedMember> Members, long? By, string? Record, long? RecordId, DateOnly? From, DateOnly? To)
{
    /// <summary>The kinds of record the log speaks of.</summary>
    public static readonly string[] Records =
    [
        "Person", "Gift", "Consent", "Conversation", "Who took part", "Signpost", "Connection", "Introduction", "Merge", "Attendance", "Story", "DayAnswer",
        "DataProtectionRequest", "Practitioner", "Member", "Member's neighbourhood",
    ];
}

/// <summary>One field of a sealed change.</summary>
public sealed record AuditChange(string Field, string? Before, string? After)
{
    public static IReadOnlyList<AuditChange> Of(string? sealedChanges)
    {
        if (string.IsNullOrEmpty(sealedChanges))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(sealedChanges);
            return document.RootElement.TryGetProperty("fields", out var fields)
                ? [.. fields.EnumerateObject().Select(f => new AuditChange(Words.Apart(f.Name), f.Value[0].GetString(), f.Value[1].GetString()))]
                : [];
        }
        catch (JsonException)
        {
            // Somebody has been at it; what verifying says about it matters more than this column.
            return [];
        }
    }
}

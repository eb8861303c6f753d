using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Assets.Import;

/// <summary>Somebody's spreadsheet on its way to the map: its columns, its first rows, a trial, and then it is brought in.</summary>
[Route("imports/sheets/{id:long}")]
public sealed class SheetsController(IMediator mediator, ICurrentViewer current) : AbcdController(mediator)
{
    [HttpGet]
    public async Task<IActionResult> Columns(long id)
    {
        var upload = await Send(new OpenUpload(new UploadId(id)));
        return upload.Batch is { } batch ? Redirect($"/imports/{batch}") : View("Columns", ColumnsForm.Of(upload));
    }

    [HttpPost]
    public Task<IActionResult> Columns(long id, ColumnsForm form) => Submit(
        () => Send(form.ToRequest(new UploadId(id))),
        chosen =>
        {
            if (chosen == ColumnsChosen.GuessedAnew)
            {
                Saved("The columns were looked at anew. See whether they are right.");
                return Redirect($"/imports/sheets/{id}");
            }

            return Redirect($"/imports/sheets/{id}/rows");
        },
        async () =>
        {
            form.About = await Send(new OpenUpload(new UploadId(id)));
            return View("Columns", form);
        });

    [HttpPost("profile")]
    public Task<IActionResult> UseProfile(long id, string? name) => Submit(
        () => Send(new UseProfile(new UploadId(id), name ?? "")),
        _ => Redirect($"/imports/sheets/{id}/rows"),
        () => Columns(id));

    [HttpGet("rows")]
    public Task<IActionResult> Rows(long id) => Submit<UploadPreview>(
        () => Send(new PreviewUpload(new UploadId(id))),
        preview => preview.Batch is { } batch ? Redirect($"/imports/{batch}") : View("Rows", preview),
        () => Columns(id));

    [HttpGet("trial")]
    public async Task<IActionResult> Trial(long id, [FromServices] SheetsUnderWay underWay)
    {
        // Looked at before the upload is read: one that ends in between is shown as ended.
        ViewData["HowFar"] = underWay.TrialOf(new UploadId(id));
        var trial = await Send(new SeeTrial(new UploadId(id)));
        return trial.Batch is { } batch ? Redirect($"/imports/{batch}") : View("Trial", trial);
    }

    [HttpPost("trial")]
    public async Task<IActionResult> Try(long id, [FromServices] SheetsUnderWay underWay)
    {
        // Asked first: who may not import learns nothing of what waits.
        await Send(new SeeTrial(new UploadId(id)));
        await underWay.Try(current.Viewer!, new UploadId(id));
        return Redirect($"/imports/sheets/{id}/trial");
    }

    [HttpGet("/imports/sheets/{id:long}/problems.csv")]
    public async Task<IActionResult> Problems(long id)
    {
        var trial = await Send(new SeeTrial(new UploadId(id)));
        return CsvFile.Of(
            $"upload-{id}-problems",
            (trial.Found?.Problems ?? []).Select(p => (p.Row, p.Column, p.Value, p.WhatToDo)).Concat((trial.Found?.Doubtful ?? []).Select(d => (d.Row, Column: "", Value: d.Name, WhatToDo: $"Likely on the map already as {d.LikeName}: {d.Why}."))).OrderBy(p => p.Row),
            ("Row", p => p.Row),
            ("Column", p => p.Column),
            ("Value", p => p.Value),
            ("What to do", p => p.WhatToDo));
    }

    [HttpPost("bring-in")]
    public async Task<IActionResult> BringIn(long id, bool leaveOut, [FromServices] SheetsUnderWay underWay)
    {
        await Send(new SeeTrial(new UploadId(id)));
        return Redirect($"/imports/{await underWay.BringIn(current.Viewer!, new UploadId(id), leaveOut)}");
    }

    [HttpPost("drop")]
    public async Task<IActionResult> Drop(long id)
    {
        await Send(new DropUpload(new UploadId(id)));
        Saved("The file is let go of. Nothing of it came in.");
        return Redirect("/imports");
    }
}

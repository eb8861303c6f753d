using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Assets.Import;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Assets;

[Route("imports")]
public sealed class ImportsController(IMediator mediator, ICurrentViewer current) : AbcdController(mediator)
{
    // Room for the form around a file of the size that is allowed, so that a file a little too large is told so in words.
    private const long MostBytes = ((ImportForm.MostMegabytes * 2L) + 1) * 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> List(int page = 1)
    {
        ViewData["MayImport"] = current.Viewer?.May(Permission.ImportData);
        var directories = await Send(new ListDirectories());
        ViewData["Directories"] = (directories.Count, directories.Count(d => d.Trouble is not null));
        return View("Imports", await Send(new ListImports(new ListRequest(Page: page))));
    }

    [HttpGet("/imports.csv")]
    public async Task<IActionResult> Csv() => CsvFile.Of(
        "imports",
        (await Send(new ListImports(new ListRequest { All = true }))).Items,
        ("File", i => i.FileName),
        ("Kind", i => i.Profile),
        ("By", i => i.By),
        ("Started", i => i.StartedAt),
        ("Finished", i => i.FinishedAt),
        ("Outcome", i => i.Outcome),
        ("Rows", i => i.Counts.Rows),
        ("Added", i => i.Counts.Added),
        ("Changed", i => i.Counts.Changed),
        ("Same", i => i.Counts.Same),
        ("Rejected", i => i.Counts.Rejected),
        ("Placed", i => i.Counts.Placed),
        ("Unplaced", i => i.Counts.Unplaced),
        ("Failed because", i => i.FailedBecause));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id, [FromServices] ImportsUnderWay underWay, [FromServices] SheetsUnderWay sheets, int page = 1)
    {
        // Looked at before the entry is read: one that ends in between is shown as ended.
        ViewData["HowFar"] = underWay.HowFar(new ImportBatchId(id)) ?? sheets.HowFar(new ImportBatchId(id));
        ViewData["MayImport"] = current.Viewer?.May(Permission.ImportData);
        return View("Import", await Send(new ViewImport(new ImportBatchId(id), new ListRequest(Page: page))));
    }

    [HttpGet("/imports/{id:long}.csv")]
    public async Task<IActionResult> Report(long id)
    {
        var view = await Send(new ViewImport(new ImportBatchId(id), new ListRequest { All = true }));
        return CsvFile.Of($"import-{id}-problems", view.Stayed.Concat(view.Problems.Items), ("Row", p => p.Row), ("Column", p => p.Column), ("Value", p => p.Value), ("What to do", p => p.WhatToDo));
    }

    [HttpGet("{id:long}/undo")]
    [Needs(Permission.ImportData)]
    public async Task<IActionResult> Undo(long id) => View("Undo", await Send(new ViewImport(new ImportBatchId(id), new ListRequest())));

    [HttpPost("{id:long}/undo")]
    [Needs(Permission.ImportData)]
    public async Task<IActionResult> Undo(long id, [FromServices] SheetsUnderWay sheets)
    {
        var import = (await Send(new ViewImport(new ImportBatchId(id), new ListRequest()))).Import;
        if (import.CanBeUndone)
        {
            sheets.Undo(current.Viewer!, import.Id, import.Counts.Added + import.Counts.Changed);
        }

        return Redirect($"/imports/{id}");
    }

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("ImportNew", new ImportForm { Profiles = await Send(new ListImportProfiles()) });

    [HttpPost("new")]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> New(ImportForm form, [FromServices] IServiceProvider services)
    {
        form.Profiles = await Send(new ListImportProfiles());
        if (string.IsNullOrEmpty(form.Profile))
        {
            ModelState.AddModelError(nameof(form.Profile), "Choose what the file holds");
        }

        if (form.File is null || form.File.Length == 0)
        {
            ModelState.AddModelError(nameof(form.File), "Choose a file that has something in it");
        }
        else if (form.File.Length > ImportForm.MostMegabytes * 1024L * 1024)
        {
            ModelState.AddModelError(nameof(form.File), $"The file is larger than {ImportForm.MostMegabytes} MB. Split it, or ask an administrator to bring it in from the command line: abcd import");
        }

        if (form.Profile == ImportForm.AnySheet)
        {
            return await Submit(
                async () =>
                {
                    await using var sheet = form.File!.OpenReadStream();
                    return await Send(new UploadSheet(sheet, Path.GetFileName(form.File.FileName)));
                },
                upload => Redirect($"/imports/sheets/{upload}"),
                () => Task.FromResult<IActionResult>(View("ImportNew", form)));
        }

        return await Submit(
            async () =>
            {
                await using var stream = form.File!.OpenReadStream();
                var result = await Send(ImportForm.ToRequest(stream, form.File.FileName, form.Profile!, dryRun: true));
                stream.Position = 0;
                var key = await services.GetRequiredService<WaitingFiles>().Keep(stream, Uploader(current), HttpContext.RequestAborted);
                return new ImportTrial(key, Path.GetFileName(form.File.FileName), form.Profile!, result);
            },
            trial => View("ImportTrial", trial),
            () => Task.FromResult<IActionResult>(View("ImportNew", form)));
    }

    [HttpPost("waiting/{key:guid}")]
    public async Task<IActionResult> Commit(Guid key, string profile, string fileName, int rows, [FromServices] ImportsUnderWay underWay)
    {
        // Asked before the file: who may not import learns nothing of what waits.
        await Send(new ListImportProfiles());
        var batch = await underWay.Start(current.Viewer!, key, profile, fileName, rows);
        return Redirect($"/imports/{batch}");
    }

    private static long Uploader(ICurrentViewer current) => current.Viewer?.UserId?.Value ?? 0;
}

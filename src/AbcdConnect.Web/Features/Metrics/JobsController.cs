using System.Globalization;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Metrics;

[Route("jobs")]
public sealed class JobsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(ListRequest list) => View("Jobs", await Page(list, new CompileForm()));

    [HttpGet("/jobs.csv")]
    public async Task<IActionResult> ListCsv(ListRequest list)
    {
        var jobs = await Send(new SeeJobs(list with { All = true }));
        return CsvFile.Of(
            "jobs",
            jobs.Runs.Items,
            ("Job", r => r.Job),
            ("Started by", r => r.StartedBy),
            ("Started", r => r.StartedAt),
            ("Finished", r => r.FinishedAt),
            ("Seconds", r => r.Took?.TotalSeconds),
            ("Outcome", r => r.Outcome),
            ("Detail", r => r.Detail));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Run(long id) => View("Run", await Send(new SeeJobRun(new JobRunId(id))));

    /// <summary>The same for a script that asks while the page stays open.</summary>
    [HttpGet("{id:long}.json")]
    public async Task<IActionResult> RunJson(long id)
    {
        var run = await Send(new SeeJobRun(new JobRunId(id)));
        return Json(new { run.Progress, Outcome = run.Outcome.ToString(), run.Detail });
    }

    [HttpPost("compile")]
    public Task<IActionResult> Compile(CompileForm form) => Submit(
        () => Send(form.ToRequest()),
        started =>
        {
            if (started.Already)
            {
                Saved("A run is going on already: this is it.");
            }

            return RedirectToAction(nameof(Run), new { id = started.Run.Value });
        },
        async () => View("Jobs", await Page(new ListRequest(), form)));

    private async Task<JobsModel> Page(ListRequest list, CompileForm form) => new(await Send(new SeeJobs(list)), form);
}

/// <summary>What to compile: the changed months, one, or all.</summary>
public sealed class CompileForm
{
    public CompileWhat What { get; init; }

    /// <summary>2026-10; for one month only.</summary>
    public string? Month { get; init; }

    public StartCompiling ToRequest() => new(What, YearMonth.TryParse(Month?.Trim(), out var month) ? month : null);
}

public sealed record JobsModel(JobsSeen Jobs, CompileForm Form)
{
    public static string Took(JobRunRow run) => run.Took switch
    {
        null => "–",
        { TotalSeconds: < 1 } => "under a second",
        { TotalMinutes: < 1 } took => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0} s"),
        { } took => string.Create(CultureInfo.InvariantCulture, $"{took.TotalMinutes:0} min {took.Seconds} s"),
    };

    public static string Tag(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Done => "teal",
        JobOutcome.Failed => "coral",
        _ => "sun",
    };

    public static string Words(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Done => "done",
        JobOutcome.Failed => "failed",
        _ => "running",
    };
}

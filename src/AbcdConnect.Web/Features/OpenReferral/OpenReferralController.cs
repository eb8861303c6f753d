using System.IO.Pipelines;
using System.Text.Json;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>Open Referral UK 3.0 (HSDS-UK): the asset map as directories and their programs read it.</summary>
[Route("api/open-referral/v3")]
[AllowAnonymous]
[OpenData]
[EnableCors(OpenDataSetup.Name)]
[EnableRateLimiting(OpenDataSetup.Name)]
public sealed class OpenReferralController(IMediator mediator, IServiceProvider services) : AbcdController(mediator)
{
    private const string Profile = "https://docs.openreferraluk.org/en/3.0-UK/";

    [HttpGet]
    public Task<IActionResult> About() => One("", () => Task.FromResult(new { Version = "HSDS-UK-3.0", Profile, OpenapiUrl = "/api/open-referral/v3/openapi.json" }));

    [HttpGet("openapi.json")]
    public Task<IActionResult> Description() => Kept("openapi", async body =>
    {
        await using var description = typeof(OpenReferralController).Assembly.GetManifestResourceStream("open-referral.openapi.json")!;
        await description.CopyToAsync(body, HttpContext.RequestAborted);
    });

    [HttpGet("services")]
    public Task<IActionResult> Services() => Page("services", near: false, ask => Send(new ListServices(ask)));

    [HttpGet("services/{id}")]
    public Task<IActionResult> Service(string id) => One(id, "service", known => Send(new SeeService(known)));

    [HttpGet("organizations")]
    public Task<IActionResult> Organizations() => Page("organizations", near: false, ask => Send(new ListOrganizations(ask)));

    [HttpGet("organizations/{id}")]
    public Task<IActionResult> Organization(string id) => One(id, "organisation", known => Send(new SeeOrganization(known)));

    [HttpGet("service_at_locations")]
    public Task<IActionResult> ServicesAtLocations() => Page("service_at_locations", near: true, ask => Send(new ListServicesAtLocations(ask)));

    [HttpGet("service_at_locations/{id}")]
    public Task<IActionResult> ServiceAtLocation(string id) => One(id, "service at a location", known => Send(new SeeServiceAtLocation(known)));

    [HttpGet("taxonomies")]
    public Task<IActionResult> Taxonomies() => Page("taxonomies", near: false, ask => Send(new ListTaxonomies(ask.Page, ask.PerPage)));

    [HttpGet("taxonomies/{id}")]
    public Task<IActionResult> Taxonomy(string id) => One(id, "taxonomy", known => Send(new SeeTaxonomy(known)));

    [HttpGet("taxonomy_terms")]
    public Task<IActionResult> TaxonomyTerms() => Page("taxonomy_terms", near: false, ask => Send(new ListTaxonomyTerms(ask.Page, ask.PerPage, ask.TaxonomyId)));

    [HttpGet("taxonomy_terms/{id}")]
    public Task<IActionResult> TaxonomyTerm(string id) => One(id, "taxonomy term", known => Send(new SeeTaxonomyTerm(known)));

    private async Task<IActionResult> Page<T>(string list, bool near, Func<OpenQuestion, Task<OpenPage<T>>> read)
    {
        var parameters = new OpenParameters(Request.Query);
        var ask = parameters.Read(near);
        if (parameters.Wrong.Count > 0)
        {
            return OpenProblem.Wrong(parameters.Wrong);
        }

        return ask.PerPage > OpenAnswers.MostKept
            ? new StreamedResult<T>(await read(ask))
            : await Kept($"{list} {ask}", async body => await OpenAnswers.Page(PipeWriter.Create(body), await read(ask), HttpContext.RequestAborted));
    }

    // What is no identifier is nobody's.
    private Task<IActionResult> One<T>(string id, string what, Func<Guid, Task<T>> read) =>
        Guid.TryParse(id, out var known) ? One($"{what} {known}", () => read(known)) : Task.FromResult(OpenProblem.None(what));

    private Task<IActionResult> One<T>(string question, Func<Task<T>> read) =>
        Kept(question, async body => await JsonSerializer.SerializeAsync(body, await read(), OpenJson.Options, HttpContext.RequestAborted));

    private async Task<IActionResult> Kept(string question, Func<Stream, Task> write) =>
        new KeptResult(await services.GetRequiredService<KeptAnswers>().Of(HttpContext.Features.Get<SharedBy>()!.Stamped(question), OpenAnswers.Json, write));
}

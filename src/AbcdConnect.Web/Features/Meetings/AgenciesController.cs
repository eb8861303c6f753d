using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings;

public sealed class AgenciesController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("agencies")]
    public async Task<IActionResult> Index(string? q, string? sort, Sector? sector, bool left = false, int page = 1) =>
        View("Agencies", new AgenciesPage(await Send(new ListAgencies(new ListRequest(q, sort, page), sector, left)), sector, left));

    [HttpGet("agencies.csv")]
    public async Task<IActionResult> Csv(string? q, string? sort, Sector? sector, bool left = false)
    {
        var list = await Send(new ListAgencies(new ListRequest(q, sort) { All = true }, sector, left));
        return CsvFile.Of(
            "agencies",
            list.Items,
            ("Agency", a => a.Name),
            ("Sector", a => a.Sector),
            ("People who come", a => a.Practitioners),
            ("Last came", a => a.LastCame),
            ("Actions still open", a => a.OpenActions),
            ("Left on", a => a.LeftOn));
    }

    [HttpGet("agencies/new")]
    [Needs(Permission.ChangeAgencies)]
    public IActionResult Join() => FormView("AgencyForm", new AgencyFormPage(null, new AgencyForm()));

    [HttpPost("agencies/new")]
    [Needs(Permission.ChangeAgencies)]
    public Task<IActionResult> Join(AgencyForm form) => Submit(
        () => Send(form.ToRequest()),
        id =>
        {
            Saved($"{form.Name} is at the table. Who comes for it?");
            return Redirect($"/agencies/{id}");
        },
        () => Task.FromResult<IActionResult>(FormView("AgencyForm", new AgencyFormPage(null, form))));

    [HttpGet("agencies/{id:long}")]
    public async Task<IActionResult> Show(long id) => View("Agency", new AgencyPage(await See(id), clock.Today()));

    [HttpGet("agencies/{id:long}/change")]
    [Needs(Permission.ChangeAgencies)]
    public async Task<IActionResult> Change(long id)
    {
        var agency = await See(id);
        return FormView("AgencyForm", new AgencyFormPage(agency, AgencyForm.Of(agency)));
    }

    [HttpPost("agencies/{id:long}/change")]
    [Needs(Permission.ChangeAgencies)]
    public Task<IActionResult> Change(long id, AgencyForm form) => Submit(
        () => Send(form.ToRequest(new AgencyId(id))),
        () =>
        {
            Saved("The agency is changed.");
            return Redirect($"/agencies/{id}");
        },
        async () =>
        {
            var agency = await See(id);
            var stored = AgencyForm.Of(agency);
            form.Version = stored.Version;
            return FormView("AgencyForm", new AgencyFormPage(agency, form) { Conflict = ConflictOf(stored, form) });
        });

    [HttpGet("agencies/{id:long}/leave")]
    [Needs(Permission.ChangeAgencies)]
    public async Task<IActionResult> Leave(long id) => FormView("AgencyLeaves", new AgencyLeavesPage(await See(id), new LeaveForm { On = clock.Today() }));

    [HttpPost("agencies/{id:long}/leave")]
    [Needs(Permission.ChangeAgencies)]
    public Task<IActionResult> Leave(long id, LeaveForm form) => Submit(
        () => Send(new LeaveTable(new AgencyId(id), form.On)),
        () =>
        {
            Saved("It has left the table. Everything it did stays.");
            return Redirect($"/agencies/{id}");
        },
        async () => FormView("AgencyLeaves", new AgencyLeavesPage(await See(id), form)));

    [HttpPost("agencies/{id:long}/return")]
    [Needs(Permission.ChangeAgencies)]
    public async Task<IActionResult> Return(long id)
    {
        await Send(new LeaveTable(new AgencyId(id), null));
        Saved("Welcome back to the table.");
        return Redirect($"/agencies/{id}");
    }

    [HttpGet("agencies/{id:long}/practitioners/new")]
    [Needs(Permission.ChangeAgencies)]
    public async Task<IActionResult> AddPractitioner(long id)
    {
        var agency = await See(id);
        return FormView("Practitioner", new PractitionerPage(agency.Id, agency.Name, null, new PractitionerForm(), []));
    }

    [HttpPost("agencies/{id:long}/practitioners/new")]
    [Needs(Permission.ChangeAgencies)]
    public Task<IActionResult> AddPractitioner(long id, PractitionerForm form) => Submit(
        () => Send(form.ToRequest(new AgencyId(id))),
        _ =>
        {
            Saved($"{form.Name} can be invited now.");
            return Redirect($"/agencies/{id}");
        },
        async () =>
        {
            var agency = await See(id);
            return FormView("Practitioner", new PractitionerPage(agency.Id, agency.Name, null, form, []));
        });

    [HttpGet("practitioners/{id:long}/change")]
    [Needs(Permission.ChangeAgencies)]
    public async Task<IActionResult> ChangePractitioner(long id)
    {
        var found = await Send(new SeePractitioner(new PractitionerId(id)));
        return FormView("Practitioner", new PractitionerPage(found.AgencyId, found.Agency, found.Practitioner, PractitionerForm.Of(found.Practitioner), found.SignIns));
    }

    [HttpPost("practitioners/{id:long}/change")]
    [Needs(Permission.ChangeAgencies)]
    public async Task<IActionResult> ChangePractitioner(long id, PractitionerForm form)
    {
        var found = await Send(new SeePractitioner(new PractitionerId(id)));
        return await Submit(
            () => Send(form.ToRequest(new PractitionerId(id))),
            () =>
            {
                Saved($"{form.Name} is changed.");
                return Redirect($"/agencies/{found.AgencyId}");
            },
            () =>
            {
                var stored = PractitionerForm.Of(found.Practitioner);
                form.Version = stored.Version;
                return Task.FromResult<IActionResult>(FormView("Practitioner", new PractitionerPage(found.AgencyId, found.Agency, found.Practitioner, form, found.SignIns) { Conflict = ConflictOf(stored, form) }));
            });
    }

    private Task<AgencyView> See(long id) => Send(new SeeAgency(new AgencyId(id)));

}

internal sealed record AgenciesPage(Page<AgencyRow> List, Sector? Sector, bool Left);

internal sealed record AgencyPage(AgencyView Agency, DateOnly Today)
{
    public int Came => Agency.Attendance.Count(a => a.Came.Count > 0);

    public ActionsPart Open => new(Agency.OpenActions, Today, $"/agencies/{Agency.Id}", ShowFrom: true, Agency.MayChange);
}

internal sealed record AgencyFormPage(AgencyView? Agency, AgencyForm Form) : FormPage<AgencyForm>(Form);

internal sealed record AgencyLeavesPage(AgencyView Agency, LeaveForm Form) : FormPage<LeaveForm>(Form);

internal sealed record PractitionerPage(AgencyId AgencyId, string Agency, PractitionerRow? Practitioner, PractitionerForm Form, IReadOnlyList<MemberChoice> SignIns) : FormPage<PractitionerForm>(Form)
{
    public IEnumerable<Choice> Choices => SignIns.Select(s => new Choice(s.Name, s.Id.Value));
}

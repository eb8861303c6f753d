using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Who may come in.</summary>
[Route("users")]
public sealed class UsersController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(string? q, string? sort, int page, Role? role, MemberStanding? standing) =>
        View(new MembersView(await Send(new ListMembers(new ListRequest(q, sort, page), role, standing)), role, standing));

    [HttpGet("/users.csv")]
    public async Task<IActionResult> Csv(string? q, string? sort, Role? role, MemberStanding? standing) => CsvFile.Of(
        "users",
        (await Send(new ListMembers(new ListRequest(q, sort) { All = true }, role, standing))).Items,
        ("Name", m => m.Name),
        ("E-mail address", m => m.Email),
        ("Role", m => m.Role),
        ("Agency", m => m.Agency),
        ("Standing", m => m.Standing),
        ("Locked on", m => m.LockedOn),
        ("Left on", m => m.LeftOn));

    [HttpGet("new")]
    public Task<IActionResult> New() => Form(nameof(New), new MemberForm(), null);

    [HttpPost("new")]
    public Task<IActionResult> New(MemberForm form) => Submit(
        () => Send(form.ToRequest()),
        added => View("TemporaryPassword", new TemporaryPasswordView(added.Id.Value, form.Name!, form.Email!, added.Password, IsNew: true)),
        () => Form(nameof(New), form, null));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id)
    {
        var member = await Send(new OpenMember(new UserId(id)));
        return await Form(nameof(Open), MemberForm.Of(member), member);
    }

    [HttpPost("{id:long}")]
    public Task<IActionResult> Open(long id, MemberForm form) => Submit(
        () => Send(form.ToRequest(new UserId(id))),
        () =>
        {
            Saved($"{form.Name?.Trim()} is changed. What they may see changes with their next page.");
            return RedirectToAction(nameof(Open), new { id });
        },
        () => ShowAgain(id, form));

    [HttpPost("{id:long}/password")]
    public async Task<IActionResult> Password(long id)
    {
        var member = await Send(new OpenMember(new UserId(id)));
        return await Submit(
            () => Send(new ResetPassword(new UserId(id))),
            given => View("TemporaryPassword", new TemporaryPasswordView(id, member.Name, member.Email, given, IsNew: false)),
            () => ShowAgain(id, null));
    }

    [HttpPost("{id:long}/lock")]
    public Task<IActionResult> Lock(long id) => Do(id, new LockMember(new UserId(id)), "They are signed out, and not let in until you unlock them.");

    [HttpPost("{id:long}/unlock")]
    public Task<IActionResult> Unlock(long id) => Do(id, new UnlockMember(new UserId(id)), "They may sign in again.");

    [HttpPost("{id:long}/leave")]
    public Task<IActionResult> Leave(long id) => Do(id, new DeactivateMember(new UserId(id)), "They have left: signed out, and no longer let in. What they did stays under their name.");

    [HttpPost("{id:long}/return")]
    public Task<IActionResult> Return(long id) => Do(id, new ReturnMember(new UserId(id)), "They are back. Give them a new password to begin with.");

    [HttpPost("{id:long}/devices/{device:long}/revoke")]
    public Task<IActionResult> RevokeDevice(long id, long device) =>
        Do(id, new RevokeDevice(new UserId(id), new DeviceId(device)), "It is signed out at its next contact, and what is kept there can never be opened.");

    private Task<IActionResult> Do(long id, IRequest request, string words) => Submit(
        () => Send(request),
        () =>
        {
            Saved(words);
            return RedirectToAction(nameof(Open), new { id });
        },
        () => ShowAgain(id, null));

    private async Task<IActionResult> ShowAgain(long id, MemberForm? typed)
    {
        var member = await Send(new OpenMember(new UserId(id)));
        var form = typed ?? MemberForm.Of(member);
        if (typed is not null && ViewData.ContainsKey(Overtaken))
        {
            var choices = await Send(new OfferMemberChoices());
            ViewData["Conflict"] = ConflictOf(MemberForm.Of(member).InWords(choices), typed.InWords(choices));
            // What was typed stands against the newer version now: saving again keeps it.
            form.Version = member.Version;
        }

        form.Email = member.Email;
        return await Form(nameof(Open), form, member);
    }

    private async Task<IActionResult> Form(string view, MemberForm form, MemberPage? member)
    {
        ViewData["Choices"] = await Send(new OfferMemberChoices());
        ViewData["Member"] = member;
        ViewData["Devices"] = member is null ? null : await Send(new ListMembersDevices(member.Id));
        return View(view, form);
    }
}

/// <summary>The list with its filters.</summary>
public sealed record MembersView(Page<MemberRow> Rows, Role? Role, MemberStanding? Standing);

using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Web.Features.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>What everybody may read where a programme shares it. Whoever is signed in reads it as anybody does, so that nothing of theirs
/// can be in an answer that is kept and given to others.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenDataAttribute : SameForEverybodyAttribute, IFilterFactory
{
    /// <summary>Those who may read the asset map while signed in are given the same where their programme shares nothing.</summary>
    public bool MembersToo { get; init; }

    /// <summary>What is not there is said by a page, not as the standard does.</summary>
    public bool AsPages { get; init; }

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<OpenDataFilter>(serviceProvider, this);
}

internal sealed class OpenDataFilter(AbcdDbContext db, AmbientViewer ambient, OpenDataSettings settings, OpenDataAttribute open) : IAsyncActionFilter, IExceptionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var sharing = db.Programmes.AsNoTracking().Where(p => p.SharesOpenly);
        if (settings.Programme is { } named)
        {
            sharing = sharing.Where(p => p.Name == named);
        }

        // Their own programme's, then; everybody else is given what is shared.
        if (open.MembersToo && ambient.Viewer is { } member && member.May(Permission.SeeAssets))
        {
            sharing = db.Programmes.AsNoTracking().Where(p => p.Id == member.ProgrammeId);
        }

        var programme = await sharing.OrderBy(p => p.Id).Select(p => new { p.Id, p.Version }).FirstOrDefaultAsync(http.RequestAborted);
        if (programme is null)
        {
            context.Result = open.AsPages ? new NotFoundResult() : OpenProblem.NotShared();
            return;
        }

        ambient.Viewer = Viewer.Public(programme.Id);
        http.Features.Set(new SharedBy(programme.Id.Value, programme.Version));
        await next();
    }

    public void OnException(ExceptionContext context)
    {
        if (open.AsPages)
        {
            return;
        }

        context.Result = context.Exception switch
        {
            NotFoundException none => OpenProblem.None(none.What),
            ValidationException wrong => OpenProblem.Wrong([.. wrong.Errors.Select(e => (e.PropertyName, e.ErrorMessage))]),
            _ => null,
        };
        context.ExceptionHandled = context.Result is not null;
    }
}

/// <summary>The programme whose shared data is being read.</summary>
internal sealed record SharedBy(long Programme, long Version)
{
    /// <summary>A question as asked of this programme, and anew after each change of the programme itself.</summary>
    public string Stamped(string question) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Programme}.{Version} {question}");
}

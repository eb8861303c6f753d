using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace AbcdConnect.Web.Features.Shared;

internal static class PagesSetup
{
    /// <summary>MVC with one folder a feature: controller, forms and views side by side.</summary>
    public static IMvcBuilder AddAbcdPages(this IServiceCollection services)
    {
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        return services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<ProblemFilter>();
        });
    }
}

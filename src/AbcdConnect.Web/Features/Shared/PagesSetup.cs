using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>All that the pages need of MVC: where views stand, how dates are read. Called once, from Program.</summary>
internal static class PagesSetup
{
    public static IMvcBuilder AddAbcdPages(this IServiceCollection services) => services
        .AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<ProblemFilter>();
            // Before the next: a late envelope is sent again by itself.
            mvc.Filters.Add<Outbox.EnvelopeFilter>();
            mvc.Filters.Add<Access.LateFormFilter>();
        })
        .AddAbcdUi();

    private static IMvcBuilder AddAbcdUi(this IMvcBuilder mvc)
    {
        mvc.Services.TryAddSingleton(TimeProvider.System);
        mvc.AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new UkDateModelBinderProvider());
            options.Conventions.Add(new FeatureConvention());
            options.ModelMetadataDetailsProviders.Add(new MistypedWords());

            var messages = options.ModelBindingMessageProvider;
            messages.SetValueMustNotBeNullAccessor(_ => "This is still empty");
            messages.SetMissingBindRequiredValueAccessor(_ => "This is still empty");
            // What to type instead is said by MistypedWords.
            messages.SetUnknownValueIsInvalidAccessor(_ => MistypedWords.Otherwise);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => MistypedWords.Otherwise);
        });
        mvc.Services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            options.ViewLocationExpanders.Add(new FeatureViewLocations());
        });

        return mvc;
    }
}

/// <summary>Remembers in which folder of Features a controller stands, by its namespace.</summary>
internal sealed class FeatureConvention : IControllerModelConvention
{
    public const string Key = "feature";
    private const string Marker = ".Features.";

    public void Apply(ControllerModel controller)
    {
        var home = controller.ControllerType.Namespace ?? "";
        var at = home.IndexOf(Marker, StringComparison.Ordinal);
        if (at >= 0)
        {
            controller.Properties[Key] = home[(at + Marker.Length)..].Replace('.', '/');
        }
    }
}

/// <summary>Views stand beside their controller: Features/Signposting/SignpostsController.cs, Features/Signposting/List.cshtml.</summary>
internal sealed class FeatureViewLocations : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor.Properties.TryGetValue(FeatureConvention.Key, out var feature))
        {
            context.Values[FeatureConvention.Key] = (string?)feature;
        }
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        context.Values.TryGetValue(FeatureConvention.Key, out var feature) && feature is not null
            ? viewLocations.Prepend($"/Features/{feature}/{{0}}.cshtml")
            : viewLocations;
}

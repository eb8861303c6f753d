using System.Diagnostics;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Places;
using AbcdConnect.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;

namespace AbcdConnect.Web.Features.Reports;

public static class ReportPagesSetup
{
    /// <summary>What makes a report into a page that can be printed. Needs MVC's views.</summary>
    public static IServiceCollection AddReportPages(this IServiceCollection services)
    {
        services.TryAddSingleton<ReportStyle>();
        services.TryAddScoped<PageText>();
        services.TryAddScoped<PrintedPages>();
        services.TryAddScoped<RazorReportPage>();
        services.TryAddScoped<IReportPage>(provider => provider.GetRequiredService<RazorReportPage>());
        services.TryAddScoped<IPlacePage>(provider => provider.GetRequiredService<RazorReportPage>());
        services.TryAddScoped<Application.Meetings.Minutes.IMinutesPage, Meetings.Minutes.RazorMinutesPage>();
        services.TryAddScoped<Application.Meetings.Said.IPosterPage, Meetings.Said.RazorPosterPage>();
        services.TryAddScoped<Application.Meetings.Papers.IPackPage, Meetings.Papers.RazorPackPage>();
        return services;
    }

    /// <summary>The same in a program that serves no pages: the compiled views and what they need, nothing else of the web.</summary>
    public static IServiceCollection AddReportPagesWithoutWeb(this IServiceCollection services)
    {
        services.TryAddSingleton<IWebHostEnvironment, NoPages>();
        services.TryAddSingleton<IHostEnvironment>(provider => provider.GetRequiredService<IWebHostEnvironment>());
        services.TryAddSingleton(_ => new DiagnosticListener("AbcdConnect"));
        services.TryAddSingleton<DiagnosticSource>(provider => provider.GetRequiredService<DiagnosticListener>());
        var web = typeof(ReportPagesSetup).Assembly;
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(web));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(web));
        });
        return services.AddReportPages();
    }

    private sealed class NoPages : IWebHostEnvironment
    {
        public string ApplicationName { get; set; } = typeof(ReportPagesSetup).Assembly.GetName().Name!;

        public string EnvironmentName { get; set; } = Environments.Production;

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string WebRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    }
}

namespace AbcdConnect.Web.Features.Assets;

public static class ImportPagesSetup
{
    /// <summary>Files wait between the trial and the decision, and are then brought in while their page may be closed.</summary>
    public static IServiceCollection AddImportPages(this IServiceCollection services)
    {
        services.AddSingleton<WaitingFiles>();
        services.AddSingleton<ImportsUnderWay>();
        services.AddSingleton<Import.SheetsUnderWay>();
        services.AddHostedService(s => s.GetRequiredService<Import.SheetsUnderWay>());
        return services.AddHostedService(s => s.GetRequiredService<ImportsUnderWay>());
    }
}

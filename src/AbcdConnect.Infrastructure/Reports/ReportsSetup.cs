using AbcdConnect.Application.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AbcdConnect.Infrastructure.Reports;

internal static class ReportsSetup
{
    public static IServiceCollection AddPdfPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PdfPrintingOptions>()
            .Bind(configuration.GetSection(PdfPrintingOptions.Section))
            .Validate(o => o.TimeoutSeconds is >= 1 and <= 3600, "Reports:TimeoutSeconds must lie between 1 and 3600.")
            .Validate(o => o.MaxMemoryMb >= 1, "Reports:MaxMemoryMb must be at least 1.")
            .Validate(o => o.AtOnce is >= 1 and <= 16, "Reports:AtOnce must lie between 1 and 16.")
            .ValidateOnStart();
        services.TryAddSingleton(_ => BrowserFinder.OfThisMachine());
        // One for the whole process: it holds the queue.
        services.TryAddSingleton<IPdfPrinter, ChromiumPdfPrinter>();
        return services;
    }
}

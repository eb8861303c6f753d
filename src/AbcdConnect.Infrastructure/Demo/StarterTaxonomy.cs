using AbcdConnect.Application.Access;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>The words that everybody starts with: kinds of gifts and categories of assets, from <c>database/taxonomy</c>.</summary>
internal static class StarterTaxonomy
{
    /// <summary>Adds the entries that are not there yet, as the system itself. They belong to no programme.</summary>
    public static async Task LoadStarterTaxonomyAsync(this IServiceProvider scope, CancellationToken token)
    {
        var viewer = scope.GetRequiredService<AmbientViewer>();
        var before = viewer.Viewer;
        viewer.Viewer = Viewer.System(default(ProgrammeId));
        await scope.GetRequiredService<IMediator>().Send(LoadTaxonomy.FromCsv(DemoFiles.Shipped.Text("taxonomy/gifts.csv"), DemoFiles.Shipped.Text("taxonomy/asset-categories.csv")), token);
        viewer.Viewer = before;
    }
}

using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Import;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Assets;

internal static class AssetsSetup
{
    public static IServiceCollection AddAssetPorts(this IServiceCollection services) =>
        services.AddSingleton<IPlaceFinder, PlaceFinder>().AddSingleton<IAssetProfiles, AssetProfileFiles>().AddSingleton<IWorkbooks, Workbooks>().AddSingleton<IUploadedFiles, UploadedFiles>();
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Application;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Benchmarks;

/// <summary>A city in a folder of its own, made on first use, its months compiled and the last one published.</summary>
internal sealed class CityData : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CityData(string folder)
    {
        Folder = folder;
        services = Services(folder);
    }

    public string Folder { get; }

    public ProgrammeId Programme { get; } = new(1);

    public YearMonth LastMonth { get; } = YearMonth.Containing(TimeProvider.System.Today()).Previous;

    public static async Task<CityData> Ready(Settings settings)
    {
        // A city made for an older schema, or in an earlier month, is another city.
        var schema = await Schema();
        var folder = Path.Combine(settings.Folder, string.Create(CultureInfo.InvariantCulture, $"{settings.Scale:0.###}-{schema}-{YearMonth.Containing(TimeProvider.System.Today()).Previous}"));
        var city = new CityData(folder);
        if (!File.Exists(Path.Combine(folder, "ready")))
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            await city.Make(settings.Scale);
            await File.WriteAllTextAsync(Path.Combine(folder, "ready"), "");
        }

        return city;
    }

    /// <summary>The same services as the web application's, over a folder.</summary>
    public static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).AddEnvironmentVariables().Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Development" });
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.Error));
        collection.AddApplication();
        collection.AddInfrastructure(configuration);
        return collection.BuildServiceProvider();
    }

    public AsyncServiceScope Scope(Viewer? viewer = null)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = viewer ?? Viewer.System(Programme, "The benchmark");
        return scope;
    }

    public async Task<T> Send<T>(IRequest<T> request, Viewer? viewer = null)
    {
        await using var scope = Scope(viewer);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> Db<T>(Func<AbcdDbContext, Task<T>> work)
    {
        await using var scope = Scope();
        return await work(scope.ServiceProvider.GetRequiredService<AbcdDbContext>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<string> Schema()
    {
        await using var anywhere = Services(Path.GetTempPath());
        await using var scope = anywhere.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Database;
        var script = string.Join(' ', database.GetMigrations()) + database.GenerateCreateScript();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..8];
    }

    private async Task Make(double scale)
    {
        await services.BringUpToDateAsync();
        var watch = Stopwatch.StartNew();
        await using (var scope = Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ICity>().BuildAsync(scale, new Say(), CancellationToken.None);
        }

        await Console.Error.WriteLineAsync($"The city was made in {watch.Elapsed.TotalSeconds:0} s ({new FileInfo(Path.Combine(Folder, "abcd.db")).Length / 1e6:#,0} MB).");
        watch.Restart();
        await Send(new CompileAll());
        await Console.Error.WriteLineAsync($"Its 60 months were compiled in {watch.Elapsed.TotalSeconds:0.0} s.");
        await Send(new PublishReport(LastMonth));
    }

    private sealed class Say : IProgress<CityProgress>
    {
        private string last = "";

        public void Report(CityProgress value)
        {
            if (value.What != last)
            {
                Console.Error.WriteLine($"{value.Percent,3}% {value.What}");
                last = value.What;
            }
        }
    }
}

using System.Globalization;
using AbcdConnect.Application;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace AbcdConnect.Infrastructure.Tests.Demo;

/// <summary>A database without anything in it, or with the demo borough as it is loaded on a given day.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("abcd-demo-").FullName;
    private readonly ServiceProvider services;

    private DemoDatabase(DateTimeOffset now, string environment)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(new FixedClock(now));
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        collection.AddLogging();
        collection.AddApplication();
        collection.AddInfrastructure(configuration);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public static async Task<DemoDatabase> Empty(DateTimeOffset now, string environment = "Development")
    {
        var database = new DemoDatabase(now, environment);
        await database.Db(db => db.Database.EnsureCreatedAsync());
        return database;
    }

    public static async Task<DemoDatabase> Load(DateTimeOffset now, string environment = "Development")
    {
        var database = await Empty(now, environment);
        await database.Load(null, CancellationToken.None);
        return database;
    }

    public async Task<bool> Load(IProgress<string>? progress, CancellationToken token)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDemoBorough>().LoadAsync(progress, token);
    }

    /// <summary>As the web application does when it starts in Development.</summary>
    public Task Start() => services.LoadDemoAsync();

    public Task<bool> LoadAgain() => Load(null, CancellationToken.None);

    public async Task BuildCity(double scale, IProgress<CityProgress>? progress = null, CancellationToken token = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ICity>().BuildAsync(scale, progress, token);
    }

    public async Task<T> Db<T>(Func<AbcdDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AbcdDbContext>());
    }

    public Task<int> Count(string table) => Db(db =>
        db.Database.SqlQueryRaw<int>(string.Create(CultureInfo.InvariantCulture, $"SELECT COUNT(*) AS Value FROM \"{table}\"")).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

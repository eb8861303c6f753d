using System.Globalization;
using AbcdConnect.Application;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace AbcdConnect.Infrastructure.Tests.Demo;

/// <summary>A database without anything in it, or with the demo borough as it is loaded on a given day.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Schema = new(MakeSchema);

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
        // As TestDatabase: with a logger factory of its own, each would build the model anew.
        collection.ConfigureDbContext<AbcdDbContext>(options => options.UseLoggerFactory(NullLoggerFactory.Instance).AddInterceptors(UnhurriedDisk.Shared));
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public static async Task<DemoDatabase> Empty(DateTimeOffset now, string environment = "Development")
    {
        var database = new DemoDatabase(now, environment);
        File.Copy(await Schema.Value, Path.Combine(database.folder, "abcd.db"));
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
        TestDatabase.LetGo(Path.Combine(folder, "abcd.db"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A file with the tables and nothing in them, made once and copied.</summary>
    private static async Task<string> MakeSchema()
    {
        var made = new DemoDatabase(FixedClock.Usual, "Development");
        await made.Db(async db =>
        {
            await db.Database.EnsureCreatedAsync();
            return await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        });
        return Path.Combine(made.folder, "abcd.db");
    }
}

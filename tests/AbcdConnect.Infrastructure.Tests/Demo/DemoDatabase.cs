using System.Globalization;
using AbcdConnect.Application;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Tests.Demo;

/// <summary>A database without anything in it, or with the demo borough as it is loaded on a given day.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("abcd-demo-").FullName;
    private readonly ServiceProvider services;

    private DemoDatabase(DateTimeOffset now)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(new FixedClock(now));
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        collection.AddApplication();
        collection.AddInfrastructure(configuration);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public static async Task<DemoDatabase> Empty(DateTimeOffset now)
    {
        var database = new DemoDatabase(now);
        await database.Db(db => db.Database.EnsureCreatedAsync());
        return database;
    }

    public static async Task<DemoDatabase> Load(DateTimeOffset now, bool withSignIns = true)
    {
        var database = await Empty(now);
        await database.Load(withSignIns, null, CancellationToken.None);
        return database;
    }

    public async Task<bool> Load(bool withSignIns, IProgress<string>? progress, CancellationToken token)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDemoBorough>().LoadAsync(withSignIns, progress, token);
    }

    public Task<bool> LoadAgain() => Load(true, null, CancellationToken.None);

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

using AbcdConnect.Application;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AbcdConnect.Testing;

/// <summary>A real SQLite database of a test's own, with one programme (<see cref="Programme"/>), two neighbourhoods, an agency
/// and a member for each role; and the real use cases over it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    private readonly ServiceProvider services;

    private TestDatabase(string folder, FixedClock clock, Action<IServiceCollection>? configure)
    {
        Folder = folder;
        Clock = clock;
        services = Services(folder, clock, configure);
    }

    /// <summary>The test's own data folder.</summary>
    public string Folder { get; }

    public FixedClock Clock { get; }

    public ProgrammeId Programme { get; } = new(1);

    public NeighbourhoodId Fernhill { get; } = new(1);

    public NeighbourhoodId HarbourWard { get; } = new(2);

    public AgencyId Housing { get; } = new(1);

    /// <summary>Works in Fernhill only.</summary>
    public Viewer Worker => new(new UserId(1), "Amina Yusuf", Role.Worker, Programme, [Fernhill]);

    public Viewer Coordinator => new(new UserId(2), "Joan Okafor", Role.Coordinator, Programme, []);

    /// <summary>Speaks for <see cref="Housing"/>.</summary>
    public Viewer Partner => new(new UserId(3), "Priya Shah", Role.Partner, Programme, [], Housing);

    public Viewer Commissioner => new(new UserId(4), "Colin Marsh", Role.Commissioner, Programme, []);

    public Viewer Researcher => new(new UserId(5), "Ruth Bell", Role.Researcher, Programme, []);

    public Viewer Administrator => new(new UserId(6), "Adam Nowak", Role.Administrator, Programme, []);

    public static async Task<TestDatabase> Create(Action<IServiceCollection>? configure = null)
    {
        var template = await Template.Value;
        var folder = Directory.CreateTempSubdirectory("abcd-test-").FullName;
        File.Copy(template, Path.Combine(folder, "abcd.db"));
        return new TestDatabase(folder, new FixedClock(), configure);
    }

    public Viewer As(Role role) => role switch
    {
        Role.Worker => Worker,
        Role.Coordinator => Coordinator,
        Role.Partner => Partner,
        Role.Commissioner => Commissioner,
        Role.Researcher => Researcher,
        _ => Administrator,
    };

    /// <summary>Sends a request as somebody, in a scope of its own, as an edge does.</summary>
    public async Task<T> Send<T>(IRequest<T> request, Viewer? viewer = null)
    {
        await using var scope = Scope(viewer);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <inheritdoc cref="Send{T}"/>
    public async Task Send(IRequest request, Viewer? viewer = null)
    {
        await using var scope = Scope(viewer);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Works on the database directly: to arrange, or to look at what was stored.</summary>
    public async Task<T> Db<T>(Func<AbcdDbContext, Task<T>> work)
    {
        await using var scope = Scope(Coordinator);
        return await work(scope.ServiceProvider.GetRequiredService<AbcdDbContext>());
    }

    /// <summary>Stores records as they are.</summary>
    public Task Add(params object[] records) => Db(async db =>
    {
        db.AddRange(records);
        return await db.SaveChangesAsync();
    });

    /// <summary>A person by first name, living in Fernhill unless said otherwise.</summary>
    public async Task<Person> AddPerson(string firstName, NeighbourhoodId? neighbourhood = null, Func<PersonDetails, PersonDetails>? with = null)
    {
        var details = new PersonDetails(firstName, NeighbourhoodId: neighbourhood ?? Fernhill);
        var person = Person.Meet(Programme, Worker.UserId, Clock.Today.AddDays(-30), with?.Invoke(details) ?? details);
        await Add(person);
        return person;
    }

    public AsyncServiceScope Scope(Viewer? viewer)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = viewer ?? Worker;
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        LetGo(Path.Combine(Folder, "abcd.db"));
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Closes the connections that are kept open to this file, and not those of the tests beside this one.</summary>
    public static void LetGo(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>A database file with the schema and the programme in it, made once a process.</summary>
    internal static Task<string> TemplateFile() => Template.Value;

    private static ServiceProvider Services(string folder, FixedClock clock, Action<IServiceCollection>? configure)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        collection.AddApplication();
        collection.AddInfrastructure(configuration);
        // One logger factory and one interceptor for all: with its own, each test's database would build EF's services and the model anew.
        collection.ConfigureDbContext<AbcdDbContext>(options => options.UseLoggerFactory(NullLoggerFactory.Instance).AddInterceptors(SqlServerTranslation.Shared, UnhurriedDisk.Shared));
        configure?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    private static async Task<string> MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("abcd-template-").FullName;
        var file = Path.Combine(folder, "abcd.db");
        await using var made = new TestDatabase(folder, new FixedClock(), null);
        await using (var scope = made.Scope(null))
        {
            scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = null;
            var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
            await db.Database.EnsureCreatedAsync();
            var programme = Domain.Programmes.Programme.Begin("Wealbourne Together", "Wealbourne Borough Council", new DateOnly(2025, 9, 1));
            // Most tests are about what is published, not about who approved it.
            programme.SetApproval(needed: false);
            db.Add(programme);
            await db.SaveChangesAsync();
            db.Add(Neighbourhood.Define(made.Programme, "Z05000001", "Fernhill", Square(0.30, 52.90)));
            await db.SaveChangesAsync();
            db.Add(Neighbourhood.Define(made.Programme, "Z05000002", "Harbour Ward", Square(0.40, 52.90)));
            db.Add(Agency.Join(made.Programme, "Wealbourne Homes", Sector.Housing));
            await db.SaveChangesAsync();
            foreach (var role in Enum.GetValues<Role>())
            {
                var viewer = made.As(role);
                var email = $"{role.ToString().ToLowerInvariant()}@demo.example";
                db.Add(Member.Welcome(viewer.UserId!.Value, made.Programme, viewer.Name, email, role, viewer.AgencyId, viewer.Neighbourhoods));
                db.Add(new AbcdUser { UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString() });
                await db.SaveChangesAsync();
            }

            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await made.services.DisposeAsync();
        LetGo(file);
        // The copy outlives this object's folder.
        var kept = Path.Combine(Directory.CreateTempSubdirectory("abcd-template-").FullName, "abcd.db");
        File.Copy(file, kept);
        return kept;
    }

    // About 3 km on each side, off no real coast in particular.
    private static string Square(double west, double south) => FormattableString.Invariant(
        $$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{west + 0.05}},{{south}}],[{{west + 0.05}},{{south + 0.03}}],[{{west}},{{south + 0.03}}],[{{west}},{{south}}]]]}""");
}

using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Testing;

/// <summary>The whole web application over a <see cref="TestDatabase"/> of its own, asked over HTTP as somebody.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly Factory factory;

    // Nobody edits the settings while a test runs; without this each application watches the files, and there is a limit to watchers.
    static TestApp() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    private TestApp(TestDatabase database, Action<IWebHostBuilder>? configure)
    {
        Database = database;
        factory = new Factory(database, configure);
    }

    public TestDatabase Database { get; }

    public IServiceProvider Services => factory.Services;

    public static async Task<TestApp> Start(Action<IWebHostBuilder>? configure = null) => new(await TestDatabase.Create(), configure);

    /// <summary>A browser signed in as the member of that role, or nobody's. Follows no redirect, keeps cookies.</summary>
    public TestBrowser As(Role? role)
    {
        var client = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        if (role is { } known)
        {
            client.DefaultRequestHeaders.Add(HeaderSignIn.Header, Database.As(known).UserId!.Value.ToString());
        }

        return new TestBrowser(client);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await Database.DisposeAsync();
    }

    private sealed class Factory(TestDatabase database, Action<IWebHostBuilder>? configure) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("Data:Folder", database.Folder);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(database.Clock);
                services.ConfigureDbContext<AbcdDbContext>(options => options.UseLoggerFactory(NullLoggerFactory.Instance).AddInterceptors(SqlServerTranslation.Shared, UnhurriedDisk.Shared));
                services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Header, null);
                services.PostConfigure<AuthenticationOptions>(options =>
                {
                    HeaderSignIn.Real = options.DefaultAuthenticateScheme ?? options.DefaultScheme;
                    options.DefaultAuthenticateScheme = HeaderSignIn.Header;
                });
            });
            configure?.Invoke(builder);
        }
    }

    /// <summary>Takes the member's number from a header, else asks the real cookie: tests of sign-in itself use no header.</summary>
    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Header = "X-Test-Member";

        public static string? Real { get; set; }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue(Header, out var member))
            {
                return Real is null ? Task.FromResult(AuthenticateResult.NoResult()) : Context.AuthenticateAsync(Real);
            }

            var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, member.ToString())], Header);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Header)));
        }
    }
}

/// <summary>Asks for pages and fills in forms as a browser without JavaScript does.</summary>
public sealed partial class TestBrowser(HttpClient client)
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> Read(string path)
    {
        using var answer = await Get(path);
        var html = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {html[..Math.Min(html.Length, 2000)]}");
        }

        return html;
    }

    /// <summary>Opens the page with the form, then posts these fields with the page's own antiforgery token to
    /// <paramref name="action"/> (the page's own address unless given).</summary>
    public async Task<HttpResponseMessage> Post(string page, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        using var content = new FormUrlEncodedContent([.. fields, await Token(page)]);
        return await client.PostAsync(new Uri(action ?? page, UriKind.Relative), content);
    }

    /// <summary>The field that a form of this page is sealed with.</summary>
    public async Task<KeyValuePair<string, string>> Token(string page)
    {
        var found = Seal().Match(await Read(page));
        return found.Success
            ? new("__RequestVerificationToken", found.Groups["token"].Value)
            : throw new InvalidOperationException($"{page} has no form with an antiforgery token.");
    }

    /// <inheritdoc cref="Post(string, IEnumerable{KeyValuePair{string, string}}, string?)"/>
    public Task<HttpResponseMessage> Post(string page, params (string Name, object? Value)[] fields) =>
        Post(page, fields.Select(f => new KeyValuePair<string, string>(f.Name, Convert.ToString(f.Value, CultureInfo.InvariantCulture) ?? "")));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Seal();
}

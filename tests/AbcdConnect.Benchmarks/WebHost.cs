using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Benchmarks;

/// <summary>The real web application on Kestrel, on a loopback port, over a data folder.</summary>
internal sealed class WebHost : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly (string Name, string Value)[] settings;

    public WebHost(string folder, params (string Name, string Value)[] settings)
    {
        this.folder = folder;
        this.settings = settings;
        UseKestrel(0);
        StartServer();
    }

    public ServerTimes Times { get; } = new();

    /// <summary>What a signed-in browser holds.</summary>
    public async Task<CookieContainer> Cookies(string email)
    {
        var cookies = new CookieContainer();
        using var browser = await SignIn(email, cookies);
        return cookies;
    }

    /// <summary>A browser without JavaScript, signed in.</summary>
    public Task<Browser> SignIn(string email) => SignIn(email, new CookieContainer());

    private async Task<Browser> SignIn(string email, CookieContainer cookies)
    {
        // Disposed with the browser.
#pragma warning disable CA2000
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, MaxConnectionsPerServer = 16 }) { BaseAddress = ClientOptions.BaseAddress };
#pragma warning restore CA2000
        var browser = new Browser(client);
        using var answer = await browser.Fill("/sign-in", null, ("Email", email), ("Password", Infrastructure.Access.DemoAccounts.Password));
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.Found
            ? browser
            : throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode}.");
    }

    /// <summary>Somebody whom nobody knows.</summary>
    public HttpClient Anybody() => new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 16 }) { BaseAddress = ClientOptions.BaseAddress };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Development: the demo sign-ins are there. What it checks beyond Production is switched off again.
        builder.UseEnvironment("Development");
        builder.UseSolutionRelativeContentRoot("src/AbcdConnect.Web");
        builder.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = false);
        builder.UseSetting("Data:Folder", folder);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(log => log.ClearProviders());
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(Times));
    }
}

/// <summary>Asks for pages and fills in forms.</summary>
internal sealed partial class Browser(HttpClient client) : IDisposable
{
    /// <returns>The status.</returns>
    public async Task<HttpStatusCode> Get(string path, string? name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (name is not null)
        {
            request.Headers.Add(ServerTimes.Header, name);
        }

        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode;
    }

    /// <summary>Opens a page and posts its form as it came, with these fields changed.</summary>
    public async Task<HttpResponseMessage> Fill(string page, string? name, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var form = Forms().Matches(html).Select(f => f.Value).FirstOrDefault(f => fields.All(w => f.Contains($"name=\"{w.Name}\"", StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"{page} has no form with {string.Join(", ", fields.Select(f => f.Name))}.");
        var values = Hidden().Matches(form).Select(i => new KeyValuePair<string, string>(WebUtility.HtmlDecode(Name().Match(i.Value).Groups["v"].Value), WebUtility.HtmlDecode(Value().Match(i.Value).Groups["v"].Value)))
            .Where(v => !Array.Exists(fields, f => f.Name == v.Key))
            .Concat(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(values) };
        if (name is not null)
        {
            request.Headers.Add(ServerTimes.Header, name);
        }

        return await client.SendAsync(request);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"(?<v>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("value=\"(?<v>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}

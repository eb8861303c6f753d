using System.Diagnostics;
using System.Net;
using AbcdConnect.Testing;

namespace AbcdConnect.Cli.Tests.BadDays;

/// <summary>The real web application, in a process that can be killed.</summary>
internal sealed class Web : IDisposable
{
    private readonly Uri address;

    private Web(Process process, Uri address)
    {
        Process = process;
        this.address = address;
    }

    public Process Process { get; }

    public static async Task<Web> Start(string folder)
    {
        var process = Processes.Start(
            "AbcdConnect.Web.dll",
            folder,
            ["--contentRoot", Path.Combine(Repository.Root, "src", "AbcdConnect.Web")],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        var errors = process.StandardError.ReadToEndAsync();
        const string Ready = "AbcdConnect is ready: ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                // What it goes on to say is read, or it would wait for somebody to.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Web(process, new Uri(line[Ready.Length..]));
            }
        }

        throw new InvalidOperationException("The application stopped before it was ready:\n" + await errors);
    }

    /// <summary>A browser that has these cookies.</summary>
    public TestBrowser Browser(CookieContainer cookies) =>
        new(new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address });

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AbcdConnect.Domain.Access;

namespace AbcdConnect.Benchmarks;

/// <summary>The web application as a process of its own: how long until it answers, and how much memory it holds.</summary>
internal static class StartUp
{
    private const string Page = "/sign-in";

    public static async Task<int> Measure(Settings settings)
    {
        string folder;
        IReadOnlyList<Asked> pages;
        await using (var city = await CityData.Ready(settings))
        {
            folder = city.Folder;
            pages = await Pages.For(city, await PageTimes.PlacesOf(city, Role.Worker));
        }

        Console.WriteLine("| | |\n|---|---:|");
        var starts = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            using var web = await Web.Start(folder);
            starts.Add(web.UntilAnswer.TotalSeconds);
            if (i == 4)
            {
                Console.WriteLine($"| Start until the first page is answered, median of 5 | {starts.At(0.5):0.0} s |");
                Console.WriteLine($"| Memory when started | {web.Megabytes:0} MB |");
                await web.Ask(pages);
                Console.WriteLine($"| Memory after {Web.Rounds * pages.Count:#,0} pages, eight at a time | {web.Megabytes:0} MB |");
                Console.WriteLine($"| Most memory at any time | {web.PeakMegabytes:0} MB |");
            }
        }

        return 0;
    }

    private sealed class Web : IDisposable
    {
        public const int Rounds = 20;
        private readonly Process process;
        private readonly Uri address;

        private Web(Process process, Uri address, TimeSpan untilAnswer)
        {
            this.process = process;
            this.address = address;
            UntilAnswer = untilAnswer;
        }

        public TimeSpan UntilAnswer { get; }

        public double Megabytes
        {
            get
            {
                process.Refresh();
                return process.WorkingSet64 / 1e6;
            }
        }

        public double PeakMegabytes
        {
            get
            {
                process.Refresh();
                return process.PeakWorkingSet64 / 1e6;
            }
        }

        public static async Task<Web> Start(string folder)
        {
            var at = new Uri($"http://127.0.0.1:{FreePort()}");
            var about = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = AppContext.BaseDirectory,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = at.ToString(), ["Data__Folder"] = folder },
            };
            var watch = Stopwatch.StartNew();
            var started = Process.Start(about)!;
            started.OutputDataReceived += (_, _) => { };
            started.BeginOutputReadLine();
            started.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
            started.BeginErrorReadLine();
            using var client = new HttpClient { BaseAddress = at };
            while (true)
            {
                try
                {
                    using var answer = await client.GetAsync(new Uri(Page, UriKind.Relative));
                    return new Web(started, at, watch.Elapsed);
                }
                catch (HttpRequestException) when (!started.HasExited && watch.Elapsed < TimeSpan.FromMinutes(2))
                {
                    await Task.Delay(20);
                }
            }
        }

        public async Task Ask(IReadOnlyList<Asked> pages)
        {
            using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
            using var browser = new Browser(client);
            (await browser.Fill("/sign-in", null, ("Email", Infrastructure.Access.DemoAccounts.EmailOf(Role.Worker)), ("Password", Infrastructure.Access.DemoAccounts.Password))).Dispose();
            await Parallel.ForAsync(0, Rounds * pages.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            {
                if (pages[i % pages.Count] is { Fields: null } asked)
                {
                    await asked.Ask(browser, i, null);
                }
            });
        }

        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}

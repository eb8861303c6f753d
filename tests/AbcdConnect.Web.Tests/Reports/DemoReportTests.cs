using System.Diagnostics;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Reports;

/// <summary>The demo borough's report of October 2026 as a commissioner downloads it, on a day that does not move.</summary>
public sealed class DemoReportTests
{
    [Fact]
    public async Task The_demo_reports_tags_are_those_kept_beside_this_test()
    {
        var folder = Directory.CreateTempSubdirectory("abcd-demo-report-").FullName;
        try
        {
            var file = Path.Combine(folder, "report.pdf");
            await using (var app = new DemoInNovember2026(folder))
            {
                var browser = new TestBrowser(app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
                using var signedIn = await browser.Post("/sign-in", ("Email", "commissioner@demo.example"), ("Password", DemoAccounts.Password));
                using var pdf = await browser.Get("/reports/2026-10.pdf");
                pdf.IsSuccessStatusCode.ShouldBeTrue(pdf.StatusCode.ToString());
                await File.WriteAllBytesAsync(file, await pdf.Content.ReadAsByteArrayAsync());
            }

            var kept = Path.Combine(Repository.Root, "tests", "AbcdConnect.Web.Tests", "Reports", "demo-report-tags.txt");
            var tags = Tidy(await Run("pdfinfo", "-struct-text", file));
            if (!File.Exists(kept))
            {
                // Written where it is missing, so that a wanted change is made by removing the file and reading the difference.
                await File.WriteAllTextAsync(kept, tags);
            }

            tags.ShouldBe(Tidy(await File.ReadAllTextAsync(kept)), "The tag tree has changed. If it is meant, remove the kept file, run this test, and read the difference.");
            (await Run("qpdf", "--check", file)).ShouldContain("No syntax or stream encoding errors found");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Words that go on over a page's end are told in two pieces: where pages end is not what this test is about.
    private static string Tidy(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()))
        {
            if (lines.Count > 0 && IsWords(lines[^1]) && IsWords(line) && Indent(lines[^1]) == Indent(line))
            {
                lines[^1] = lines[^1][..^1] + line.TrimStart()[1..];
            }
            else
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines).Trim() + "\n";

        static bool IsWords(string line) => line.TrimStart() is ['"', _, .., '"'];

        static int Indent(string line) => line.Length - line.TrimStart().Length;
    }

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    private sealed class DemoInNovember2026(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Data:Folder", folder);
            builder.UseSetting("Jobs:Run", "false");
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FixedClock()));
        }
    }
}

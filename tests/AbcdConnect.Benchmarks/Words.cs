using AbcdConnect.Application.Search;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AbcdConnect.Benchmarks;

/// <summary>Taking the words out of what was typed: done for each save and each search.</summary>
[MemoryDiagnoser]
public class Words
{
    private const string Heard = "I have a shed full of tools and nobody to lend them to. My neighbour Zofia Wójcik bakes sourdough on Fridays, and the children from number nine come round for the crusts.";

    internal static int Measure()
    {
        BenchmarkRunner.Run<Words>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    }

    [Benchmark]
    public int OfText() => Tokens.OfText(Heard).Count;

    [Benchmark]
    public int OfName() => Tokens.OfName("Zofia “Zosia” Wójcik-Catherine").Count;
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AbcdConnect.Infrastructure.Reports;

/// <summary>A process and all that it started: how much memory they hold, and an end to all of them.</summary>
internal sealed class ProcessTree(Process root)
{
    // With the time each one started, so that a number given anew to somebody else's process is not taken for it.
    private readonly HashSet<(int Id, ulong Started)> seen = [];

    /// <summary>Bytes of memory held now. Off Linux only the first process is counted, which holds the greater part of what grows.</summary>
    public long Memory()
    {
        if (OperatingSystem.IsLinux())
        {
            var family = Family(root.Id);
            seen.UnionWith(family.Select(p => (p.Id, p.Started)));
            return family.Sum(p => p.Memory);
        }

        try
        {
            root.Refresh();
            return root.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    public async Task End()
    {
        try
        {
            root.Kill(entireProcessTree: true);
        }
        catch (AggregateException)
        {
            // Some of them ended by themselves meanwhile.
        }
        catch (Win32Exception)
        {
            // It is ending already.
        }

        await root.WaitForExitAsync(CancellationToken.None);

        // Children whose parent was gone before them are nobody's by now: only having seen them helps.
        foreach (var (id, started) in seen)
        {
            if (Read(id)?.Started == started)
            {
                Kill(id);
            }
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // Ended meanwhile.
        }
        catch (InvalidOperationException)
        {
            // Ended meanwhile.
        }
        catch (Win32Exception)
        {
            // It is ending already.
        }
    }

    private static List<Entry> Family(int root)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<Entry>()
            .ToLookup(entry => entry.Parent);
        var family = new List<Entry>();
        if (Read(root) is { } first)
        {
            family.Add(first);
        }

        for (var i = 0; i < family.Count; i++)
        {
            family.AddRange(all[family[i].Id]);
        }

        return family;
    }

    private static Entry? Read(int id)
    {
        // See proc_pid_stat(5), counted from the state, the first field after the name; the name may hold brackets and blanks itself.
        const int ParentField = 1;
        const int StartedField = 19;
        const int ResidentPagesField = 21;
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }

        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length <= ResidentPagesField ? null : new Entry(
            id,
            int.Parse(fields[ParentField], CultureInfo.InvariantCulture),
            ulong.Parse(fields[StartedField], CultureInfo.InvariantCulture),
            long.Parse(fields[ResidentPagesField], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
    }

    private sealed record Entry(int Id, int Parent, ulong Started, long Memory);
}

using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Reflection;
using AbcdConnect.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli;

/// <summary>The one place where a command's exceptions become words and an exit code: 0 only on success.</summary>
internal static class CliProblems
{
    public static async Task<int> Run(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (Words(problem) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return problem is OperationCanceledException ? 130 : 1;
        }
    }

    private static string? Words(Exception problem) => problem switch
    {
        DomainRuleException or NotFoundException or NotAllowedException => problem.Message,
        ValidationException refused => string.Join(Environment.NewLine, refused.Errors.Select(e => e.ErrorMessage)),
        OvertakenException => "Somebody else changed the same at the same moment. Run the command again.",
        OperationCanceledException => "Stopped. What was done so far is kept; run the command again to complete it.",
        FileNotFoundException or DirectoryNotFoundException => $"There is no such file: {(problem as FileNotFoundException)?.FileName}",
        UnauthorizedAccessException or IOException => $"A file cannot be read or written: {problem.Message}",
        DbUpdateException or DbException => $"The database cannot be used: {(problem.InnerException ?? problem).Message}",
        InvalidOperationException settings when settings.Source?.StartsWith("AbcdConnect", StringComparison.Ordinal) == true => settings.Message,
        _ => null,
    };
}

/// <summary>abcd --version: the version that /health/live gives.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    public static string Version =>
        typeof(PrintVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Version);
        return 0;
    }
}

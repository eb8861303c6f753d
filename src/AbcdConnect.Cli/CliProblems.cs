using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Database;
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

    private static string Words(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Full => "The disk with the database is full. What was saved before is safe. Make room and run the command again.",
        DatabaseTrouble.Busy => "The database is busy: another program held it for too long. What was saved before is safe. Run the command again when that has ended.",
        DatabaseTrouble.Missing => "The database cannot be opened. Is it where Data:Folder or ConnectionStrings:Abcd says, and may it be read?",
        DatabaseTrouble.NotUpToDate => "The database is not there yet, or is older than this program. Run: abcd migrate",
        _ => "The database cannot be written: its file or its disk refuses. What was saved before is kept.",
    };

    private static string? Words(Exception problem) => problem switch
    {
        DomainRuleException or NotFoundException or NotAllowedException => problem.Message,
        ValidationException refused => string.Join(Environment.NewLine, refused.Errors.Select(e => e.ErrorMessage)),
        OvertakenException => "Somebody else changed the same at the same moment. Run the command again.",
        OperationCanceledException => "Stopped. What was done so far is kept; run the command again to complete it.",
        _ when DatabaseTroubles.Of(problem) is { } trouble => Words(trouble),
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
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Product.Version);
        return 0;
    }
}

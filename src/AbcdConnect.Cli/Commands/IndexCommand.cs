using System.CommandLine;
using AbcdConnect.Application.Search;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd index [--from-the-start]: makes the index of words again, as the web application does by itself after an update.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var start = new Option<bool>("--from-the-start") { Description = "Also where the index was made by this version." };
        var programme = CliHost.ProgrammeOption();
        var command = new Command("index", "Makes the index of words again where an older version made it. Stopped in the middle, it goes on from there.") { start, programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            var id = await host.Programme(parsed.GetValue(programme), begin: false, token);
            long records = 0;
            var answer = await host.Send(new RebuildSearchIndex(500, parsed.GetValue(start)), id, token);
            for (records += answer.Records; !answer.Done; records += answer.Records)
            {
                answer = await host.Send(new RebuildSearchIndex(500), id, token);
            }

            Console.WriteLine($"The words of {records:N0} {(records == 1 ? "record" : "records")} are in the index.");
            return 0;
        });
        return command;
    }
}

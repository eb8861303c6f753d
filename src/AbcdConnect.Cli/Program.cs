using System.CommandLine;
using AbcdConnect.Cli;
using AbcdConnect.Cli.Commands;

// One file a command in Commands/: each gives one Command to this list.
var root = new RootCommand("AbcdConnect from a shell: the same use cases as the buttons of the web pages.")
{
    MigrateCommand.Create(),
    ImportCommand.Create(),
    SeedCommand.Create(),
    CompileCommand.Create(),
    IndexCommand.Create(),
    ReportCommand.Create(),
    UsersCommand.Create(),
    VerifyCommand.Create(),
};
foreach (var version in root.Options.OfType<VersionOption>())
{
    version.Action = new PrintVersion();
}

return await CliProblems.Run(root.Parse(args));

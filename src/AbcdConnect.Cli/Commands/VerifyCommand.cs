using System.CommandLine;
using AbcdConnect.Application.Access;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd verify: proves the audit log, or names its first broken entry.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var programme = CliHost.ProgrammeOption();
        var command = new Command("verify", "Proves that no entry of the audit log was altered, removed or put in. Exit code 0 only where the whole chain holds.") { programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            var id = await host.Programme(parsed.GetValue(programme), begin: false, token);
            var verdict = await host.Send(new VerifyAudit(), id, token);
            if (verdict.Holds)
            {
                Console.WriteLine($"The audit log holds: {verdict.Entries:N0} entries, each as it was sealed.");
                return 0;
            }

            Console.Error.WriteLine($"The audit log is broken at entry {verdict.FirstBroken:N0}. {verdict.Why} The {verdict.Entries:N0} entries before it hold.");
            return 1;
        });
        return command;
    }
}

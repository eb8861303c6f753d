using System.CommandLine;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Reports;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd verify: proves the audit log, or names its first broken entry; makes every published report again; and has an attacker read
/// all of them together.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var programme = CliHost.ProgrammeOption();
        var command = new Command("verify", "Proves that no entry of the audit log was altered, removed or put in, that every published report comes out the same when it is made again, and that all of them together tell of nobody. Exit code 0 only where all of it holds.") { programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            var id = await host.Programme(parsed.GetValue(programme), begin: false, token);
            var verdict = await host.Send(new VerifyAudit(), id, token);
            if (verdict.Holds)
            {
                Console.WriteLine($"The audit log holds: {verdict.Entries:N0} entries, each as it was sealed.");
            }
            else
            {
                Console.Error.WriteLine($"The audit log is broken at entry {verdict.FirstBroken:N0}. {verdict.Why} The {verdict.Entries:N0} entries before it hold.");
            }

            return await ReportsHold(host, id, token) && verdict.Holds ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> ReportsHold(CliHost host, Domain.Programmes.ProgrammeId id, CancellationToken token)
    {
        var again = await host.Send(new MakeReportsAgain(), id, token);
        int Count(MadeAgain came) => again.Editions.Count(e => e.Came == came);
        var (reworded, unkept) = (Count(MadeAgain.SameInOtherWords), Count(MadeAgain.NotKept));
        Console.WriteLine(
            $"Published reports made again: {Count(MadeAgain.SameToTheByte):N0} the same to the byte{(reworded > 0 ? $"; {reworded:N0} the same in every figure, which earlier versions of abcd put in other words" : "")}"
            + $"{(unkept > 0 ? $"; {unkept:N0} from before it was kept what they were made from" : "")}.");
        var others = again.Editions.Where(e => e.Came == MadeAgain.Otherwise).ToList();
        foreach (var other in others)
        {
            Console.Error.WriteLine($"Edition {other.Edition} of {other.Period.ToWords()} comes out otherwise: SHA-256 {other.Sha256}.");
        }

        foreach (var told in again.Tells)
        {
            Console.Error.WriteLine(told);
        }

        return others.Count == 0 && again.Tells.Count == 0;
    }
}

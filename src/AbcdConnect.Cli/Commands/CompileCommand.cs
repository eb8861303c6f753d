using System.CommandLine;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd compile --month 2026-10 | --all: the figures, as the night's job compiles them.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var month = new Option<string?>("--month") { Description = "One month, such as 2026-10." };
        var all = new Option<bool>("--all") { Description = "Every month since the programme began." };
        var programme = CliHost.ProgrammeOption();
        var command = new Command("compile", "Compiles the monthly figures. Without --month and --all: the months that changed. Running it twice changes nothing.") { month, all, programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            var id = await host.Programme(parsed.GetValue(programme), begin: false, token);
            var percent = 0;
            CompileAnswer answer;
            using (var bar = new ProgressBar(() => percent / 100d, Console.Error, !Console.IsErrorRedirected, "percent"))
            {
                IRequest<CompileAnswer> request = (parsed.GetValue(month), parsed.GetValue(all)) switch
                {
                    ({ } one, false) => new CompileMonth(YearMonth.TryParse(one, out var read) ? read : throw new DomainRuleException($"\"{one}\" is no month. Write it so: 2026-10")),
                    (null, true) => new CompileAll(PercentDone: done =>
                    {
                        percent = done;
                        bar.Report(done);
                    }),
                    (null, false) => new CompileChangedMonths(),
                    _ => throw new DomainRuleException("Give --month or --all, not both."),
                };
                answer = await host.Send(request, id, token);
            }

            if (answer is not Compiled compiled)
            {
                throw new DomainRuleException("Another run is compiling at this moment. Look at the jobs page, or try again when it has ended.");
            }

            Console.WriteLine($"Compiled {compiled.Months:N0} {(compiled.Months == 1 ? "month" : "months")}; {compiled.Moved:N0} figures moved.");
            return 0;
        });
        return command;
    }
}

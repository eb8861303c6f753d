using System.CommandLine;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Reports;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd report --month 2026-10 --out FILE.pdf: the published report's file; of a month not published yet, with --draft, the draft.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var month = new Option<string>("--month") { Description = "The month, quarter or year of the programme: 2026-10, 2026-q3, 2026-27.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write it. The ending says what: .pdf, .csv (the figures) or .json (the frozen figures).", Required = true };
        var edition = new Option<int?>("--edition") { Description = "The edition; the newest without it." };
        var draft = new Option<bool>("--draft") { Description = "As it would be published now. Only as .pdf." };
        var programme = CliHost.ProgrammeOption();
        var command = new Command("report", "Writes a month's outcome report to a file.") { month, output, edition, draft, programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start(services => services.AddReportPagesWithoutWeb());
            var id = await host.Programme(parsed.GetValue(programme), begin: false, token);
            var which = await host.Send(new FindPeriod(parsed.GetRequiredValue(month)), id, token);
            var file = parsed.GetRequiredValue(output);
            var bytes = (file.Extension.ToUpperInvariant(), parsed.GetValue(draft)) switch
            {
                (".PDF", false) => Printed(await host.Send(new PrintReport(which, parsed.GetValue(edition)), id, token)),
                (".PDF", true) => Printed(await host.Send(new PrintDraft(which), id, token)),
                (".CSV", false) => ReportCsv.Of((await host.Send(new SeeReport(which, parsed.GetValue(edition)), id, token)).Sheet),
                (".JSON", false) => System.Text.Encoding.UTF8.GetBytes((await host.Send(new SeeReport(which, parsed.GetValue(edition)), id, token)).Json),
                (_, true) => throw new DomainRuleException("A draft is written as .pdf only."),
                _ => throw new DomainRuleException("The file's name ends in .pdf, .csv or .json."),
            };
            await File.WriteAllBytesAsync(file.FullName, bytes, token);
            Console.WriteLine($"{file.Name}: {bytes.Length:N0} bytes, SHA-256 {ReportFigures.Sha256(bytes)}");
            return 0;
        });
        return command;
    }

    private static byte[] Printed(PrintedReport printed) => printed.Pdf ?? throw new DomainRuleException(printed.WhyNot ?? "The PDF could not be printed.");
}

using System.CommandLine;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd users add: lets somebody in; in production, the first administrator.</summary>
internal static class UsersCommand
{
    public static Command Create() => new("users", "Who may sign in.") { Add() };

    private static Command Add()
    {
        var email = new Option<string>("--email") { Description = "The address they sign in with.", Required = true };
        var name = new Option<string>("--name") { Description = "The name that others will see.", Required = true };
        var role = new Option<Role>("--role") { Description = "Worker, Coordinator, Partner, Commissioner, Researcher or Administrator.", Required = true };
        var places = new Option<string[]>("--neighbourhood") { Description = "A worker's neighbourhood, by name or code; once for each.", AllowMultipleArgumentsPerToken = false };
        var agency = new Option<string?>("--agency") { Description = "A partner's agency, by name." };
        var programme = CliHost.ProgrammeOption();
        var command = new Command("add", "Adds a member and prints a temporary password, which they change when they first sign in.") { email, name, role, places, agency, programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            var id = await host.Programme(parsed.GetValue(programme), begin: true, token);
            var added = await host.Send(
                new AddMember(
                    new MemberDetails(
                        parsed.GetRequiredValue(name),
                        parsed.GetRequiredValue(role),
                        await Agency(host, id, parsed.GetValue(agency), token),
                        await Places(host, id, parsed.GetValue(places) ?? [], token)),
                    parsed.GetRequiredValue(email)),
                id,
                token);
            Console.WriteLine($"{parsed.GetRequiredValue(name)} may sign in as {parsed.GetRequiredValue(email)}. The temporary password, until {UkTime.LocalOf(added.Password.Until):d MMMM yyyy HH:mm}:");
            Console.WriteLine(added.Password.Password);
            return 0;
        });
        return command;
    }

    private static async Task<AgencyId?> Agency(CliHost host, ProgrammeId programme, string? name, CancellationToken token)
    {
        if (name is null)
        {
            return null;
        }

        var found = await host.Db(db => db.Agencies.Where(a => a.ProgrammeId == programme && a.Name == name).Select(a => (AgencyId?)a.Id).FirstOrDefaultAsync(token));
        return found ?? throw new DomainRuleException($"There is no agency \"{name}\". Its name is on the agencies page.");
    }

    private static async Task<IReadOnlyList<NeighbourhoodId>> Places(CliHost host, ProgrammeId programme, IReadOnlyList<string> names, CancellationToken token)
    {
        var all = await host.Db(db => db.Neighbourhoods.Where(n => n.ProgrammeId == programme).Select(n => new { n.Id, n.Name, n.Code }).ToListAsync(token));
        return [.. names.Select(wanted =>
            all.Find(n => string.Equals(n.Name, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(n.Code, wanted, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new DomainRuleException($"There is no neighbourhood \"{wanted}\". There are: {string.Join(", ", all.Select(n => n.Name))}."))];
    }
}

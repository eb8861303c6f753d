using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>The six sign-ins of the demo, one for each role. In Development only: their password is in the README.</summary>
public sealed class DemoAccounts(AbcdDbContext db, UserManager<AbcdUser> users, IHostEnvironment environment)
{
    public const string Password = "Strong-start-2026";

    private static readonly (Role Role, string Name)[] Six =
    [
        (Role.Worker, "Amina Yusuf"), (Role.Coordinator, "Joan Okafor"), (Role.Partner, "Ruth Ellison"),
        (Role.Commissioner, "Graham Thornley"), (Role.Researcher, "Leila Marchetti"), (Role.Administrator, "Sam Whitlock"),
    ];

    public static IReadOnlyList<string> Emails { get; } = [.. Six.Select(s => EmailOf(s.Role))];

    public static string EmailOf(Role role) => $"{role.ToString().ToLowerInvariant()}@demo.example";

    /// <summary>Makes the demo members that are not there yet, and gives all six the demo password. A member that a seeder has
    /// already welcomed under a demo address keeps name, neighbourhoods and agency. The programme must have a neighbourhood and an agency.</summary>
    /// <exception cref="InvalidOperationException">This is not Development: no account ever has a default password there.</exception>
    public async Task MakeAsync(ProgrammeId programme, CancellationToken token = default)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("Demo accounts are made in Development only. Add people with: abcd users add");
        }

        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Id).Select(n => n.Id).Take(1).ToListAsync(token);
        var agency = await db.Agencies.Where(a => a.ProgrammeId == programme).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(token);
        foreach (var (role, name) in Six)
        {
            var email = EmailOf(role);
            var user = await users.FindByEmailAsync(email);
            if (user is null)
            {
                user = new AbcdUser { UserName = email, Email = email };
                Must(await users.CreateAsync(user));
            }

            if (!await users.HasPasswordAsync(user))
            {
                Must(await users.AddPasswordAsync(user, Password));
            }

            var id = new UserId(user.Id);
            if (!await db.Members.AnyAsync(m => m.Id == id, token))
            {
                db.Members.Add(Member.Welcome(id, programme, name, email, role, role == Role.Partner ? agency : null, role == Role.Worker ? places : []));
                await db.SaveChangesAsync(token);
            }
        }
    }

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }
}

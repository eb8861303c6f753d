using AbcdConnect.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Tests.Commands;

public sealed class UsersCommandTests
{
    [Fact]
    public async Task The_first_administrator_gets_a_password_of_their_own_that_they_must_change_and_the_log_that_says_so_holds()
    {
        using var abcd = await Abcd.Migrated();

        var said = await abcd.Must("users", "add", "--email", "ada@example.org", "--name", "Ada", "--role", "administrator");

        said.ShouldContain("Ada may sign in as ada@example.org. The temporary password, until");
        said.TrimEnd().Split('\n')[^1].Length.ShouldBeGreaterThan(10);
        (await abcd.Db(db => db.Members.Select(m => m.Role).ToListAsync())).ShouldBe([Role.Administrator]);
        (await abcd.Db(db => db.Users.Select(u => u.TemporaryPasswordUntil).SingleAsync())).ShouldNotBeNull();

        var again = await abcd.Run("users", "add", "--email", "ada@example.org", "--name", "Eve", "--role", "administrator");
        again.ExitCode.ShouldBe(1, again.ToString());
        (await abcd.Db(db => db.Members.Select(m => m.Name).ToListAsync())).ShouldBe(["Ada"]);

        (await abcd.Must("verify")).ShouldContain("The audit log holds");
        await abcd.Sql($"UPDATE AuditEntries SET Changes = replace(Changes, 'Ada', 'Eve') WHERE Sequence = 1");
        var broken = await abcd.Run("verify");
        broken.ExitCode.ShouldBe(1);
        broken.Errors.ShouldContain("The audit log is broken at entry 1. The entry is not as it was sealed.");
    }
}

using System.Security.Cryptography;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>Accounts by ASP.NET Core Identity.</summary>
internal sealed class IdentityAccounts(UserManager<AbcdUser> users, AbcdDbContext db, TimeProvider clock) : IAccounts
{
    /// <summary>Long enough for a colleague's day off, short enough that a note left lying about is worth nothing.</summary>
    private const int DaysOfTemporaryPassword = 7;

    // Without letters and digits that are mistaken for one another when read out: 0 and o, 1 and l and i.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    public async Task<UserId> OpenAsync(string email, CancellationToken token)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is not null)
        {
            var id = new UserId(user.Id);
            return await db.Members.AnyAsync(m => m.Id == id, token) ? throw new DomainRuleException("Somebody already signs in with this e-mail address.") : id;
        }

        user = new AbcdUser { UserName = email, Email = email };
        Must(await users.CreateAsync(user));
        return new UserId(user.Id);
    }

    public async Task<TemporaryPassword> GiveTemporaryPasswordAsync(UserId member, CancellationToken token)
    {
        var user = await Find(member);
        var given = new TemporaryPassword(
            string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Readable, 4))),
            clock.GetUtcNow().AddDays(DaysOfTemporaryPassword));
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            Must(await users.RemovePasskeyAsync(user, passkey.CredentialId));
        }

        user.TemporaryPasswordUntil = given.Until;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        // Both raise the security stamp, which ends every sign-in.
        Must(await users.RemovePasswordAsync(user));
        Must(await users.AddPasswordAsync(user, given.Password));
        return given;
    }

    public async Task SignOutEverywhereAsync(UserId member, CancellationToken token) => Must(await users.UpdateSecurityStampAsync(await Find(member)));

    public async Task EndPauseAsync(UserId member, CancellationToken token)
    {
        var user = await Find(member);
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        Must(await users.UpdateAsync(user));
    }

    public async Task<PasswordRefused?> ChangePasswordAsync(UserId member, string? present, string chosen, CancellationToken token)
    {
        var user = await Find(member);
        var temporary = user.TemporaryPasswordUntil is not null;
        if (!temporary && !await users.CheckPasswordAsync(user, present ?? ""))
        {
            return new PasswordRefused("This is not your present password. Try it again", AtPresent: true);
        }

        if (await users.CheckPasswordAsync(user, chosen))
        {
            return new PasswordRefused("This is the password you have. Choose another", AtPresent: false);
        }

        foreach (var validator in users.PasswordValidators)
        {
            var judged = await validator.ValidateAsync(users, user, chosen);
            if (!judged.Succeeded)
            {
                return new PasswordRefused(judged.Errors.First().Description, AtPresent: false);
            }
        }

        user.TemporaryPasswordUntil = null;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, chosen);
        Must(await users.UpdateSecurityStampAsync(user));
        return null;
    }

    public async Task<AccountState> StateAsync(UserId member, CancellationToken token)
    {
        var user = await Find(member);
        return new AccountState(
            user.PasswordHash is not null,
            user.TemporaryPasswordUntil,
            user.LockoutEnd is { } end && end > DateTimeOffset.UtcNow ? end : null,
            (await users.GetPasskeysAsync(user)).Count);
    }

    private async Task<AbcdUser> Find(UserId member) =>
        await users.Users.SingleOrDefaultAsync(u => u.Id == member.Value) ?? throw new NotFoundException("user");

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new DomainRuleException(result.Errors.First().Description);
        }
    }
}

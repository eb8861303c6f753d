using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Lets people in by e-mail address and password. From outside, a wrong address, a wrong password, too many tries and
/// somebody who has left all look and last alike.</summary>
public sealed class SignInDesk(UserManager<AbcdUser> users, SignInManager<AbcdUser> signIn, DeviceDesk devices, AbcdDbContext db, SignInTurns turns, IWebHostEnvironment environment, TimeProvider clock)
{
    // Compared where there is no such account, so that the answer takes as long.
    private static readonly string Nobodys = new PasswordHasher<AbcdUser>().HashPassword(new AbcdUser(), Guid.NewGuid().ToString());

    /// <summary>True where they are now signed in.</summary>
    public async Task<bool> TryAsync(string email, string password, CancellationToken token)
    {
        using var turn = await turns.Take(users.NormalizeEmail(email) ?? "", token);
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            users.PasswordHasher.VerifyHashedPassword(new AbcdUser(), Nobodys, password);
            return false;
        }

        // Looked at first, so that a wrong password and a wrong account take the same way.
        var welcome = await IsWelcome(user, token);
        var handbook = password == DemoAccounts.Password && !environment.IsDevelopment();
        SignInResult result;
        try
        {
            result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        }
        catch (OvertakenException)
        {
            // Another server counted a wrong try in the same instant: this one is not let in.
            return false;
        }

        if (result.IsLockedOut)
        {
            users.PasswordHasher.VerifyHashedPassword(user, Nobodys, password);
        }

        if (!result.Succeeded || !welcome || handbook)
        {
            return false;
        }

        await devices.LetInAsync(user, "pwd", token);
        return true;
    }

    /// <summary>Whether this account may be used at all: its member has not left and is not locked, and a temporary password has not run out.</summary>
    public async Task<bool> IsWelcome(AbcdUser user, CancellationToken token)
    {
        var id = new UserId(user.Id);
        return (user.TemporaryPasswordUntil is not { } until || until > clock.GetUtcNow())
            && await db.Members.AnyAsync(m => m.Id == id && m.LeftOn == null && m.LockedOn == null, token);
    }
}

/// <summary>One try at a time for each account: sixteen at once are counted as sixteen.</summary>
public sealed class SignInTurns : IDisposable
{
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> Take(string account, CancellationToken token)
    {
        var lane = lanes[(uint)account.GetHashCode(StringComparison.Ordinal) % lanes.Length];
        await lane.WaitAsync(token);
        return new Turn(lane);
    }

    public void Dispose() => Array.ForEach(lanes, l => l.Dispose());

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}

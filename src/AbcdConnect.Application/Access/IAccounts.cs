using AbcdConnect.Domain.Access;

namespace AbcdConnect.Application.Access;

/// <summary>Port: how members prove who they are. Who they are and what they may do is the <see cref="Member"/> of the same number.</summary>
public interface IAccounts
{
    /// <summary>Makes an account for this address, without a password. An account whose member was never saved (a crash in
    /// between) is taken over.</summary>
    /// <exception cref="Domain.Common.DomainRuleException">Somebody already signs in with this address, or it is none.</exception>
    Task<UserId> OpenAsync(string email, CancellationToken token);

    /// <summary>Gives a password that lets its holder choose their own and do nothing else. Ends every sign-in, every passkey
    /// and the pause after wrong tries.</summary>
    Task<TemporaryPassword> GiveTemporaryPasswordAsync(UserId member, CancellationToken token);

    /// <summary>Ends every sign-in of this member, at its next page.</summary>
    Task SignOutEverywhereAsync(UserId member, CancellationToken token);

    /// <summary>Ends the pause after wrong tries.</summary>
    Task EndPauseAsync(UserId member, CancellationToken token);

    /// <summary>Changes one's own password and ends every sign-in, this one included: the caller signs in again.</summary>
    /// <param name="present">Not asked for where the present one is temporary: they have just typed it.</param>
    /// <returns>What is wrong with the present or the new one; null where it was changed.</returns>
    Task<PasswordRefused?> ChangePasswordAsync(UserId member, string? present, string chosen, CancellationToken token);

    Task<AccountState> StateAsync(UserId member, CancellationToken token);
}

/// <summary>A password to pass on by voice or in person; shown once, kept nowhere.</summary>
/// <param name="Until">After this it opens nothing.</param>
public sealed record TemporaryPassword(string Password, DateTimeOffset Until);

/// <param name="AtPresent">The present password was wrong; otherwise the new one is no good.</param>
public sealed record PasswordRefused(string Why, bool AtPresent);

/// <param name="TemporaryUntil">Set while the password is a temporary one.</param>
/// <param name="PausedUntil">Set while sign-in pauses after wrong tries.</param>
/// <param name="Passkeys">How many passkeys they have.</param>
public sealed record AccountState(bool HasPassword, DateTimeOffset? TemporaryUntil, DateTimeOffset? PausedUntil, int Passkeys);

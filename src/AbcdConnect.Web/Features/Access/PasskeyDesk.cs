using AbcdConnect.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Passkeys: a phone's or a computer's own way to say who is there. Questions are made and answers judged by Identity.</summary>
public sealed class PasskeyDesk(UserManager<AbcdUser> users, SignInManager<AbcdUser> signIn, SignInDesk desk, DeviceDesk devices)
{
    /// <summary>What a browser must know to make a passkey for this account.</summary>
    public async Task<string> AskToMakeAsync(long member, string name)
    {
        var user = await users.FindByIdAsync(Text(member)) ?? throw new InvalidOperationException("Signed in without an account.");
        return await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = Text(member), Name = user.Email ?? "", DisplayName = name });
    }

    /// <summary>Keeps the passkey that the browser made; false where it is not an answer to our question.</summary>
    public async Task<bool> KeepAsync(long member, string credential, string? name)
    {
        if (await Judge(() => signIn.PerformPasskeyAttestationAsync(credential)) is not { Succeeded: true } made || made.UserEntity.Id != Text(member) || await users.FindByIdAsync(made.UserEntity.Id) is not { } user)
        {
            return false;
        }

        made.Passkey.Name = string.IsNullOrWhiteSpace(name) ? "Passkey" : name.Trim()[..Math.Min(name.Trim().Length, 100)];
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded;
    }

    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(long member) =>
        await users.FindByIdAsync(Text(member)) is { } user ? [.. await users.GetPasskeysAsync(user)] : [];

    public async Task RemoveAsync(long member, byte[] credential)
    {
        if (await users.FindByIdAsync(Text(member)) is { } user)
        {
            await users.RemovePasskeyAsync(user, credential);
        }
    }

    /// <summary>What a browser must know to offer its passkeys; tells nothing about which accounts there are.</summary>
    public Task<string> AskWhoAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>True where the answer opens an account: they are now signed in.</summary>
    public async Task<bool> TryAsync(string credential, CancellationToken token)
    {
        if (await Judge(() => signIn.PerformPasskeyAssertionAsync(credential)) is not { Succeeded: true } shown || !await desk.IsWelcome(shown.User, token) || await users.IsLockedOutAsync(shown.User))
        {
            return false;
        }

        // The passkey counts its uses; a copied one falls behind.
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await devices.LetInAsync(shown.User, "hwk", token);
        return true;
    }

    // Identity throws where nobody had asked, or asked too long ago; for whoever is at the door that is only another no.
    private static async Task<T?> Judge<T>(Func<Task<T>> judge)
        where T : class
    {
        try
        {
            return await judge();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

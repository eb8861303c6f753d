using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>What a password may not be, beside short. Length is what protects; rules about digits and signs only teach people
/// to write it down (NCSC, Password administration for system owners).</summary>
internal sealed class PasswordRules(IHostEnvironment? environment = null) : IPasswordValidator<AbcdUser>
{
    public const int Shortest = 12;
    private const int FewestDifferent = 6;

    private static readonly string[] Common = ["password", "wachtwoord", "qwertyuiop", "letmein", "123456789", "abcdconnect", "iloveyou", "welcome123"];

    public Task<IdentityResult> ValidateAsync(UserManager<AbcdUser> manager, AbcdUser user, string? password)
    {
        password ??= "";
        var name = user.Email?.Split('@')[0];
        var refused =
            Array.Exists(Common, c => password.Contains(c, StringComparison.OrdinalIgnoreCase)) ? "Choose something that others would not guess: this is among the first that are tried"
            : password.Distinct().Count() < FewestDifferent ? "Use more different letters: three words that do not belong together are good"
            : name is { Length: > 3 } && password.Contains(name, StringComparison.OrdinalIgnoreCase) ? "Leave your e-mail address out of it"
            : password == DemoAccounts.Password && environment?.IsDevelopment() != true ? "This password is in our handbook. Choose another"
            : null;
        return Task.FromResult(refused is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "Weak", Description = refused }));
    }
}

/// <summary>Identity's own messages, in our words.</summary>
internal sealed class PlainIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"Use at least {length} letters: three words that do not belong together are good");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "This is not your present password. Try it again");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "Somebody already signs in with this e-mail address");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "Somebody already signs in with this e-mail address");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "Enter an e-mail address, such as name@example.org");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "Enter an e-mail address, such as name@example.org");

    private static IdentityError Say(string code, string words) => new() { Code = code, Description = words };
}

using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Access;

/// <summary>For tests of sign-in itself: real passwords, real cookies.</summary>
internal static class Accounts
{
    public const string Password = "kettle-harbour-lemon";

    public static string EmailOf(Role role) => DemoAccounts.EmailOf(role);

    /// <summary>Gives the role's member a password.</summary>
    public static Task GivePassword(this TestApp app, Role role, string password = Password) =>
        app.Account(role, async (users, user) =>
        {
            await users.RemovePasswordAsync(user);
            (await users.AddPasswordAsync(user, password)).Succeeded.ShouldBeTrue();
        });

    /// <summary>Works on the role's account.</summary>
    public static async Task Account(this TestApp app, Role role, Func<UserManager<AbcdUser>, AbcdUser, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AbcdUser>>();
        await work(users, (await users.FindByEmailAsync(EmailOf(role))).ShouldNotBeNull());
    }

    public static Task<HttpResponseMessage> SignIn(this TestBrowser browser, Role role, string password = Password) =>
        browser.Post("/sign-in", ("Email", EmailOf(role)), ("Password", password));

    /// <summary>A browser that has signed in through the form.</summary>
    public static async Task<TestBrowser> SignedIn(this TestApp app, Role role)
    {
        await app.GivePassword(role);
        var browser = app.As(null);
        using var answer = await browser.SignIn(role);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }
}

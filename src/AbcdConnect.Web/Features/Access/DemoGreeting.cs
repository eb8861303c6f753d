using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;

namespace AbcdConnect.Web.Features.Access;

/// <summary>What a start in Development says when it is ready: where to go, and as whom.</summary>
internal static class DemoGreeting
{
    public static void Say(IEnumerable<string> addresses, TextWriter console)
    {
        console.WriteLine();
        console.WriteLine($"AbcdConnect is ready: {string.Join(" and ", addresses)}");
        console.WriteLine($"Sign in as one of these, with the password {DemoAccounts.Password}");
        foreach (var role in Enum.GetValues<Role>())
        {
            console.WriteLine($"  {DemoAccounts.EmailOf(role)}");
        }

        console.WriteLine("Stop with Ctrl+C; everything is kept.");
    }
}

using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Shared;

public sealed partial class FormTokenTests
{
    [Theory]
    [InlineData(Role.Worker, "/people/new")]
    [InlineData(Role.Worker, "/people/1")]
    [InlineData(Role.Worker, "/people/1/consents/new")]
    [InlineData(Role.Worker, "/signposts/new")]
    [InlineData(Role.Worker, "/introductions/new")]
    [InlineData(Role.Coordinator, "/jobs")]
    [InlineData(Role.Administrator, "/audit")]
    public async Task Every_form_that_is_posted_carries_its_own_seal_and_one_only(Role role, string page)
    {
        await using var app = await TestApp.Start();
        await app.Database.AddPerson("Sheila");

        var posted = Form().Matches(await app.As(role).Read(page)).Where(f => f.Value.Contains("method=\"post\"", StringComparison.Ordinal)).ToList();

        posted.Count.ShouldBeGreaterThan(1);
        posted.ShouldAllBe(f => f.Value.Split("name=\"__RequestVerificationToken\"").Length == 2);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

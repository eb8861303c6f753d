using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Outcomes.Measures;

public sealed partial class AskingPagesTests
{
    [Fact]
    public async Task Somebody_is_asked_answers_in_part_and_nothing_typed_is_lost_without_script()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var amina = app.As(Role.Worker);
        using (var begun = await amina.Post($"/people/{sheila.Id}/askings", ("measures", "ons4"), ("measures", "network")))
        {
            begun.Headers.Location!.ToString().ShouldBe("/askings/1");
        }

        var page = await amina.Read("/askings/1");
        page.ShouldContain("Overall, how happy did you feel yesterday?");
        (await amina.Read("/askings/1/paper")).ShouldNotContain("Sheila");
        using (var refused = await amina.Post("/askings/1", ("Answers[ons4.happy]", "7"), ("Answers[network.friends]", "lots"), ("On", "today"), ("How", "Spoken"), ("Version", 0)))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var again = await refused.Content.ReadAsStringAsync();
            again.ShouldContain("Enter a number from 0 to 99, or leave it empty");
            again.ShouldContain("value=\"lots\"");
        }

        using (var kept = await amina.Post("/askings/1", ("Answers[ons4.happy]", "7"), ("Answers[ons4.anxious]", ""), ("On", "today"), ("How", "Spoken"), ("Version", 0)))
        {
            kept.Headers.Location!.ToString().ShouldBe($"/people/{sheila.Id}/askings");
        }

        var told = await amina.Read($"/people/{sheila.Id}/askings");
        told.ShouldContain("1 of 6 answered");
        told.ShouldContain("12 February 2027");

        // Two put the same thing right: the page says what each wrote, in words.
        using (await amina.Post("/askings/1", ("Answers[ons4.happy]", "8"), ("On", "today"), ("How", "Spoken"), ("Version", 1), ("Correct", true))) { }
        using var overtaken = await amina.Post("/askings/1", ("Answers[ons4.happy]", "6"), ("Wordings[ons4]", 1), ("On", "today"), ("How", "Spoken"), ("Version", 1), ("Correct", true));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await overtaken.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("Overall, how happy did you feel yesterday?</th>"), p => p.ShouldNotContain("ons4.happy, "));
    }

    [Fact]
    public async Task A_private_link_is_answered_by_anybody_who_holds_it_once_and_names_nobody()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var amina = app.As(Role.Worker);
        using (await amina.Post($"/people/{sheila.Id}/askings", ("measures", "lonely"))) { }
        using var made = await amina.Post("/askings/1", [], "/askings/1/link");
        var path = Link().Match(await made.Content.ReadAsStringAsync()).Groups["path"].Value;
        var nobody = app.As(null);

        using var seen = await nobody.Get(path);
        (await seen.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("How often do you feel lonely?"), p => p.ShouldNotContain("Sheila"));
        seen.Headers.CacheControl!.NoStore.ShouldBeTrue();
        seen.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        (await (await nobody.Post(path, ("Answers[lonely.lonely]", "4"))).Content.ReadAsStringAsync()).ShouldContain("Your answers have arrived");

        using var used = await nobody.Get(path);
        used.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await amina.Read($"/people/{sheila.Id}/askings")).ShouldContain("by themselves, online");
    }

    [GeneratedRegex("https://localhost(?<path>/answer/[A-Za-z0-9_-]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}

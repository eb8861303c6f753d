using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Conversations;

public sealed partial class RecognisedTests
{
    private static readonly LoadTaxonomy Taxonomy = new(
        [new TaxonomyGift(GiftKind.Hands, "Making", "Knitting", null), new TaxonomyGift(GiftKind.Hands, "Making", "Sewing and alterations", null)], []);

    [Fact]
    public async Task Without_script_a_button_asks_for_suggestions_and_only_those_ticked_are_kept()
    {
        await using var app = await TestApp.Start();
        await app.Database.Send(Taxonomy, app.Database.Administrator);
        var worker = app.As(Role.Worker);
        (string, object?)[] typed = [("SubmissionId", Guid.NewGuid()), ("PersonNames", "Sheila"), ("Heard", "I can knit. My sister can sew."), ("HeldOn", "today"), ("Kind", "Learning")];

        using var asked = await worker.Post("/conversations/new", [.. typed, ("do", "recognise")]);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        var offered = Offered().Matches(page).Select(m => m.Groups["value"].Value).ToList();

        offered.Count.ShouldBe(2);
        page.ShouldContain("Sewing and alterations (somebody else’s)");
        (await app.Database.Db(db => db.Gifts.CountAsync())).ShouldBe(0);
        using var saved = await worker.Post("/conversations/new", [.. typed, ("Accepted", offered[0])]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var gift = (await app.Database.Db(db => db.Gifts.ToListAsync())).ShouldHaveSingleItem();
        (gift.Words, gift.Direction, gift.TermId is not null, gift.PersonId is not null).ShouldBe(("I can knit", GiftDirection.Gift, true, true));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1|Hands")]
    [InlineData("1|Nothing|Gift|self|words")]
    public async Task What_no_page_of_ours_wrote_is_no_gift(string accepted)
    {
        await using var app = await TestApp.Start();

        using var saved = await app.As(Role.Worker).Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("Heard", "Hello."), ("HeldOn", "today"), ("Kind", "Learning"), ("Accepted", accepted));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Db(db => db.Gifts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_lexicon_is_kept_for_good_under_its_version_and_asked_after_otherwise()
    {
        await using var app = await TestApp.Start();
        await app.Database.Send(Taxonomy, app.Database.Administrator);
        var worker = app.As(Role.Worker);

        using var plain = await worker.Client.GetAsync(new Uri("/gifts/lexicon.json", UriKind.Relative));
        var version = plain.Headers.ETag!.Tag.Trim('"');
        using var versioned = await worker.Client.GetAsync(new Uri($"/gifts/lexicon.json?v={version}", UriKind.Relative));
        using HttpRequestMessage again = new(HttpMethod.Get, "/gifts/lexicon.json");
        again.Headers.IfNoneMatch.Add(plain.Headers.ETag);
        using var unchanged = await worker.Client.SendAsync(again);

        plain.Headers.CacheControl!.NoCache.ShouldBeTrue();
        versioned.Headers.CacheControl!.ToString().ShouldContain("immutable");
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [GeneratedRegex("name=\"Accepted\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Offered();
}

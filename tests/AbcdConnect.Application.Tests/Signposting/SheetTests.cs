using System.Text.RegularExpressions;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Signposting;

public sealed partial class SheetTests
{
    [Fact]
    public async Task The_sheet_says_what_when_where_and_whom_to_ask_in_the_persons_language_and_nothing_of_the_person()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var wojtek = await database.AddPerson("Wojtek", with: d => d with { LastName = "Zielinski", Language = "Polish", Phone = "07700 900123" });
        var choir = Asset.Add(database.Programme, null, today, new AssetDetails(
            AssetKind.Association, "Fernhill choir", Address: "4 Mill Lane", Postcode: "ZZ3 2SH", Latitude: 52.92, Longitude: 0.325, NeighbourhoodId: database.Fernhill, Cost: "Free", ContactName: "Brenda", Phone: "01632 960968",
            Hours: [new OpenSession(DayOfWeek.Thursday, new TimeOnly(10, 0), new TimeOnly(12, 0))]));
        await database.Add(choir);
        var id = await database.Send(new GiveSignpost(Guid.NewGuid(), wojtek.Id, choir.Id, null, today, "He told me that evenings are long"));

        var sheet = await database.Send(new MakeSheet(id));

        sheet.Language.Code.ShouldBe("pl");
        sheet.Rows.Select(r => r.Heading).ShouldBe(["Kiedy", "Gdzie", "Jak dojść", "Kogo pytać", "Ile kosztuje"]);
        sheet.Rows[0].Lines.ShouldHaveSingleItem().Text.ShouldBe("czwartek: 10:00–12:00");
        sheet.Rows[1].Lines.ShouldHaveSingleItem().ShouldBe(new SheetLine("4 Mill Lane, ZZ3 2SH", Typed: true));
        sheet.Rows[2].Lines[0].Text.ShouldContain("min pieszo");
        sheet.Rows[3].Lines[0].ShouldBe(new SheetLine("Brenda", Typed: true));
        sheet.From.ShouldBe("Od: Amina, Wealbourne Together");
        foreach (var private_ in (string[])["Wojtek", "Zielinski", "900123", "evenings", "Yusuf"])
        {
            sheet.Text.ShouldNotContain(private_);
        }

        var arabic = await database.Send(new MakeSheet(id, "ar"));
        arabic.Language.RightToLeft.ShouldBeTrue();
        // Kept apart from the letters around it, or its groups would change places.
        arabic.Text.ShouldContain("\u206601632 960968\u2069");
        (await database.Send(new MakeSheet(id, "xx"))).Language.Code.ShouldBe("en");
    }

    [Fact]
    public async Task A_sheet_says_that_a_place_closes_keeps_a_neighbours_home_to_itself_and_tells_of_a_language_it_lacks()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var lan = await database.AddPerson("Lan", with: d => d with { Language = "Vietnamese" });
        var neighbour = Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Individual, "Mr Lau's calligraphy", Address: "67 Withy Court", Latitude: 52.92, Longitude: 0.325, Phone: "01632 960001", ContactName: "Rosie", NeighbourhoodId: database.Fernhill));
        var club = Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Association, "Chess club", NeighbourhoodId: database.Fernhill));
        club.Close(today.AddDays(10));
        var table = Activity.Add(database.Programme, null, today, new ActivityDetails("Blanket table", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Fortnightly, NeighbourhoodId: database.Fernhill, Day: DayOfWeek.Tuesday, StartsAt: new TimeOnly(10, 0), EndsAt: new TimeOnly(12, 30)));
        await database.Add(neighbour, club, table);

        var home = await database.Send(new MakeSheet(await database.Send(new GiveSignpost(Guid.NewGuid(), lan.Id, neighbour.Id, null, today))));
        home.Asked.ShouldBe("Vietnamese");
        home.Text.ShouldNotContain("Withy");
        home.Text.ShouldNotContain("960001");
        home.Latitude.ShouldBeNull();
        home.Text.ShouldContain("Ask Amina, who gave you this.");

        var closing = await database.Send(new MakeSheet(await database.Send(new GiveSignpost(Guid.NewGuid(), null, club.Id, null, today))));
        closing.Warning.ShouldNotBeNull().ShouldStartWith("It closes for good on");
        var going = await database.Send(new MakeSheet(await database.Send(new GiveSignpost(Guid.NewGuid(), null, null, table.Id, today))));
        going.Rows[0].Lines.ShouldHaveSingleItem().Text.ShouldBe("Tuesday, 10am to 12.30pm, every two weeks");
    }

    [Fact]
    public void Every_language_has_every_phrase_with_the_same_places_for_names()
    {
        var english = SheetPhrases.Of("en");
        SheetLanguage.All.Count.ShouldBe(12);
        foreach (var language in SheetLanguage.All)
        {
            var phrases = SheetPhrases.Of(language.Code);
            phrases.Keys.ShouldBe(english.Keys);
            foreach (var key in english.Keys)
            {
                Places(phrases[key]).ShouldBe(Places(english[key]), $"{language.Code}: {key}");
            }

            // Days come from the culture: one that the machine does not know would speak English.
            if (language.Code != "en")
            {
                language.Culture.DateTimeFormat.GetDayName(DayOfWeek.Thursday).ShouldNotBe("Thursday", language.Code);
            }
        }
    }

    [Theory]
    [InlineData("Polish", "pl")]
    [InlineData("polski", "pl")]
    [InlineData("Urdu and some English", "ur")]
    [InlineData("English, a little Turkish", "en")]
    [InlineData("Vietnamese", null)]
    [InlineData(null, null)]
    public void A_persons_language_is_understood_as_people_type_it(string? typed, string? code) => SheetPhrases.CodeOf(typed).ShouldBe(code);

    private static IEnumerable<string> Places(string phrase) => Place().Matches(phrase).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}

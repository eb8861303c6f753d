using System.Text;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Import;

public sealed class SheetTests
{
    [Fact]
    public async Task The_columns_of_somebodys_list_are_guessed_by_their_headings_and_by_what_stands_in_them()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(new AssetCategory { Kind = AssetKind.Institution, Name = "Sports club (association)" });

        var view = await Open(database, "Sports clubs Sept 2026 FINAL.csv",
            "Ref,Club,Contact,Tel No.,Address 1,Town,PC,Where on the net,Sessions,Y,X,Members\n"
            + "C1,Fernhill Bowls,hello@bowls.example,0161 496 0000,1 Green Lane,Fernhill,ZZ3 2SH,www.bowls.example,Tuesdays 10am-12pm,52.9101,0.3201,40\n"
            + "C2,Quay Judo,info@judo.example,0161 496 0001,2 Quay,Harbour,ZZ3 9ZZ,https://judo.example,Mondays and Fridays 6pm-8pm,52.9202,0.4202,25\n");

        view.Columns.ToDictionary(c => c.Heading, c => c.Becomes).ShouldBe(new Dictionary<string, string?>
        {
            ["Ref"] = null,
            ["Club"] = "name",
            ["Contact"] = "email",
            ["Tel No."] = "phone",
            ["Address 1"] = "address",
            ["Town"] = "address",
            ["PC"] = "postcode",
            ["Where on the net"] = "website",
            ["Sessions"] = "openingTimes",
            ["Y"] = "latitude",
            ["X"] = "longitude",
            ["Members"] = null,
        }, ignoreOrder: true);
        view.Columns.Where(c => c.TellsApart).Select(c => c.Heading).ShouldBe(["Ref"]);
        view.Profile.Name.ShouldBe("sports clubs");
        (view.Profile.Kind, view.Profile.Category).ShouldBe((AssetKind.Institution, "Sports club (association)"));
        view.Columns[0].Samples.ShouldBe(["C1", "C2"]);
    }

    [Fact]
    public async Task A_title_above_the_headings_blank_columns_and_a_thousand_columns_are_met()
    {
        await using var database = await TestDatabase.Create();
        var wide = string.Join(',', Enumerable.Range(1, 1_000).Select(i => i == 700 ? "Group name" : i == 701 ? "Postcode" : $"c{i}"));
        var row = string.Join(',', Enumerable.Range(1, 1_000).Select(i => i == 700 ? "Knit and natter" : i == 701 ? "ZZ3 2SH" : i % 2 == 0 ? "" : "x"));

        var view = await Open(database, "list.csv", $"Our groups\n\n{wide}\n{row}\n");

        view.Profile.HeadingsAt.ShouldBe(3);
        view.Columns.Count.ShouldBe(60);
        view.LeftOver.ShouldBe(940);
        view.Columns.ShouldContain(c => c.Heading == "Group name" && c.Becomes == "name");
        var preview = await database.Send(new PreviewUpload(view.Id), database.Coordinator);
        preview.Rows.Single().Details!.Name.ShouldBe("Knit and natter");
        preview.Rows.Single().Row.ShouldBe(4);
    }

    [Fact]
    public async Task A_workbook_is_read_by_its_kept_values_days_numbers_and_sheets()
    {
        await using var database = await TestDatabase.Create();
        using var book = Workbook.Of(
        [
            ("Read me", [["This list is kept by the council"]]),
            ("Groups", [["Name", "About", "Telephone", "Since", "lat", "lon"], ["=A9&B9\tKnit & natter", "Wool", 1614960000L, new DateOnly(2020, 3, 1), 52.91, 0.32], [null, null, null, null, null, null], ["Chess", "For <all>", 1614960001L, null, 0.42, 52.91]]),
        ]);

        var id = await database.Send(new UploadSheet(book, "groups.xlsx"), database.Coordinator);
        var first = await database.Send(new OpenUpload(id), database.Coordinator);
        first.Sheets.ShouldBe(["Read me", "Groups"]);
        first.Profile.Sheet.ShouldBe("Groups");
        foreach (var (sheet, row) in new[] { ("Read me", 1), ("Groups", 1) })
        {
            (await database.Send(new ChooseColumns(id, "groups", AssetKind.Association, "Community group", sheet, row, [new ColumnChoice("x", "name", true)], false), database.Coordinator)).ShouldBe(ColumnsChosen.GuessedAnew);
        }

        var preview = await database.Send(new PreviewUpload(id), database.Coordinator);

        var rows = preview.Rows;
        rows.Select(r => (r.Row, r.Details!.Name, r.Details.Description)).ShouldBe([(2, "Knit & natter", "Wool"), (4, "Chess", "For <all>")]);
        rows[0].Neighbourhood.ShouldNotBeNull();
        // Swapped, and put right; said for its row.
        (rows[1].Details!.Latitude, rows[1].Details!.Longitude).ShouldBe((52.91, 0.42));
        rows[1].Said.Single().WhatToDo.ShouldStartWith("Latitude and longitude stand the wrong way about");
        (await database.Send(new OpenUpload(id), database.Coordinator)).Columns.Single(c => c.Heading == "Since").Samples.ShouldBe(["2020-03-01"]);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_more_than_is_read_or_is_none_is_refused_in_words()
    {
        await using var database = await TestDatabase.Create();
        using var bomb = Workbook.Bomb(700L * 1024 * 1024);

        bomb.Length.ShouldBeLessThan(10_000_000);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new UploadSheet(bomb, "bomb.xlsx"), database.Coordinator))).Message.ShouldStartWith("Unpacked, this workbook is larger than can be read");
        (await Should.ThrowAsync<DomainRuleException>(Open(database, "broken.xlsx", "PK\u0003\u0004 and then nothing of a zip"))).Message.ShouldStartWith("This workbook cannot be read");
        using var old = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new UploadSheet(old, "old.xls"), database.Coordinator))).Message.ShouldContain("old Excel");
        (await database.Db(db => db.Uploads.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task Letters_come_in_right_with_tabs_or_semicolons_between_and_with_no_mark_at_the_start(string encoding, bool mark)
    {
        await using var database = await TestDatabase.Create();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var letters = Encoding.GetEncoding(encoding);
        using var file = new MemoryStream([.. mark ? letters.GetPreamble() : [], .. letters.GetBytes("Name\tPostcode\r\nCafé – “chess”, and more\tZZ3 2SH\r\n")]);

        var id = await database.Send(new UploadSheet(file, "cafés.txt"), database.Coordinator);

        (await database.Send(new PreviewUpload(id), database.Coordinator)).Rows.Single().Details!.Name.ShouldBe("Café – “chess”, and more");
    }

    [Fact]
    public async Task What_is_odd_in_a_row_is_said_of_that_row_and_the_others_come_in()
    {
        await using var database = await TestDatabase.Create();
        var id = await Upload(database, "groups.csv",
            "id,name,description,lat,lon\n1,Good,,52.91,0.32\n2,North of the pole,,100,0.32\n3,Swapped,,0.32,52.91\n4,Endless,\"" + new string('x', 5 * 1024 * 1024) + "\",52.91,0.32\n5,,,52.91,0.32\n6,Last,,52.91,0.32\n");

        var result = await Bring(database, id);

        result.Counts.ShouldBe(new ImportCounts(Rows: 6, Added: 3, Changed: 0, Same: 0, Rejected: 3, Placed: 3, Unplaced: 0));
        result.Problems.Select(p => (p.Row, p.WhatToDo)).ShouldBe(
        [
            (3, "A latitude is a number of degrees between -90 and 90, such as 53.4651."),
            (4, "Latitude and longitude stand the wrong way about; they were taken the right way. Swap them in the file."),
            (5, "This is more than 200,000 letters long; 100,000 fit. Shorten it."),
            (6, "There is no name. Give it the name people know it by."),
        ]);
    }

    [Fact]
    public async Task A_trial_tells_which_new_rows_are_likely_here_already_and_they_can_be_left_out()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new AddAsset(new AssetDetails(AssetKind.Association, "Fernhill Bowls Club", Postcode: "ZZ3 2SH", Phone: "0161 496 0000", Website: "bowls.example"), EvenIfLike: true), database.Coordinator);
        var id = await Upload(database, "groups.csv", "name,postcode,phone,website\nFernhill Bowling Club,ZZ3 2SH,0161 496 0000,www.bowls.example\nQuay Judo,ZZ3 9ZZ,,\n");

        var trial = await Bring(database, id, dryRun: true);
        var result = await Bring(database, id, leaveOut: true);

        var doubtful = trial.Doubtful.ShouldHaveSingleItem();
        (doubtful.Row, doubtful.LikeName).ShouldBe((2, "Fernhill Bowls Club"));
        trial.Counts.Added.ShouldBe(2);
        (result.Counts.Added, result.Counts.Rejected).ShouldBe((1, 1));
        result.Problems.Single().WhatToDo.ShouldStartWith("Left out, as it is likely Fernhill Bowls Club, which is on the map already");
    }

    [Fact]
    public async Task A_word_that_is_a_category_of_ours_says_the_kind_and_a_ward_places_what_has_no_postcode()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(new AssetCategory { Kind = AssetKind.Place, Name = "Park" });
        var id = await Upload(database, "list.csv", "Name,Category,Ward\nMill Green,park,Fernhill\nKnitters,Yarn things,Nowhere\n");

        var result = await Bring(database, id);

        var green = await database.Db(db => db.Assets.SingleAsync(a => a.Name == "Mill Green"));
        (green.Kind, green.NeighbourhoodId).ShouldBe((AssetKind.Place, database.Fernhill));
        result.Problems.Single().WhatToDo.ShouldStartWith("Kept, as Community group: this is none of our categories");
    }

    [Fact]
    public async Task A_list_kept_under_a_name_is_read_the_same_way_next_time_by_the_page_and_by_the_command_line()
    {
        await using var database = await TestDatabase.Create();
        const string file = "Thing,Loc\nKnitters,ZZ3 2SH\n";
        var id = await Upload(database, "first.csv", file);
        await database.Send(new ChooseColumns(id, "our groups", AssetKind.Culture, "Craft", null, 1, [new ColumnChoice("Thing", "name", true), new ColumnChoice("Loc", "postcode", false)], Keep: true), database.Coordinator);
        await Bring(database, id);

        var next = await Open(database, "other.csv", file.Replace("ZZ3 2SH", "ZZ3 9ZZ", StringComparison.Ordinal));
        next.Kept.ShouldBe(["our groups"]);
        await database.Send(new UseProfile(next.Id, "our groups"), database.Coordinator);
        (await Bring(database, next.Id)).Counts.Changed.ShouldBe(1);
        // What `abcd import assets FILE --profile "our groups"` sends.
        var again = await database.Send(new ImportAssets(new MemoryStream(Encoding.UTF8.GetBytes(file)), "cli.csv", "our groups"), database.Coordinator);
        again.Counts.Changed.ShouldBe(1);
        (await database.Db(db => db.Assets.SingleAsync())).Kind.ShouldBe(AssetKind.Culture);
    }

    [Fact]
    public async Task An_upload_is_nobody_elses_and_choices_that_cannot_be_are_refused()
    {
        await using var database = await TestDatabase.Create();
        var id = await Upload(database, "list.csv", "a,b\nx,y\n");

        await Should.ThrowAsync<NotAllowedException>(database.Send(new OpenUpload(id), database.Worker));
        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenUpload(id), database.Coordinator with { UserId = new Domain.Access.UserId(3) }));
        var refused = await Should.ThrowAsync<FluentValidation.ValidationException>(database.Send(
            new ChooseColumns(id, "", AssetKind.Place, "x", null, 1, [new ColumnChoice("a", "latitude", false), new ColumnChoice("b", "nonsense", false)], false), database.Coordinator));
        refused.Errors.Select(e => e.ErrorMessage).ShouldBe(
        [
            "Give the list a name, so that it is known again next time", "Say which column holds the name", "Tick at least one column that tells one row from every other: a number of its own, or the name and the postcode",
            "Choose what each column becomes from the list", "A point needs both a latitude and a longitude",
        ]);
        (await Should.ThrowAsync<DomainRuleException>(Open(database, "empty.csv", "name,postcode\n"))).Message.ShouldStartWith("The file has headings and no rows");
    }

    internal static async Task<UploadId> Upload(TestDatabase database, string name, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await database.Send(new UploadSheet(file, name), database.Coordinator);
    }

    /// <summary>As the page does it.</summary>
    internal static async Task<ImportResult> Bring(TestDatabase database, UploadId id, bool dryRun = false, bool leaveOut = false)
    {
        var taken = await database.Send(new TakeUpload(id, ForTrial: dryRun), database.Coordinator);
        await using (taken.File)
        {
            return await database.Send(
                new ImportAssets(taken.File, taken.FileName, taken.Profile.Name, dryRun) { Columns = taken.Profile, Upload = dryRun ? null : id, LeaveOutDoubtful = leaveOut, GoOn = taken.Batch }, database.Coordinator);
        }
    }

    private static async Task<UploadView> Open(TestDatabase database, string name, string text) =>
        await database.Send(new OpenUpload(await Upload(database, name, text)), database.Coordinator);
}

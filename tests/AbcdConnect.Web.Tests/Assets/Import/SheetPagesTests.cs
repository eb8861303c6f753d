using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Assets.Import;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Assets.Import;

public sealed partial class SheetPagesTests
{
    [Fact]
    public async Task A_spreadsheet_goes_from_upload_to_map_and_back_without_any_script()
    {
        await using var app = await TestApp.Start();
        var coordinator = app.As(Role.Coordinator);
        var underWay = app.Services.GetRequiredService<SheetsUnderWay>();
        using var book = Workbook.Of(["Group", "Where", "Mail", "Ring"], ["Knit & natter", "ZZ3 2SH", "hello@knit.example", "0161 496 0000"], ["Chess", "nonsense", null, null], [null, "ZZ3 2SH", null, null]);

        var sheet = await Upload(coordinator, book.ToArray(), "groups.xlsx");
        var columns = await coordinator.Read(sheet);
        columns.ShouldContain("hello@knit.example");
        columns.ShouldContain("<option value=\"email\" selected=\"selected\">");

        // What cannot be is refused on the page, with what was chosen still there.
        using var refused = await coordinator.Post(sheet, Chosen("postcode", keep: false, name: ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Give the list a name");
        using var chosen = await coordinator.Post(sheet, Chosen("postcode", keep: true));
        chosen.Headers.Location!.ToString().ShouldBe(sheet + "/rows");
        var rows = WebUtility.HtmlDecode(await coordinator.Read(sheet + "/rows"));
        rows.ShouldContain("Knit & natter");
        rows.ShouldContain("Row 4 would be left out");

        using var tried = await coordinator.Post(sheet + "/rows", [], sheet + "/trial");
        await underWay.Ended(new UploadId(long.Parse(sheet.Split('/')[^1], CultureInfo.InvariantCulture)));
        var trial = await coordinator.Read(sheet + "/trial");
        trial.ShouldContain("<strong>2</strong><span>new</span>");
        (await coordinator.Read(sheet + "/problems.csv")).ShouldContain("3,Where,nonsense");

        using var begun = await coordinator.Post(sheet + "/trial", [new("leaveOut", "true")], sheet + "/bring-in");
        var import = begun.Headers.Location!.ToString();
        var batch = new ImportBatchId(long.Parse(import.Split('/')[^1], CultureInfo.InvariantCulture));
        await underWay.Ended(batch);
        (await coordinator.Read(import)).ShouldContain("<strong>2</strong><span>new</span>");
        // The page of the upload leads to its import from now on.
        (await coordinator.Get(sheet)).Headers.Location!.ToString().ShouldBe(import);
        (await coordinator.Read("/assets.csv")).ShouldContain("Knit & natter");

        (await coordinator.Read(import + "/undo")).ShouldContain("Take it back");
        using var undone = await coordinator.Post(import + "/undo", []);
        await underWay.Ended(batch);
        (await coordinator.Read(import)).ShouldContain("It was taken back");
        (await coordinator.Read("/assets.csv")).ShouldNotContain("Knit & natter");
        (await coordinator.Read("/imports")).ShouldContain("taken back");
        // An administrator reads of imports, and takes none back.
        (await app.As(Role.Administrator).Read(import)).ShouldNotContain("/undo");

        var again = await Upload(coordinator, book.ToArray(), "groups-2.xlsx");
        (await coordinator.Read(again)).ShouldContain("value=\"our groups\"");
        using var same = await coordinator.Post(again, [new("name", "our groups")], again + "/profile");
        same.Headers.Location!.ToString().ShouldBe(again + "/rows");
        using var dropped = await coordinator.Post(again, [], again + "/drop");
        (await coordinator.Get(again)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_stops_in_the_middle_says_so_at_its_trial_and_what_a_killed_program_left_is_gone_on_with()
    {
        await using var app = await TestApp.Start();
        var coordinator = app.As(Role.Coordinator);
        var underWay = app.Services.GetRequiredService<SheetsUnderWay>();
        var sheet = await Upload(coordinator, System.Text.Encoding.UTF8.GetBytes($"name,postcode\n{string.Concat(Enumerable.Range(1, 300).Select(i => $"Group {i},ZZ3 2SH\n"))}\"Open,ZZ3 2SH\n{new string('x', 300_000)}"), "groups.csv");
        var id = new UploadId(long.Parse(sheet.Split('/')[^1], CultureInfo.InvariantCulture));

        using var tried = await coordinator.Post(sheet + "/rows", [], sheet + "/trial");
        await underWay.Ended(id);
        (await coordinator.Read(sheet + "/trial")).ShouldContain("a quotation mark is opened there and not closed");

        // As a killed process leaves it: the import stands as running, its upload with it, and nobody works on it.
        var whole = await Upload(coordinator, System.Text.Encoding.UTF8.GetBytes("name,postcode\nKnitters,ZZ3 2SH\n"), "knit.csv");
        var batch = ImportBatch.Start(app.Database.Programme, "knit", "knit.csv", app.Database.Coordinator.UserId, app.Database.Clock.Now);
        await app.Database.Add(batch);
        await app.Database.Db(async db =>
        {
            (await db.Uploads.FindAsync(new UploadId(long.Parse(whole.Split('/')[^1], CultureInfo.InvariantCulture))))!.BecomeImport(batch.Id, leaveOutDoubtful: false);
            return await db.SaveChangesAsync();
        });
        (await coordinator.Read($"/imports/{batch.Id}")).ShouldContain("goes on by itself");
        app.Database.Clock.Now += TimeSpan.FromMinutes(2);

        await underWay.GoOn();
        await underWay.Ended(batch.Id);

        (await coordinator.Read($"/imports/{batch.Id}")).ShouldContain("<strong>1</strong><span>new</span>");
        (await coordinator.Read("/assets.csv")).ShouldContain("Knitters");
    }

    private static KeyValuePair<string, string>[] Chosen(string where, bool keep, string name = "our groups") =>
    [
        new("Name", name), new("Kind", "Association"), new("Category", "Craft group"), new("Sheet", "List"), new("HeadingsAt", "1"), new("Keep", keep ? "true" : "false"),
        new("Columns[0].Heading", "Group"), new("Columns[0].Becomes", "name"), new("Columns[0].TellsApart", "true"),
        new("Columns[1].Heading", "Where"), new("Columns[1].Becomes", where),
        new("Columns[2].Heading", "Mail"), new("Columns[2].Becomes", "email"),
        new("Columns[3].Heading", "Ring"), new("Columns[3].Becomes", ""),
    ];

    private static async Task<string> Upload(TestBrowser browser, byte[] bytes, string name)
    {
        var token = await browser.Token("/imports/new");
        using var form = new MultipartFormDataContent { { new StringContent(token.Value), token.Key }, { new StringContent("sheet"), "Profile" } };
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "File", name);
        using var answer = await browser.Client.PostAsync(new Uri("/imports/new", UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, Reason().Match(await answer.Content.ReadAsStringAsync()).Value);
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("govuk-error-message.{0,300}", RegexOptions.NonBacktracking)]
    private static partial Regex Reason();
}

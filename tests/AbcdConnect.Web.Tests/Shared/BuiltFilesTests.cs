using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class BuiltFilesTests
{
    private static async Task<HttpResponseMessage> Get(TestApp app, string path, string? accept, Role? role = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        }

        return await app.As(role).Client.SendAsync(request);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_style_sheet_is_sent_as_the_browser_can_unpack_it_and_is_the_same_each_time(string? accept, string? encoding)
    {
        await using var app = await TestApp.Start();
        using var plain = await Get(app, "/built/app.css", null);
        var css = await plain.Content.ReadAsStringAsync();

        using var sent = await Get(app, "/built/app.css?v=one", accept);

        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        sent.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
        sent.Headers.Vary.ShouldContain("Accept-Encoding");
        await using var body = await sent.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(unpacked);
        (await reader.ReadToEndAsync()).ShouldBe(css);
    }

    [Fact]
    public async Task What_says_its_version_is_kept_for_good_and_what_does_not_is_asked_after()
    {
        await using var app = await TestApp.Start();

        using var versioned = await Get(app, "/built/app.js?v=one", "br");
        using var bare = await Get(app, "/built/app.js", "br");

        versioned.Headers.CacheControl!.Extensions.ShouldContain(new NameValueHeaderValue("immutable"));
        versioned.Headers.CacheControl.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        bare.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_typeface_is_asked_for_by_its_version()
    {
        await using var app = await TestApp.Start();

        using var sent = await Get(app, "/built/fonts.css", null);
        var css = await sent.Content.ReadAsStringAsync();

        css.Split("url(").Skip(1).ShouldAllBe(url => url.Split(')', 2)[0].Contains("?v=", StringComparison.Ordinal));
        css.Split("@font-face").Skip(1).ShouldAllBe(face => face.Contains("font-display:swap", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_for_a_conversation_is_compressed_where_nothing_of_the_request_is_in_it_and_no_other_page_is()
    {
        await using var app = await TestApp.Start();

        using var form = await Get(app, "/conversations/new", "br", Role.Worker);
        using var reflecting = await Get(app, "/conversations/new?group=guess", "br", Role.Worker);
        using var list = await Get(app, "/conversations", "br", Role.Worker);

        form.StatusCode.ShouldBe(HttpStatusCode.OK);
        form.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        form.Headers.CacheControl!.NoStore.ShouldBeTrue();
        reflecting.StatusCode.ShouldBe(HttpStatusCode.OK);
        reflecting.Content.Headers.ContentEncoding.ShouldBeEmpty();
        list.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }
}

using System.Net;
using System.Text;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.OpenReferral;
using AbcdConnect.Testing;

namespace AbcdConnect.Infrastructure.Tests.OpenReferral;

/// <summary>Reading what somebody else's server answers, whatever it is; and never what is inside our own walls.</summary>
public sealed class WebPagesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://[::ffff:127.0.0.1]:1/")]
    [InlineData("http://0x7f.1:1/")]
    [InlineData("http://2130706433:1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task An_address_inside_our_own_walls_is_not_read(string address)
    {
        using var web = new WebPages(new WebPageSettings(PrivateAddresses: false, TimeSpan.FromSeconds(20)), TimeProvider.System);

        (await Should.ThrowAsync<DomainRuleException>(() => web.Read(new Uri(address), CancellationToken.None))).Message.ShouldContain("Import:PrivateAddresses");
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("9.9.9.9", true)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2a00:1450:4009::1", true)]
    public void Only_what_anybody_can_reach_is_public(string address, bool expected) =>
        WebPages.IsPublic(IPAddress.Parse(address)).ShouldBe(expected);

    [Fact]
    public async Task Data_is_read_and_a_redirect_is_followed()
    {
        using var server = new RawServer(path => path == "/old" ? "HTTP/1.1 302 Found\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n" : Ok("application/json", "{}"));
        using var web = Reader();

        Encoding.UTF8.GetString(await web.Read(server.At("/old"), CancellationToken.None)).ShouldBe("{}");
        server.Asked.ShouldBe(["/old", "/new"]);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>", "a web page instead of data")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "answered 404")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n", "never answers")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", "not safe to follow")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: gopher://x.example/\r\nContent-Length: 0\r\n\r\n", "not safe to follow")]
    [InlineData("nonsense\r\n\r\n", "could not be reached")]
    public async Task An_answer_that_is_of_no_use_says_what_to_do(string answer, string says)
    {
        using var server = new RawServer(_ => answer);
        using var web = Reader();

        (await Should.ThrowAsync<DomainRuleException>(() => web.Read(server.At("/services"), CancellationToken.None))).Message.ShouldContain(says);
    }

    [Fact]
    public async Task A_server_that_stalls_is_left()
    {
        using var server = new RawServer(_ => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", thenStall: true);
        using var web = new WebPages(new WebPageSettings(PrivateAddresses: true, TimeSpan.FromMilliseconds(300)), TimeProvider.System);

        (await Should.ThrowAsync<DomainRuleException>(() => web.Read(server.At("/services"), CancellationToken.None))).Message.ShouldContain("did not answer within");
    }

    private static WebPages Reader() => new(new WebPageSettings(PrivateAddresses: true, TimeSpan.FromSeconds(20)), TimeProvider.System);

    private static string Ok(string type, string body) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
}

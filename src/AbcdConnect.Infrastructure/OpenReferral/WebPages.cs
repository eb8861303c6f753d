using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Infrastructure.OpenReferral;

/// <param name="PrivateAddresses">Whether directories inside our own network may be read.</param>
/// <param name="Timeout">For one answer, from asking to its last byte.</param>
internal sealed record WebPageSettings(bool PrivateAddresses, TimeSpan Timeout);

/// <summary>Reads other directories' data. Somebody who may import gives the address, so it could be one of our own machines': it is
/// looked at where the connection is made, after the name has become a number, and again at every redirect.</summary>
internal sealed class WebPages : IWebPages, IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const int MostRedirects = 5;
    private const int MostTries = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly WebPageSettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public WebPages(WebPageSettings settings, TimeProvider clock)
    {
        this.settings = settings;
        this.clock = clock;
        // Disposed with the client.
#pragma warning disable CA2000
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(15), ConnectCallback = Connect })
#pragma warning restore CA2000
        {
            Timeout = settings.Timeout,
            MaxResponseContentBufferSize = MostBytes,
        };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.UserAgent.ParseAdd("AbcdConnect");
    }

    public async Task<byte[]> Read(Uri address, CancellationToken token)
    {
        var at = address;
        for (var (redirects, tries) = (0, 1); ;)
        {
            using var answer = await Ask(at, token);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && tries < MostTries)
            {
                tries++;
                var wait = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5);
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, token);
            }
            else if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } there)
            {
                if (++redirects > MostRedirects)
                {
                    throw new DomainRuleException($"{address.Host} sends from one address to the next and never answers. Ask whoever keeps the directory for its right address.");
                }

                var next = new Uri(at, there);
                if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != at.Scheme)
                {
                    throw new DomainRuleException($"{address.Host} sends to an address that is not safe to follow ({next.Scheme}). Ask whoever keeps the directory for its right address.");
                }

                at = next;
            }
            else if (!answer.IsSuccessStatusCode)
            {
                throw new DomainRuleException($"{at.Host} answered {(int)answer.StatusCode} for {at.AbsolutePath}. Check the address, or try again later.");
            }
            else if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
            {
                throw new DomainRuleException($"{at.Host} answered with a web page instead of data for {at.AbsolutePath}. Check the address: the one of the data often ends in /v3 or /services.");
            }
            else
            {
                return await answer.Content.ReadAsByteArrayAsync(token);
            }
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Whether an address is anybody's to reach, and not of this machine, this network, or of no use (RFC 6890).</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        var b = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !(b[0] is 0 or 10 or 127 or >= 224
                || (b[0] == 100 && b[1] is >= 64 and < 128)
                || (b[0] == 169 && b[1] == 254)
                || (b[0] == 172 && b[1] is >= 16 and < 32)
                || (b[0] == 192 && (b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2)))
                || (b[0] == 198 && (b[1] is 18 or 19 || (b[1] == 51 && b[2] == 100)))
                || (b[0] == 203 && b[1] == 0 && b[2] == 113));
        }

        // Only what is given out on the Internet (2000::/3), without what hides an IPv4 address (6to4, Teredo) or is for books only.
        return (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0D && b[3] == 0xB8);
    }

    private async Task<HttpResponseMessage> Ask(Uri at, CancellationToken token)
    {
        try
        {
            return await client.GetAsync(at, token);
        }
        catch (HttpRequestException trouble) when (trouble.InnerException is DomainRuleException rule)
        {
            throw new DomainRuleException(rule.Message);
        }
        catch (HttpRequestException trouble)
        {
            throw new DomainRuleException(trouble.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? $"{at.Host} answered with more than {MostBytes / 1024 / 1024} MB at once. Ask whoever keeps the directory for smaller pages."
                : $"{at.Host} could not be reached. Check the address and this machine's way to the Internet, or try again later.");
        }
        catch (TaskCanceledException) when (!token.IsCancellationRequested)
        {
            throw new DomainRuleException($"{at.Host} did not answer within {settings.Timeout.TotalSeconds:0} seconds. Try again later.");
        }
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken token)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var all = IPAddress.TryParse(host, out var number) ? [number] : await Dns.GetHostAddressesAsync(host, token);
        var allowed = Array.FindAll(all, a => settings.PrivateAddresses || IsPublic(a));
        if (allowed.Length == 0)
        {
            throw new DomainRuleException($"{host} is an address of this machine or of a private network, and those are not read. If the directory really is there, an administrator sets Import:PrivateAddresses.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

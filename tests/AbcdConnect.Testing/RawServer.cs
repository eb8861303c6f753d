using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AbcdConnect.Testing;

/// <summary>A web server on this machine that answers each connection once, with whatever it is told, and may then stall.</summary>
public sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> stalled = [];
    private readonly Func<string, string> answer;
    private readonly bool thenStall;

    /// <param name="answer">From what is asked for to a whole answer, status and headers first.</param>
    /// <param name="thenStall">The connection stays open, and nothing more comes.</param>
    public RawServer(Func<string, string> answer, bool thenStall = false)
    {
        (this.answer, this.thenStall) = (answer, thenStall);
        listener.Start();
        _ = Serve();
    }

    public List<string> Asked { get; } = [];

    /// <summary>A sound answer.</summary>
    public static string Ok(string type, string body) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public Uri At(string path) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{path}");

    public void Dispose()
    {
        listener.Stop();
        stalled.ForEach(s => s.Dispose());
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                var first = await reader.ReadLineAsync() ?? "";
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                var path = first.Split(' ').ElementAtOrDefault(1) ?? "";
                Asked.Add(path);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer(path).Replace("\r\nContent-Length", "\r\nConnection: close\r\nContent-Length", StringComparison.Ordinal)));
                if (thenStall)
                {
                    stalled.Add(client);
                }
                else
                {
                    client.Dispose();
                }
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}

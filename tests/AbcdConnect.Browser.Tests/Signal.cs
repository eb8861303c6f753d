using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AbcdConnect.Browser.Tests;

/// <summary>The way from a phone to the application, which can be cut, and on which an answer can get lost. The browser's own switch
/// does not reach its service worker.</summary>
internal sealed class Signal : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> phones = new();
    private readonly Uri application;
    private readonly Task accepting;
    private volatile bool gone;
    private int losing;

    public Signal(string application)
    {
        this.application = new Uri(application);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Everything gets through but what was kept.</summary>
    public bool HoldsConversationsBack { get; set; }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>From now on nothing gets through, and what was on its way does not arrive.</summary>
    public void Goes()
    {
        gone = true;
        foreach (var phone in phones.Keys)
        {
            phone.Close();
        }
    }

    public void Returns() => gone = false;

    /// <summary>The next conversation arrives and is stored; the phone never hears of it.</summary>
    public void LosesAnAnswer() => Interlocked.Exchange(ref losing, 1);

    /// <summary>No answer gets lost any more.</summary>
    public void LosesNothing() => Interlocked.Exchange(ref losing, 0);

    public async ValueTask DisposeAsync()
    {
        Goes();
        listener.Dispose();
        await accepting;
    }

    private async Task Accept()
    {
        List<Task> carried = [];
        try
        {
            while (true)
            {
                carried.Add(Carry(await listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task Carry(TcpClient phone)
    {
        using var carried = phone;
        phones[phone] = 0;
        try
        {
            using var server = new TcpClient();
            if (!gone)
            {
                await server.ConnectAsync(application.Host, application.Port);
                var lost = 0;
                var there = Pump(phone.GetStream(), server.GetStream(), request =>
                {
                    if (!request.AsSpan().StartsWith("POST /conversations/new"u8))
                    {
                        return true;
                    }

                    Interlocked.Exchange(ref lost, Interlocked.Exchange(ref losing, 0));
                    return !HoldsConversationsBack;
                });
                var back = Pump(server.GetStream(), phone.GetStream(), _ => Volatile.Read(ref lost) == 0);
                await Task.WhenAny(there, back);
            }
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // As meant.
        }
        finally
        {
            phones.TryRemove(phone, out _);
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, Func<byte[], bool> passes)
    {
        var room = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(room) is var read and > 0 && !gone && passes(room[..read]))
            {
                await to.WriteAsync(room.AsMemory(0, read));
            }
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException)
        {
            // The other end is gone, or this one.
        }
    }
}

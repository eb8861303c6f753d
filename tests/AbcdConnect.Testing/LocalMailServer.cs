using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AbcdConnect.Testing;

/// <summary>A mail server of a test's own, on a port of this machine: it takes letters by SMTP (RFC 5321) and keeps them, and can be
/// told to refuse an address, to be busy, to fall silent, or to go away and come back.</summary>
public sealed class LocalMailServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<TakenLetter> taken = new();
    private TcpListener? listener;
    private CancellationTokenSource? open;
    private Task serving = Task.CompletedTask;

    private LocalMailServer(int port) => Port = port;

    public int Port { get; private set; }

    /// <summary>Everything that was taken, in its order.</summary>
    public IReadOnlyList<TakenLetter> Taken => [.. taken];

    /// <summary>How many connections were opened.</summary>
    public int Connections { get; private set; }

    /// <summary>What it says to the words of a letter, in place of taking it: "552 too big".</summary>
    public string? AnswerToWords { get; set; }

    /// <summary>Takes the next letter and hangs up without saying so: nobody can know whether it arrived.</summary>
    public bool FallsSilentOnce { get; set; }

    public static LocalMailServer Start()
    {
        var server = new LocalMailServer(0);
        server.Open();
        return server;
    }

    /// <summary>Refuses an address from now on: "550 5.1.1 no such user".</summary>
    public void Refuse(string address, string answer) => refused[address] = answer;

    public void Welcome(string address) => refused.TryRemove(address, out _);

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        open = new CancellationTokenSource();
        serving = Serve(listener, open.Token);
    }

    /// <summary>Goes away: nothing answers at its port any more.</summary>
    public async Task Close()
    {
        if (open is null)
        {
            return;
        }

        await open.CancelAsync();
        listener!.Stop();
        await serving;
        open.Dispose();
        open = null;
    }

    public async ValueTask DisposeAsync() => await Close();

    private async Task Serve(TcpListener from, CancellationToken token)
    {
        var talks = new List<Task>();
        while (!token.IsCancellationRequested)
        {
            try
            {
                talks.Add(Talk(await from.AcceptTcpClientAsync(token), token));
                Connections++;
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(talks);
    }

    private async Task Talk(TcpClient client, CancellationToken token)
    {
        using var held = client;
        try
        {
            await Talk(client.GetStream(), token);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private async Task Talk(NetworkStream stream, CancellationToken token)
    {
        // Latin-1 keeps every byte as it came.
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.test ready");
        List<string> to = [];
        while (await reader.ReadLineAsync(token) is { } line)
        {
            var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
            {
                "EHLO" or "HELO" => "250 mail.test",
                "MAIL" => Begin(to),
                "RCPT" => Address(line, to),
                "DATA" => "354 go on",
                "QUIT" => "221 goodbye",
                _ => "250 as you wish",
            };
            await writer.WriteLineAsync(answer);
            if (answer[0] == '2' && line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            if (answer.StartsWith("354", StringComparison.Ordinal))
            {
                var words = await Words(reader, token);
                if (AnswerToWords is { } no)
                {
                    await writer.WriteLineAsync(no);
                    continue;
                }

                taken.Enqueue(new TakenLetter([.. to], words));
                if (FallsSilentOnce)
                {
                    FallsSilentOnce = false;
                    return;
                }

                await writer.WriteLineAsync("250 taken");
            }
        }
    }

    private static string Begin(List<string> to)
    {
        to.Clear();
        return "250 go on";
    }

    private string Address(string line, List<string> to)
    {
        var address = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
        if (refused.TryGetValue(address, out var no))
        {
            return no;
        }

        to.Add(address);
        return "250 go on";
    }

    private static async Task<string> Words(StreamReader reader, CancellationToken token)
    {
        var words = new StringBuilder();
        while (await reader.ReadLineAsync(token) is { } line && line != ".")
        {
            words.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return words.ToString();
    }
}

/// <param name="To">Whom it was for, as the envelope said.</param>
/// <param name="Raw">The whole of it, each byte a letter.</param>
public sealed record TakenLetter(IReadOnlyList<string> To, string Raw);

using System.IO.Compression;
using System.Security.Cryptography;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.People;

/// <summary>The lexicon of the taxonomy as it stands, made again when the taxonomy has changed.</summary>
internal sealed class LexiconCache(GiftTermCache terms)
{
    private readonly Lazy<LexiconCompiler> compiler = new(LexiconCompiler.BuiltIn);

    private volatile Held? held;

    public async Task<Held> Current(IAbcdDbContext db, CancellationToken token)
    {
        var all = await terms.All(db, token);
        if (held is { } kept && ReferenceEquals(kept.Of, all))
        {
            return kept;
        }

        var json = compiler.Value.Compile(all.OrderBy(t => t.Id.Value).Select(t => new LexiconTerm(t.Id.Value, t.Kind, t.Name, t.Synonyms)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(json))[..16];
        if (held is { } same && same.File.Hash == hash)
        {
            return held = same with { Of = all };
        }

        return held = new Held(all, new LexiconFile(hash, json, Compressed(json)), Lexicon.Read(json));
    }

    private static byte[] Compressed(byte[] json)
    {
        using MemoryStream stream = new();
        using (BrotliStream brotli = new(stream, CompressionLevel.SmallestSize))
        {
            brotli.Write(json);
        }

        return stream.ToArray();
    }

    public sealed record Held(IReadOnlyList<CachedTerm> Of, LexiconFile File, Lexicon Lexicon);
}

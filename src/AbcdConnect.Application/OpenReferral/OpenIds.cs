using System.Buffers.Binary;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>What an open identifier is of.</summary>
public enum OpenKind
{
    Organization = 1,
    Service,
    Location,
    ServiceAtLocation,
    Address,
    Schedule,
    Cost,
    Language,
    Accessibility,
    Attribute,
    Taxonomy,
    KindTerm,
    CategoryTerm,
    Area,
}

/// <summary>The identifiers that others know our entries by: the same for ever, different from every other programme's, and found
/// again without a table. UUIDs of version 8 (RFC 9562): 54 bits of the programme's key, what it is of, which part, and its number.</summary>
public sealed class OpenIds(Guid key)
{
    private const ulong NumberMask = 0x00FF_FFFF_FFFF_FFFF;

    private readonly byte[] key = key.ToByteArray(bigEndian: true);

    /// <param name="part">Where one entry has several of them: 0 to 255.</param>
    public Guid Of(OpenKind kind, long number, int part = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (ulong)number & NumberMask);
        key.AsSpan(0, 6).CopyTo(bytes);
        bytes[6] = (byte)(0x80 | (int)kind);
        bytes[7] = (byte)part;
        bytes[8] = (byte)(0x80 | (key[15] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The number that an identifier stands for; null where it is none of ours, or of something else.</summary>
    public long? NumberOf(OpenKind kind, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & NumberMask);
        return Of(kind, number) == id ? number : null;
    }
}

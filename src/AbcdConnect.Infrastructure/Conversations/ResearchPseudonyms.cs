using System.Buffers.Binary;
using System.Security.Cryptography;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Infrastructure.Database;

namespace AbcdConnect.Infrastructure.Conversations;

/// <summary>Pseudonyms by a keyed hash (HMAC-SHA-256, RFC 2104) of the person's number. The key lies in the data folder, apart
/// from the database, so that neither alone says who is who; lose it and researchers meet everybody anew.</summary>
internal sealed class ResearchPseudonyms(DatabaseSettings settings) : IPseudonyms
{
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> key = new(() => KeyIn(settings.DataFolder));

    public string Of(PersonId person)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, person.Value);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Value, number, hash);
        var letters = Convert.ToHexString(hash[..4]);
        return $"Person {letters[..4]}-{letters[4..]}";
    }

    private static byte[] KeyIn(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "research-pseudonyms.key");
        if (!File.Exists(file))
        {
            Make(file);
        }

        var bytes = File.ReadAllBytes(file);
        return bytes.Length == KeyBytes ? bytes : throw new InvalidOperationException($"{Path.GetFileName(file)} in the data folder is not whole. Restore it from the backup.");
    }

    private static void Make(string file)
    {
        // Written aside and moved into place, so that a process killed in between leaves no half a key.
        var aside = $"{file}.{Guid.NewGuid():N}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream stream = new(aside, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process made it first: that one counts.
            File.Delete(aside);
        }
    }
}

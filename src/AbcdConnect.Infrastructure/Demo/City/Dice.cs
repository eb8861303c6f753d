namespace AbcdConnect.Infrastructure.Demo.City;

/// <summary>The same throws in the same order each time, on every machine and version.</summary>
/// <remarks>xorshift64* (S. Vigna, 2016). For making things up only.</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>0 up to, and without, <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>Whether something happens that does so <paramref name="percent"/> times in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }

    private ulong Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545F4914F6CDD1DUL;
    }
}

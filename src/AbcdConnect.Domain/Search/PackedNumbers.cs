namespace AbcdConnect.Domain.Search;

/// <summary>Numbers in few bytes: each as its distance from the one before, seven bits to a byte, the eighth saying that more follow.</summary>
public static class PackedNumbers
{
    /// <param name="numbers">Different numbers from nought upwards, in any order.</param>
    public static byte[] Pack(IEnumerable<long> numbers)
    {
        var bytes = new List<byte>();
        long before = 0;
        foreach (var number in numbers.Order())
        {
            var rest = (ulong)(number - before);
            while (rest >= 0x80)
            {
                bytes.Add((byte)(rest | 0x80));
                rest >>= 7;
            }

            bytes.Add((byte)rest);
            before = number;
        }

        return [.. bytes];
    }

    /// <returns>The numbers in rising order.</returns>
    public static List<long> Unpack(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var numbers = new List<long>();
        long before = 0;
        var (value, shift) = (0UL, 0);
        foreach (var part in bytes)
        {
            value |= (ulong)(part & 0x7F) << shift;
            shift += 7;
            if (part < 0x80)
            {
                before += (long)value;
                numbers.Add(before);
                (value, shift) = (0, 0);
            }
        }

        return numbers;
    }
}

namespace AbcdConnect.Application.Metrics;

/// <summary>What stands after a figure: "57 contacts added", "one activity started".</summary>
public static class Units
{
    /// <param name="count">Null where it is hidden.</param>
    /// <param name="unit">As it is said of several.</param>
    public static string For(int? count, string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (count != 1)
        {
            return unit;
        }

        var words = unit.Split(' ');
        var noun = Array.FindIndex(words, w => w == "people" || w.EndsWith('s'));
        if (noun >= 0)
        {
            words[noun] = words[noun] switch
            {
                "people" => "person",
                var several when several.EndsWith("ies", StringComparison.Ordinal) => several[..^3] + "y",
                var several => several[..^1],
            };
        }

        return string.Join(' ', words);
    }
}

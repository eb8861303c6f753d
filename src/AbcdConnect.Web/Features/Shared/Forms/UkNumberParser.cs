using System.Globalization;
using System.Text.RegularExpressions;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>Reads a whole number as people type it: 12, 1,200, 1 200, twelve. What cannot be read is told how to be typed.</summary>
internal static partial class UkNumberParser
{
    private static readonly string[] InWords = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static Understood<int> Read(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return default;
        }

        if (Array.FindIndex(InWords, w => w.Equals(typed, StringComparison.OrdinalIgnoreCase)) is >= 0 and var said)
        {
            return said;
        }

        // Thousands apart, by commas or by spaces.
        var figures = Thousands().IsMatch(typed) ? typed.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : typed;
        return int.TryParse(figures, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Understood<int>.Not(MistypedWords.Say(typeof(int), typed));
    }

    [GeneratedRegex(@"^-?[0-9]{1,3}(?:[, ][0-9]{3})+$", RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();
}

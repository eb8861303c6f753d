using System.Globalization;

namespace AbcdConnect.Domain.Reports;

/// <summary>One published count: shown, or hidden because it could say something about one person.</summary>
/// <param name="Value">Null where it is hidden: what is hidden is not kept with the report either.</param>
/// <param name="IsSmall">Hidden and said to be small ("&lt;5"). In a table all hidden counts are alike ("hidden"), so that nobody sees which
/// of them is the small one: docs/decisions/0021.</param>
/// <param name="Below">A small one is fewer than this; 0 stands for 5, as in the first reports.</param>
public sealed record PublishedCount(int? Value, bool IsSmall = false, int Below = 0)
{
    public const string Small = "<5";
    public const string Held = "hidden";

    private const int UsualBelow = 5;

    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Hidden in a table, with nothing said about it.</summary>
    public static PublishedCount Hidden { get; } = new((int?)null);

    public override string ToString() => Value?.ToString("N0", Uk) ?? (IsSmall ? $"<{(Below == 0 ? UsualBelow : Below)}" : Held);
}

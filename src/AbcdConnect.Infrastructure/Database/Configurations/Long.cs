namespace AbcdConnect.Infrastructure.Database;

/// <summary>Lengths, links and indexes. Every list's order and filter has its index here.</summary>
internal static class Long
{
    /// <summary>As long as free text may be.</summary>
    public const int Text = -1;
}

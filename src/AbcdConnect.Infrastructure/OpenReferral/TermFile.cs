using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Database;

namespace AbcdConnect.Infrastructure.OpenReferral;

/// <summary>The terms that the program ships with, and the data folder's own, which stand before them.</summary>
internal sealed class TermFile(DatabaseSettings settings) : ITermMap
{
    private static readonly string Name = Path.Combine("profiles", "open-referral", "terms.csv");

    public IReadOnlyList<MappedTerm> All() =>
        [.. new[] { Path.Combine(settings.DataFolder, Name), Path.Combine(AppContext.BaseDirectory, "database", Name) }.Where(File.Exists).SelectMany(Read)];

    // term,kind,category; a term may stand in quotation marks where it has a comma.
    private static IEnumerable<MappedTerm> Read(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (number == 1 || string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var last = line.LastIndexOf(',');
            var middle = last > 0 ? line.LastIndexOf(',', last - 1) : -1;
            if (middle <= 0 || !Enum.TryParse<AssetKind>(line[(middle + 1)..last].Trim(), ignoreCase: true, out var kind) || kind == AssetKind.Individual || Words.Tidy(line[(last + 1)..]) is not { } category)
            {
                throw new DomainRuleException($"{Name}, line {number}, cannot be read. Each line is term,kind,category; the kind is association, institution, place, exchange or culture.");
            }

            yield return new MappedTerm(line[..middle].Trim().Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal), kind, category);
        }
    }
}

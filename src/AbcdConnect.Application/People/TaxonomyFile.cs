using System.Text;

namespace AbcdConnect.Application.People;

/// <summary>Reads the shipped lists: RFC 4180 without line breaks inside cells.</summary>
internal static class TaxonomyFile
{
    public static IEnumerable<string[]> Rows(string text, int columns)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.TrimEnd('\r');
            if (number == 1 || trimmed.Length == 0)
            {
                continue;
            }

            var cells = Cells(trimmed).ToArray();
            yield return cells.Length == columns ? cells : throw new FormatException($"Line {number} has {cells.Length} columns, not {columns}.");
        }
    }

    public static TEnum Value<TEnum>(string word)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) ? value : throw new FormatException($"'{word}' is not a kind. It is one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}.");

    private static IEnumerable<string> Cells(string line)
    {
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '"' when quoted && at + 1 < line.Length && line[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    yield return cell.ToString().Trim();
                    cell.Clear();
                    break;
                case var letter:
                    cell.Append(letter);
                    break;
            }
        }

        yield return cell.ToString().Trim();
    }
}

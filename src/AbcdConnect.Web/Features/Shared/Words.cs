using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Names of the code as people read them.</summary>
internal static partial class Words
{
    /// <summary>`NextStep` becomes "Next step".</summary>
    public static string Apart(string name) => UkText.Capital(WordStart().Replace(name, " ").ToLowerInvariant());

    /// <summary>The choice's [Display] name, or its own name with the words apart.</summary>
    public static string Of(Enum choice)
    {
        var name = choice.ToString();
        return choice.GetType().GetField(name)?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Apart(name);
    }

    /// <summary>What several are called, for one of them: "1 person", "1 story". Words of several words are left as they are.</summary>
    public static string One(string several) => several switch
    {
        "people" => "person",
        _ when several.Contains(' ', StringComparison.Ordinal) || !several.EndsWith('s') => several,
        _ when several.EndsWith("ies", StringComparison.Ordinal) => several[..^3] + "y",
        _ => several[..^1],
    };

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}

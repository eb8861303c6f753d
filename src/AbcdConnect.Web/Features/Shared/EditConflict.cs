using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>One thing that two people wrote differently.</summary>
public sealed record FieldDifference(string Label, string Theirs, string Yours);

/// <summary>Who saved first, as the page names them, and when. "You" where it was the reader, in another window.</summary>
public sealed record WhoWasFirst(string Name, DateTimeOffset? At);

/// <summary>
/// Somebody saved first. The page shows both versions beside each other; the form below keeps what was typed,
/// and saving it again, now with the newer version number, keeps yours.
/// </summary>
public sealed record EditConflict(string ByWhom, DateTimeOffset? At, IReadOnlyList<FieldDifference> Differences)
{
    /// <summary>Compares what is stored now with what was typed, by the public properties of the form that people see.</summary>
    /// <remarks>`Version`, `SubmissionId` and properties marked [HiddenInput] are the machine's business and left out.</remarks>
    public static EditConflict Between<TForm>(TForm theirs, TForm yours, WhoWasFirst first)
        where TForm : class =>
        new(first.Name, first.At, [.. Differ(theirs, yours)]);

    /// <summary>A form holds numbers where people read names: what was chosen for this field, by name.</summary>
    public EditConflict Named(string label, IEnumerable<SelectListItem> choices)
    {
        var names = choices.ToLookup(c => c.Value, c => c.Text, StringComparer.Ordinal);
        string InWords(string value) => names[value].FirstOrDefault() ?? value;
        return this with { Differences = [.. Differences.Select(d => d.Label == label ? d with { Theirs = InWords(d.Theirs), Yours = InWords(d.Yours) } : d)] };
    }

    /// <summary>What the form holds in parts, put in words by the page itself: shown where the two differ, first of all.</summary>
    public EditConflict And(params IEnumerable<FieldDifference> more) =>
        this with { Differences = [.. more.Where(d => !d.Theirs.Equals(d.Yours, StringComparison.Ordinal)), .. Differences] };

    private static IEnumerable<FieldDifference> Differ(object theirs, object yours)
    {
        foreach (var property in theirs.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!IsSeen(property))
            {
                continue;
            }

            var (before, after) = (InWords(property.GetValue(theirs)), InWords(property.GetValue(yours)));
            if (!before.Equals(after, StringComparison.Ordinal))
            {
                yield return new FieldDifference(LabelOf(property), before, after);
            }
        }
    }

    private static bool IsSeen(PropertyInfo property) =>
        property is { CanRead: true, CanWrite: true, Name: not ("Version" or "SubmissionId") }
        && property.GetIndexParameters().Length == 0
        && property.GetCustomAttribute<HiddenInputAttribute>() is null;

    private static string LabelOf(MemberInfo member) =>
        member.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Words.Apart(member.Name);

    private static string InWords(object? value) => value switch
    {
        null => "",
        string text => text.Trim().ReplaceLineEndings("\n"),
        bool yes => yes ? "Yes" : "No",
        DateOnly date => UkText.Date(date),
        TimeOnly time => UkText.Time(time),
        Enum choice => Words.Of(choice),
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(InWords)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };
}

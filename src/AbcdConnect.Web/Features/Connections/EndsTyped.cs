using AbcdConnect.Application.Connections;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AbcdConnect.Web.Features.Connections;

/// <summary>Settles an end typed without choosing it: no script, or haste.</summary>
internal static class EndsTyped
{
    /// <returns>The end's value where one is settled, otherwise null; then the field says what to do.</returns>
    public static string? Settle(ModelStateDictionary state, string field, string? chosen, string typed, IReadOnlyList<SuggestedEnd> found)
    {
        var match = found.FirstOrDefault(f => Ends.Of(f.End) == chosen)
            ?? (found is [var only] && only.End.Name.Split(' ').Append(only.End.Name).Contains(typed.Trim(), StringComparer.CurrentCultureIgnoreCase) ? only : null);
        if (match is not null)
        {
            state.Remove(field);
            state.Remove(field + "Name");
            return Ends.Of(match.End);
        }

        state.AddModelError(field, found.Count > 0 ? $"Which is “{typed}”? Tick the right one below" : $"Nobody and nothing called “{typed}” is here yet. Try another word, or add them first");
        return null;
    }
}
